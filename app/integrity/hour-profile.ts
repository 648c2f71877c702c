import type { Month } from '../calendar/day.ts'
import { gTest } from '../statistics/g-test.ts'
import type { FoundSign } from './sign.ts'

interface HourCount {
  readonly hour: number
  readonly n: number
}

const LEAST = 50
const CHANCE = 0.001
/** A quarter of the ratings come at other hours than the dossiers: less is seen wherever people rate after lunch. */
const LEAST_DISTANCE = 0.25

/** Whether an office's ratings of a month come at other hours than its dossiers are returned (G-test). */
export function hourProfileSign(
  month: Month,
  taps: readonly HourCount[],
  returns: readonly HourCount[],
): FoundSign | null {
  const profile = (counts: readonly HourCount[]) =>
    Array.from({ length: 24 }, (_, hour) => counts.find((count) => count.hour === hour)?.n ?? 0)
  const total = (counts: readonly HourCount[]) => counts.reduce((sum, { n }) => sum + n, 0)
  const [ratings, dossiers] = [total(taps), total(returns)]
  if (ratings < LEAST || dossiers < LEAST) return null
  const test = gTest(profile(taps), profile(returns))
  if (!test || test.p >= CHANCE || test.distance < LEAST_DISTANCE) return null
  return { sign: { kind: 'hour_profile', month, ratings, dossiers, distance: test.distance }, taps: [] }
}
