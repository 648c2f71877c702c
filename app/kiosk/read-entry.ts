import { createHash } from 'node:crypto'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { LEVELS } from '#app/statistics/level-counts.ts'
import type { RefusedBecause } from './kiosk-api.ts'
import { hashedText, type KioskEntry } from './kiosk-entry.ts'

/** An entry as it came: readable, or why it is not, with what of it can be told. */
export type EntryReading =
  | { kind: 'entry'; entry: KioskEntry }
  | { kind: 'refused'; because: RefusedBecause; id: string; hash: string; number: number | null }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHA_256 = /^[0-9a-f]{64}$/
/** A column's largest whole number. */
export const LARGEST_NUMBER = 2_147_483_646
/** Three hundred years: no clock is further off. */
const LARGEST_OFFSET_MS = 1e13
const MOST_REASONS = 40

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
const isHash = (value: unknown): value is string => typeof value === 'string' && SHA_256.test(value)
const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_NUMBER

/** An instant exactly as ECMAScript writes it. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() === value

export const isOffset = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= LARGEST_OFFSET_MS

const isReason = (value: unknown) => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)

const MEMBERS = ['id', 'number', 'previous', 'hash', 'kind', 'at', 'offset_ms', 'lang'] as const
const MEMBERS_OF = {
  rating: [...MEMBERS, 'level'],
  reasons: [...MEMBERS, 'of', 'reasons'],
} as const

type Members = Readonly<Record<string, unknown>>

/** What is wrong with an entry of format 1, or null. */
function problemIn(sent: Members): RefusedBecause | null {
  if (!isUuid(sent.id)) return 'bad_id'
  if (!isHash(sent.hash) || !isHash(sent.previous)) return 'bad_hash'
  if (!isNumber(sent.number)) return 'bad_number'
  if (sent.kind !== 'rating' && sent.kind !== 'reasons') return 'unknown_kind'
  if (!isInstant(sent.at) || !isOffset(sent.offset_ms)) return 'bad_time'
  if (!LANGUAGES.some((lang) => lang === sent.lang)) return 'bad_language'
  if (sent.kind === 'rating' && !LEVELS.some((level) => level === sent.level)) return 'bad_level'
  if (sent.kind === 'reasons') {
    const { reasons } = sent
    if (!isUuid(sent.of)) return 'unknown_rating'
    if (!Array.isArray(reasons) || reasons.length > MOST_REASONS || !reasons.every(isReason))
      return 'bad_reasons'
  }
  const members: readonly string[] = MEMBERS_OF[sent.kind]
  if (!Object.keys(sent).every((name) => members.includes(name))) return 'not_an_entry'
  const entry = sent as unknown as KioskEntry
  return createHash('sha256').update(hashedText(entry)).digest('hex') === entry.hash ? null : 'bad_hash'
}

/** How entries of each format that is still taken are read. */
const FORMATS = new Map<unknown, (sent: Members) => RefusedBecause | null>([[1, problemIn]])

/** Reads one entry of a batch of this format; whatever it is, one answer, and what can be told of it. */
export function readEntry(format: unknown, sent: unknown): EntryReading {
  const members = (typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : {}) as Members
  const problem = FORMATS.get(format) ?? (() => 'unknown_format' as const)
  const because = Object.keys(members).length === 0 ? 'not_an_entry' : problem(members)
  if (because === null) return { kind: 'entry', entry: members as unknown as KioskEntry }
  return {
    kind: 'refused',
    because,
    id: typeof members.id === 'string' ? members.id : '',
    hash: typeof members.hash === 'string' ? members.hash : '',
    number: isNumber(members.number) ? members.number : null,
  }
}

/** Whether a refused entry can be kept by its id and hash, so that its number is not missed. */
export const isKnowable = ({ id, hash }: { id: string; hash: string }) => isUuid(id) && isHash(hash)
