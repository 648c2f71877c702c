import type { Month } from '../../calendar/day.ts'
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts'
import { CHARTED, type Charted, type Stretch } from '../control-series.ts'
import type { PlaceFigures } from '../overview.ts'
import { chartTests } from './chart-concerns.ts'
import type { Attention, Concern, NeedsAttention, Suspicion } from './concern.ts'
import { periodTests } from './period-concerns.ts'

/** Of what stands out, at most this part may be chance (statistics.md 4). */
export const FALSE_DISCOVERIES = 0.05

/** An office with all that is looked at. */
export interface Watched {
  officeId: string
  now: PlaceFigures
  /** The period before; null where it had no line. */
  before: PlaceFigures | null
  /** Marked below the target among all offices compared, by the rule of the page that compares them. */
  isBelowTarget: boolean
  charts: Record<Charted, readonly Stretch[]>
  /** Days of the period on which its ratings are flagged. */
  flaggedDays: number
}

/**
 * Offices that need attention and why, in the order given. Who is below the target is what the comparison of offices
 * marks; all other tests of a page are one family (Benjamini-Hochberg) too: with a hundred looked at, some are below a
 * limit every month by chance alone. `isShown`: whether an office's number of
 * ratings in a month may be known at all.
 */
export function attention(
  watched: readonly Watched[],
  city: PlaceFigures,
  months: readonly Month[],
  isShown: (officeId: string, month: Month) => boolean,
): Attention {
  const asked = new Set(months)
  const suspicions = watched.flatMap((office) => suspicionsOf(office, city, asked))
  const standing = benjaminiHochberg(
    suspicions.map(({ p }) => p),
    FALSE_DISCOVERIES,
  )
  const found = suspicions.filter((suspicion, at) => standing[at] && mayBeSaid(suspicion, isShown))
  const foundOf = Map.groupBy(found, ({ officeId }) => officeId)
  const offices = watched.flatMap(({ officeId, now, isBelowTarget, flaggedDays: days }): NeedsAttention[] => {
    const below: Concern[] = isBelowTarget ? belowTarget(now) : []
    const mine = (foundOf.get(officeId) ?? []).map(({ concern }) => concern)
    const flags: Concern[] = days > 0 ? [{ kind: 'flags', days }] : []
    const concerns = [...below, ...withSignalsTogether(mine), ...flags]
    return concerns.length > 0 ? [{ officeId, concerns }] : []
  })
  const perhaps = watched
    .filter(({ now: { ratings }, isBelowTarget }) => {
      return !isBelowTarget && ratings.state === 'shown' && ratings.verdict === 'not_met'
    })
    .map(({ officeId }) => officeId)
  return { offices, perhaps, tests: suspicions.length }
}

const belowTarget = ({ ratings }: PlaceFigures): Concern[] =>
  ratings.state === 'shown' ? [{ kind: 'below_target', now: { k: ratings.satisfied, n: ratings.n } }] : []

function suspicionsOf({ officeId, now, before, charts }: Watched, city: PlaceFigures, asked: Set<Month>) {
  const tests = [
    ...periodTests(now, before, city),
    ...CHARTED.flatMap((measure) => chartTests(measure, charts[measure], asked)),
  ]
  return tests.map((test): Suspicion => ({ officeId, ...test }))
}

/** A month below its limit says something of its ratings, so it is not named where their number is hidden. */
function mayBeSaid(
  { officeId, concern }: Suspicion,
  isShown: (officeId: string, month: Month) => boolean,
): boolean {
  if (concern.kind !== 'signal' || concern.measure === 'on_time') return true
  return concern.months.every((month) => isShown(officeId, month))
}

/** Signals of one chart are one reason with several months. */
function withSignalsTogether(concerns: Concern[]): Concern[] {
  const signals = concerns.filter((concern) => concern.kind === 'signal')
  return [
    ...concerns.filter((concern) => concern.kind !== 'signal'),
    ...CHARTED.flatMap((measure): Concern[] => {
      const months = signals.filter((each) => each.measure === measure).flatMap((each) => each.months)
      return months.length > 0 ? [{ kind: 'signal', measure, months: months.toSorted() }] : []
    }),
  ]
}
