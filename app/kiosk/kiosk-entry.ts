import type { Lang } from '#app/i18n/languages.ts'
import { canonicalJson, type Json } from '#app/ledger/canonical-json.ts'
import type { Level } from '#app/statistics/level-counts.ts'

/** The format of a queue's entries; a server takes the last three, a tablet writes the newest. */
export const ENTRY_FORMAT = 1
/** As many entries as one batch may carry. */
export const LARGEST_BATCH = 50
/** What the first entry of a device names as its `previous`. */
export const NO_PREVIOUS = '0'.repeat(64)

interface EntryBase {
  /** UUID of this entry, in lower case: it is stored once under it, whoever sends it again. */
  id: string
  /** Place in the device's own count, without gaps: 1, 2, 3 ... */
  number: number
  /** `hash` of the entry with the number before, or `NO_PREVIOUS`. */
  previous: string
  /** SHA-256, hex in lower case, of the entry without this member as RFC 8785 JSON. */
  hash: string
  /** The tablet's own clock at the tap, `yyyy-MM-ddTHH:mm:ss.sssZ`. */
  at: string
  /** What the tablet had learnt to add to its clock to have the server's, in whole milliseconds; 0 before it learnt. */
  offset_ms: number
  lang: Lang
}

/** One tap on a face. */
export interface RatingEntry extends EntryBase {
  kind: 'rating'
  level: Level
}

/** What was ticked after it, an entry of its own. */
export interface ReasonsEntry extends EntryBase {
  kind: 'reasons'
  /** `id` of the rating it says more of. */
  of: string
  /** Options of the settings' `reasons`, each once; none when all ticks were taken back. */
  reasons: readonly string[]
}

export type KioskEntry = RatingEntry | ReasonsEntry
type WithoutHash<Entry> = Entry extends KioskEntry ? Omit<Entry, 'hash'> : never
export type UnhashedEntry = WithoutHash<KioskEntry>

/** The text that an entry's hash is made of. */
export function hashedText(entry: UnhashedEntry | KioskEntry): string {
  const { hash: _, ...rest } = entry as KioskEntry
  return canonicalJson(rest as unknown as Json)
}

/** The entry with its hash, made by WebCrypto: a browser has it on https and localhost only, Node everywhere. */
export async function hashedEntry<Entry extends UnhashedEntry>(
  entry: Entry,
): Promise<Entry & { hash: string }> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(hashedText(entry)))
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ...entry, hash }
}
