import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { type LevelCounts, satisfiedOf, totalOf } from '../../statistics/level-counts.ts'
import { satisfiedShare } from '../../statistics/satisfied-share.ts'
import type { RatingFigure, ShareFigure } from '../rating-figure.ts'

type Rules = Pick<IndexDefinition, 'satisfiedLevels' | 'minimumN'>

/**
 * A figure with and without the flagged ratings in it. Where the figure is hidden so is what is left of it, and so is
 * a rest of fewer than the definition's minimum.
 */
export function withAndWithout(
  ratings: RatingFigure,
  flagged: LevelCounts,
  { satisfiedLevels, minimumN }: Rules,
): { all: ShareFigure; without: ShareFigure } {
  if (ratings.state !== 'shown') return { all: ratings, without: ratings }
  const { satisfied, n, share, lower, upper } = ratings
  const all: ShareFigure = { state: 'shown', satisfied, n, share, lower, upper }
  // A rating that was changed since the night it was flagged may stand in the flag as it was.
  const left = Math.max(0, n - totalOf(flagged))
  const content = Math.min(left, Math.max(0, satisfied - satisfiedOf(flagged, satisfiedLevels)))
  const rest = satisfiedShare(content, left)
  if (!rest) return { all, without: { state: 'none' } }
  return { all, without: left < minimumN ? { state: 'hidden' } : { state: 'shown', ...rest } }
}
