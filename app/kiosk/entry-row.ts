import type { KioskEntryRow } from '#db/schema.ts'
import type { RefusedBecause } from './kiosk-api.ts'
import type { KioskEntry } from './kiosk-entry.ts'

/** What came of an entry: the response it made or amended, or why it was refused. */
export type EntryOutcome = { response: string; flagged: boolean } | { because: RefusedBecause }

type Came = Pick<KioskEntryRow, 'device_id' | 'received_at'>

/** A readable entry as it is kept. */
export function rowOfEntry(came: Came, entry: KioskEntry, outcome: EntryOutcome): KioskEntryRow {
  const { id, number, previous, hash, kind } = entry
  const stored = 'response' in outcome
  return {
    ...{ id, number, previous, hash, kind },
    ...came,
    status: stored ? 'stored' : 'refused',
    reason: stored ? '' : outcome.because,
    response_id: stored ? outcome.response : null,
    clock: stored && outcome.flagged ? 'flagged' : 'fits',
    told_at: toldTime(entry),
  }
}

/** One that cannot be read keeps its number: it came. */
export function rowOfUnreadable(
  came: Came,
  { id, hash, because }: { id: string; hash: string; because: RefusedBecause },
  number: number,
): KioskEntryRow {
  return {
    ...{ id, number, hash },
    ...came,
    previous: '',
    kind: 'unknown',
    status: 'refused',
    reason: because,
    response_id: null,
    clock: 'fits',
    told_at: '',
  }
}

/** An entry's own time with its offset; a clock so far off that it is no time any more stays as it was told. */
function toldTime({ at, offset_ms }: KioskEntry): string {
  const told = new Date(Date.parse(at) + offset_ms)
  const year = told.getUTCFullYear()
  return year >= 0 && year <= 9999 ? told.toISOString() : at
}
