import type { Period } from '../calendar/period.ts'
import type { TakenOver } from '../offices/lineage.ts'
import type { Measure } from '../offices/target.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { totalOf } from '../statistics/level-counts.ts'
import { onTimeMet } from '../statistics/verdict.ts'
import type { HiddenPlaces } from './hidden-places.ts'
import type { MonthShare } from './monthly-shares.ts'
import { type PlacedOffice, rolledUp, topOf } from './office-tree.ts'
import { addPlaceCounts, nothingCounted, type PlaceCounts } from './place-counts.ts'
import { type RatingFigure, ratingFigure, type ShareFigure, verifiedFigure } from './rating-figure.ts'

/** What is printed of one place: its own counts with everything below it. */
export interface PlaceFigures {
  returned: number
  onTime: number
  /** More than 99% on time or early; null when nothing was returned. */
  onTimeMet: boolean | null
  /** Returned dossiers with a verified rating; null where the ratings are hidden. */
  rated: number | null
  ratings: RatingFigure
  verified: ShareFigure
}

export interface OfficeLine extends PlaceFigures {
  office: PlacedOffice
  /** Whose figures stand in this line too, when they are rolled up by lineage. */
  includes: TakenOver[]
  /** What the office has set itself for the year the period ends in, in thousandths. */
  targets: Partial<Record<Measure, number>>
}

export interface Overview {
  period: Period
  /** Its last day is still to come, or is today. */
  isUnfinished: boolean
  definition: IndexDefinition
  /** Figures of merged offices are added to their successors'. */
  byLineage: boolean
  city: PlaceFigures
  offices: OfficeLine[]
  months: MonthShare[]
}

/** The lines of a period and the city's sum, with nothing in them that may not be shown. */
export function overviewLines(
  places: PlacedOffice[],
  counts: ReadonlyMap<string, PlaceCounts>,
  definition: IndexDefinition,
  hidden: HiddenPlaces,
): { city: PlaceFigures; offices: (PlaceFigures & { office: PlacedOffice })[] } {
  const ownOf = (id: string) => counts.get(id) ?? nothingCounted
  const totals = rolledUp(places, ownOf, nothingCounted, addPlaceCounts)
  const figures = (id: string) => placeFigures(id, totals.get(id) ?? nothingCounted, definition, hidden)
  return {
    city: figures(topOf(places)),
    offices: places.map((office) => ({ office, ...figures(office.id) })),
  }
}

function placeFigures(
  id: string,
  counts: PlaceCounts,
  definition: IndexDefinition,
  hidden: HiddenPlaces,
): PlaceFigures {
  const { headline, verified, returned, onTime, rated } = counts
  const masked = hidden.levels.get(id) ?? new Set()
  return {
    returned,
    onTime,
    onTimeMet: onTimeMet(onTime, returned),
    rated: totalOf(headline) > 0 && hidden.ratings.has(id) ? null : rated,
    ratings: ratingFigure(headline, definition, hidden.ratings.has(id), masked),
    verified: verifiedFigure(verified, returned, definition, hidden.verified.has(id)),
  }
}
