import type { Period } from '../calendar/period.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { totalOf } from '../statistics/level-counts.ts'
import { onTimeMet } from '../statistics/verdict.ts'
import { type HiddenPlaces, hiddenPlaces } from './hidden-places.ts'
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
}

export interface Overview {
  period: Period
  /** Its last day is still to come, or is today. */
  isUnfinished: boolean
  definition: IndexDefinition
  city: PlaceFigures
  offices: OfficeLine[]
  months: MonthShare[]
}

/** The lines of a period and the city's sum, with nothing in them that may not be shown. */
export function overviewLines(
  places: PlacedOffice[],
  counts: ReadonlyMap<string, PlaceCounts>,
  definition: IndexDefinition,
): Pick<Overview, 'city' | 'offices'> {
  const ownOf = (id: string) => counts.get(id) ?? nothingCounted
  const totals = rolledUp(places, ownOf, nothingCounted, addPlaceCounts)
  const hidden = hiddenPlaces(places, ownOf, definition)
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
