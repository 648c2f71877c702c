import { LARGEST_KIOSK_BODY } from './kiosk-api.ts'
import type { KioskEntry } from './kiosk-entry.ts'

/**
 * An entry as the tablet keeps it. It is sent in the format it was written in, so that an update never touches what
 * waits (nor its hash): the server takes the last three formats.
 */
export interface Waiting {
  format: number
  entry: KioskEntry
}

/** An entry that the server will not take: out of the way, and kept until somebody has looked at it. */
export interface Kept extends Waiting {
  status: 'conflict' | 'refused'
  reason: string
}

/** What the sender needs of the store on the tablet. */
export interface UnsentQueue {
  /** The first entries that wait, in the order of their numbers. */
  first(count: number): Promise<Waiting[]>
  /** Takes entries out and puts those of `kept` aside, all in one durable transaction. */
  settle(stored: readonly string[], kept: readonly Kept[]): Promise<void>
}

/** What stands around the entries in a request, with room to spare. */
const FRAME_BYTES = 200

/** The next request's entries: whole ones of one format, in their order; at least one. */
export function nextBatch(waiting: readonly Waiting[], most: number): Waiting[] {
  const format = waiting[0]?.format ?? 0
  const sent: Waiting[] = []
  let size = FRAME_BYTES
  for (const one of waiting.slice(0, Math.max(1, most))) {
    size += new TextEncoder().encode(JSON.stringify(one.entry)).length + 1
    if (sent.length > 0 && (one.format !== format || size > LARGEST_KIOSK_BODY)) break
    sent.push(one)
  }
  return sent
}
