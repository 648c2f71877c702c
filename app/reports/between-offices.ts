import type { Month } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import type { Measure } from '../offices/target.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { exactTest } from '../statistics/binomial.ts'
import { type FunnelLimits, type FunnelPlace, funnelLimits, funnelPlace } from '../statistics/funnel.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import type { PlacedOffice } from './office-tree.ts'
import type { RatingFigure, ShareFigure } from './rating-figure.ts'

/** Of the offices marked, the share expected to be marked by chance alone (statistics.md 4). */
export const FALSE_MARKS = 0.05

/** Where an office's share lies among the limits for as many ratings as it has. */
export interface Compared {
  limits: FunnelLimits
  place: FunnelPlace
  /** Exact, two-sided: how often an office exactly on target would lie at least as far from it. */
  p: number
  /** Marked when all offices are looked at together (Benjamini-Hochberg). */
  differs: 'below' | 'above' | null
}

export interface BetweenLine {
  office: PlacedOffice
  ratings: RatingFigure
  /** null for one whose share is not shown, or that answers to the province. */
  compared: Compared | null
  /** What the office has set itself for the year the period ends in, in thousandths. */
  targets: Partial<Record<Measure, number>>
  /** The twelve months, each as its own overview shows it. */
  months: ShareFigure[]
}

/** Offices without others below them, in the tree's order, against the city's target. */
export interface Between {
  period: Period
  isUnfinished: boolean
  definition: IndexDefinition
  months: Month[]
  lines: BetweenLine[]
}

/** Each office among the exact limits around the target; only what is shown takes part, so a mark tells no more. */
export function compareOffices<Line extends Pick<BetweenLine, 'office' | 'ratings'>>(
  lines: readonly Line[],
): (Line & { compared: Compared | null })[] {
  const tested = lines.flatMap(({ office, ratings }) =>
    ratings.state === 'shown' && !office.outside ? [{ id: office.id, ...ratings }] : [],
  )
  const ps = tested.map(({ satisfied, n }) => exactTest(satisfied, n, SATISFIED_TARGET))
  const marks = benjaminiHochberg(ps, FALSE_MARKS)
  const compared = new Map(
    tested.map(({ id, satisfied, n, share }, at): [string, Compared] => {
      const limits = funnelLimits(n, SATISFIED_TARGET)
      const side = share < SATISFIED_TARGET ? 'below' : 'above'
      const place = funnelPlace(satisfied, limits)
      return [id, { limits, place, p: ps[at] ?? 1, differs: marks[at] ? side : null }]
    }),
  )
  return lines.map((line) => ({ ...line, compared: compared.get(line.office.id) ?? null }))
}

/** Lines without other lines below them: what a line above them shows is theirs already. */
export function withoutThoseAbove<Line extends { office: PlacedOffice }>(lines: readonly Line[]): Line[] {
  const above = new Set(lines.map(({ office }) => office.countsInto))
  return lines.filter(({ office }) => !above.has(office.id))
}
