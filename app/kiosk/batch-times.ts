import type { KioskDeviceRow } from '#db/schema.ts'
import { type JudgedTime, judgeTimes } from './kiosk-clock.ts'
import type { RatingEntry } from './kiosk-entry.ts'

/** What the tablet's clock lacks to ours in milliseconds, as told with the batch or by its last heartbeat; else null. */
export function measuredOffset(
  device: Pick<KioskDeviceRow, 'clock_offset_s' | 'clock_measured_at'>,
  told: number | null,
  now: Date,
): number | null {
  if (told !== null) return now.getTime() - told
  return device.clock_measured_at === '' ? null : device.clock_offset_s * 1000
}

/** When each of a batch's new ratings was made, by its id. */
export function timesOf(
  ratings: readonly RatingEntry[],
  device: Pick<KioskDeviceRow, 'paired_at' | 'last_tap_number' | 'last_tap_at'>,
  measured: number | null,
  now: Date,
): Map<string, JudgedTime> {
  const inOrder = ratings.toSorted((a, b) => a.number - b.number)
  const { last_tap_number: number, last_tap_at: at } = device
  const judged = judgeTimes(
    inOrder.map((entry) => ({
      number: entry.number,
      at: Date.parse(entry.at),
      offset: entry.offset_ms,
    })),
    {
      received: now.getTime(),
      pairedAt: Date.parse(device.paired_at),
      measured,
      last: at === '' ? null : { number, at: Date.parse(at) },
    },
  )
  return new Map(judged.map((time, place) => [inOrder[place]?.id ?? '', time]))
}

const FURTHEST_S = 2_000_000_000

/** Whole seconds that a column holds. */
export const seconds = (milliseconds: number): number =>
  Math.max(-FURTHEST_S, Math.min(FURTHEST_S, Math.round(milliseconds / 1000)))
