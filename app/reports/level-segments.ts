import { LEVELS, type Level } from '../statistics/level-counts.ts'
import type { ShownRatings } from './rating-figure.ts'

/** A piece of a level bar: one level, or those of a group that may only be shown together. */
export interface Segment {
  kind: Level | 'satisfied_together' | 'others_together'
  n: number
}

/** The pieces from the best level to the worst; hidden levels of a group make one piece, since their sum is shown. */
export function levelSegments(ratings: ShownRatings, satisfiedLevels: readonly Level[]): Segment[] {
  const { levels, satisfied, n } = ratings
  const piecesOf = (group: Level[], total: number, together: Segment['kind']): Segment[] => {
    const shown = group.flatMap((level) =>
      levels[level] === null ? [] : [{ kind: level, n: levels[level] }],
    )
    const rest = total - shown.reduce((sum, piece) => sum + piece.n, 0)
    return [...shown, ...(shown.length < group.length ? [{ kind: together, n: rest }] : [])]
  }
  const best = LEVELS.toReversed()
  return [
    ...piecesOf(
      best.filter((level) => satisfiedLevels.includes(level)),
      satisfied,
      'satisfied_together',
    ),
    ...piecesOf(
      best.filter((level) => !satisfiedLevels.includes(level)),
      n - satisfied,
      'others_together',
    ),
  ].filter((segment) => segment.n > 0)
}
