import type { IndexDefinition } from '../statistics/index-definition.ts'
import { LEVELS, type Level, type LevelCounts, satisfiedOf, totalOf } from '../statistics/level-counts.ts'
import { type SatisfiedShare, satisfiedShare, verifiedShare } from '../statistics/satisfied-share.ts'
import { meetsPlainly, SATISFIED_TARGET, type Verdict, verdict } from '../statistics/verdict.ts'

/** A share as it may be printed: too few to show, nobody rated, or the share with its interval. */
export type ShareFigure = { state: 'hidden' } | { state: 'none' } | ({ state: 'shown' } & SatisfiedShare)

export interface ShownRatings extends SatisfiedShare {
  state: 'shown'
  verdict: Verdict
  /** The plain percentage against the target, as the plan reads. */
  meetsTarget: boolean
  /** A level that may not be shown is null. */
  levels: Record<Level, number | null>
}

export type RatingFigure = { state: 'hidden' } | { state: 'none' } | ShownRatings

type Satisfied = Pick<IndexDefinition, 'satisfiedLevels'>

export function shareFigure(
  counts: LevelCounts,
  { satisfiedLevels }: Satisfied,
  hidden: boolean,
): ShareFigure {
  const share = satisfiedShare(satisfiedOf(counts, satisfiedLevels), totalOf(counts))
  if (!share) return { state: 'none' }
  return hidden ? { state: 'hidden' } : { state: 'shown', ...share }
}

/** Verified ratings alone; the interval allows for how many of the `returned` dossiers were rated, where it can. */
export function verifiedFigure(
  counts: LevelCounts,
  returned: number,
  { satisfiedLevels }: Satisfied,
  hidden: boolean,
): ShareFigure {
  const plain = shareFigure(counts, { satisfiedLevels }, hidden)
  if (plain.state !== 'shown') return plain
  return { state: 'shown', ...(verifiedShare(plain.satisfied, plain.n, returned) ?? plain) }
}

export function ratingFigure(
  counts: LevelCounts,
  definition: Satisfied,
  hidden: boolean,
  masked: ReadonlySet<Level>,
): RatingFigure {
  const figure = shareFigure(counts, definition, hidden)
  if (figure.state !== 'shown') return figure
  const levels = Object.fromEntries(
    LEVELS.map((level) => [level, masked.has(level) ? null : counts[level]]),
  ) as Record<Level, number | null>
  return {
    ...figure,
    verdict: verdict(figure, SATISFIED_TARGET),
    meetsTarget: meetsPlainly(figure.share, SATISFIED_TARGET),
    levels,
  }
}
