import type { Period } from '../calendar/period.ts'
import type { Counted } from '../statistics/binomial.ts'
import { type TwoProportions, twoProportions } from '../statistics/two-proportions.ts'
import type { PlaceFigures } from './overview.ts'

export type ChangedShare = 'satisfied' | 'on_time' | 'rated'

/** A share in two periods and what lies between them; null where one of them cannot be shown. */
export interface ShareChange {
  measure: ChangedShare
  now: Counted
  before: Counted
  difference: TwoProportions
  /** Chance alone makes a difference this large in fewer than one of twenty cases. */
  isMoreThanChance: boolean
}

export interface PeriodChange {
  /** The period before, of equal length. */
  before: Period
  shares: ShareChange[]
  ratings: { now: number; before: number } | null
  returned: { now: number; before: number }
}

const CHANCE = 0.05

/** What changed since the period before: by the two-proportion test, nothing that is hidden in either. */
export function periodChange(before: Period, now: PlaceFigures, then: PlaceFigures): PeriodChange {
  const change = (measure: ChangedShare, of: (figures: PlaceFigures) => Counted | null): ShareChange[] => {
    const [here, there] = [of(now), of(then)]
    const difference = here && there && twoProportions(here, there)
    if (!difference) return []
    return [{ measure, now: here, before: there, difference, isMoreThanChance: difference.p < CHANCE }]
  }
  const isKnown = now.ratings.state === 'shown' && then.ratings.state === 'shown'
  return {
    before,
    shares: [
      ...change('satisfied', ({ ratings }) =>
        ratings.state === 'shown' ? { k: ratings.satisfied, n: ratings.n } : null,
      ),
      ...change('on_time', ({ onTime, returned }) => ({ k: onTime, n: returned })),
      ...change('rated', ({ rated, returned }) => (rated === null ? null : { k: rated, n: returned })),
    ],
    ratings:
      isKnown && now.ratings.state === 'shown' && then.ratings.state === 'shown'
        ? { now: now.ratings.n, before: then.ratings.n }
        : null,
    returned: { now: now.returned, before: then.returned },
  }
}
