import type { Lang } from '#app/i18n/languages.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import type { KioskEntry } from './kiosk-entry.ts'

/** Where a tablet's requests go; all are POST with JSON, all but the first with `Authorization: Bearer`. */
export const KIOSK_API = {
  pair: '/api/kiosk/pair',
  ratings: '/api/kiosk/ratings',
  heartbeat: '/api/kiosk/heartbeat',
} as const

/** Bytes that one request may have. */
export const LARGEST_KIOSK_BODY = 64 * 1024
/** A tablet that is on says so at least this often. */
export const HEARTBEAT_MS = 120_000
/** The pairing code as it is typed: without spaces and dashes, any case, O as 0, I and L as 1; the last is a check. */
export const PAIRING_CODE_LENGTH = 8

export interface PairRequest {
  code: string
  app_version: string
  /** Of a tablet that was paired before: its device id, its next number and how many entries wait on it. */
  device?: string
  next_number?: number
  waiting?: number
}

/**
 * 200. A tablet paired before goes on with its own chain when `device` is the one it has and its own next number is
 * `first_number`; otherwise its next entry has this number and this `previous`. What waits is sent as it is.
 */
export interface PairAnswer {
  device: string
  /** 256 random bits; the server keeps a hash. */
  credential: string
  first_number: number
  previous: string
  server_time: string
  settings: KioskSettings
}

export interface RatingsRequest {
  format: number
  /** In the order of their numbers, at most `LARGEST_BATCH`. */
  entries: readonly KioskEntry[]
  /** The tablet's own clock at sending (ISO, UTC): tells a clock that was set since the entries were made. */
  now?: string
}

/** `stored` and `already_stored` with this id and hash: the entry may go; the others move to the kept store. */
export interface EntryResult {
  id: string
  status: 'stored' | 'already_stored' | 'conflict' | 'refused'
  hash: string
  /** Of a stored rating: what `/b/:receipt` takes. */
  receipt?: string
  /** Of a refused entry. */
  reason?: RefusedBecause
}

export interface RatingsAnswer {
  results: EntryResult[]
}

export type RefusedBecause =
  | 'unknown_format'
  | 'not_an_entry'
  | 'bad_id'
  | 'bad_hash'
  | 'bad_number'
  | 'bad_level'
  | 'bad_time'
  | 'bad_language'
  | 'bad_reasons'
  /** A `kind` that is neither rating nor reasons. */
  | 'unknown_kind'
  /** `of` names no stored rating of this device. */
  | 'unknown_rating'
  /** The office is closed and nobody follows it. */
  | 'office_closed'

export interface HeartbeatRequest {
  /** The tablet's own clock (ISO, UTC) and what it adds to it. */
  now: string
  offset_ms: number
  app_version: string
  /** The highest number given to an entry so far; 0 for none. */
  last_number: number
  /** Entries in the queue, and in the kept store of what was refused or conflicting. */
  waiting: number
  refused: number
  /** R16: whether IndexedDB takes entries, and how many ratings lie in the fallback ring. */
  storage: 'ok' | 'full' | 'broken'
  ring: number
  /** Where the browser tells: a whole percentage, and whether it charges. */
  battery?: { percent: number; charging: boolean }
}

export interface HeartbeatAnswer {
  server_time: string
  settings: KioskSettings
}

export type Texts = Readonly<Record<Lang, string>>

/** What the screen shows, kept by the tablet for when it is offline; a name nobody translated is Vietnamese in all. */
export interface KioskSettings {
  city: Texts
  office: Texts
  counter: Texts
  /** The number on the counter's placard, or null where it has none. */
  placard_number: number | null
  question: Texts
  levels: Readonly<Record<Level, Texts>>
  /** Optional after a tap; null where the survey in use asks for none. */
  reasons: { question: Texts; options: readonly { id: string; text: Texts }[] } | null
  /** To go on at one's own phone: the address and its QR as an SVG path over `size` x `size` modules. */
  phone: { address: string; qr: { size: number; path: string } } | null
  /** Of whole months that are over, where there are enough ratings; share 0-1, `from` and `to` are days. */
  share: { satisfied: number; ratings: number; from: string; to: string } | null
}

/** Every other answer: RFC 9457 with a word for the tablet. The store is busy or full: 503 with Retry-After. */
export interface KioskProblem {
  type: string
  title: string
  status: number
  code: ProblemCode
}

export type ProblemCode =
  | 'not_json'
  | 'bad_request'
  | 'too_large'
  | 'too_many_entries'
  | 'method'
  | 'forbidden'
  /** 401, told apart: never ours, taken back by an administrator, not heard from for too long. */
  | 'unknown'
  | 'revoked'
  | 'expired'
  /** 403: a pairing code that is wrong, used or over. */
  | 'wrong_code'
  /** 409: the code is for another counter while entries wait on the tablet; the code stays good. */
  | 'entries_waiting'
  /** 429 with Retry-After. */
  | 'too_many'
  | 'unavailable'
  | 'fault'
