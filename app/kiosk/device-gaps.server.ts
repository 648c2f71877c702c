import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { listGapsFrom, replaceGaps } from '#db/queries/kiosk-gaps.ts'
import type { KioskGapRow, Tx } from '#db/schema.ts'
import { GAP_DUE_MINUTES, minutesAfter } from './kiosk-device.ts'
import { filledBetween, type NumbersSeen, withAnnounced, withNumber } from './number-gaps.ts'

/** A gap on its way to its row. */
interface Gap extends Omit<KioskGapRow, 'first_number' | 'last_number'> {
  first: number
  last: number
}

/** What is new of a device's numbers: those that came, and the highest it says to have given out. */
export interface NumberNews {
  came: readonly number[]
  announced: number
}

/**
 * Takes note of numbers: what they skip becomes a gap, what they fill is closed; answers the highest number now.
 * A gap below a number that came is due soon, since a device sends in order; one announced only may still wait.
 */
export async function noteNumbers(
  tx: Tx,
  clock: Clock,
  device: { id: string; highest_number: number },
  news: NumberNews,
): Promise<number> {
  const now = clock.now()
  const soon = minutesAfter(now, GAP_DUE_MINUTES.skipped)
  const lowest = Math.min(device.highest_number + 1, ...news.came)
  const before = (await listGapsFrom(tx, device.id, lowest, soon)).map(gapOf)
  const opening = (minutes: number) => (range: { first: number; last: number }) =>
    newGap(device.id, range, now, minutes)
  let seen: NumbersSeen<Gap> = { highest: device.highest_number, gaps: before }
  for (const number of news.came) seen = withNumber(seen, number, opening(GAP_DUE_MINUTES.skipped))
  seen = withAnnounced(seen, news.announced, opening(GAP_DUE_MINUTES.announced))
  const top = Math.max(0, ...news.came)
  const after = seen.gaps.map((gap) => (gap.last < top && gap.due_at > soon ? { ...gap, due_at: soon } : gap))
  const closed = filledBetween(before, after)
    .filter(({ reported_at }) => reported_at !== '')
    .map((gap) => ({ ...gap, closed_at: now.toISOString() }))
  const isKept = (gap: Gap) => before.some((other) => isSame(gap, other))
  const kept = new Set(after.filter(isKept).map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  await replaceGaps(tx, gone, [...after.filter(({ id }) => !kept.has(id)), ...closed].map(rowOf))
  for (const { first, last } of closed) {
    await recordAudit(
      tx,
      clock,
      { script: 'kiosk' },
      {
        action: 'kiosk.gap_filled',
        subject: { kind: 'kiosk_device', id: device.id },
        after: { first, last },
      },
    )
  }
  return seen.highest
}

const isSame = (gap: Gap, other: Gap): boolean =>
  gap.id === other.id && gap.first === other.first && gap.last === other.last && gap.due_at === other.due_at

const gapOf = ({ first_number: first, last_number: last, ...row }: KioskGapRow): Gap => ({
  ...row,
  first,
  last,
})

/** Parts of one gap are rows of their own. */
const rowOf = ({ first, last, id: _, ...gap }: Gap): KioskGapRow => ({
  ...gap,
  id: uuidv7(),
  first_number: first,
  last_number: last,
})

const newGap = (
  deviceId: string,
  { first, last }: { first: number; last: number },
  now: Date,
  dueMinutes: number,
): Gap => ({
  id: '',
  device_id: deviceId,
  first,
  last,
  noticed_at: now.toISOString(),
  due_at: minutesAfter(now, dueMinutes),
  reported_at: '',
  closed_at: '',
})
