import type { Store } from '#db/connection.ts'
import { findLastFlagRun } from '#db/queries/flags.ts'
import { listHashedMarks, replaceTapMarks } from '#db/queries/tap-marks.ts'
import type { Clock } from '../calendar/clock.ts'
import { dayOf, hourOf } from '../calendar/day.ts'
import { LEAST_OF_ONE_DEVICE } from './device-signs.ts'

/** From then on nobody waits for the night's look. */
const LATEST_HOUR = 5
const LONGEST_LABEL = 12

/**
 * Erases by which device ratings of days before today were given, once the night has looked at them, or from five
 * o'clock on. Of five and more by one device of a day remains that they were one's; of quick ones that they were quick.
 * Answers how many hashes were erased.
 */
export async function forgetDevices(
  { read, write }: Pick<Store, 'read' | 'write'>,
  clock: Clock,
): Promise<number> {
  const now = clock.now()
  const today = dayOf(now)
  const isLookedThrough = (await findLastFlagRun(read)) >= today
  if (!isLookedThrough && hourOf(now) < LATEST_HOUR) return 0
  const marks = await listHashedMarks(read, today, LONGEST_LABEL)
  if (marks.length === 0) return 0
  const devices = [...Map.groupBy(marks, ({ day, device }) => `${day} ${device}`).values()]
  const labelled = devices.flatMap((ofOne, at) =>
    ofOne.map((mark) => ({ ...mark, device: ofOne.length >= LEAST_OF_ONE_DEVICE ? `one-${at}` : '' })),
  )
  await write((tx) => replaceTapMarks(tx, labelled))
  return marks.length
}
