import { lastDayOf, type Month } from '../../calendar/day.ts'
import { hideLines, sumOf } from '../../statistics/hidden-lines.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { LEVELS, type Level, type LevelCounts, noCounts, totalOf } from '../../statistics/level-counts.ts'
import { maskedTable, withTotal } from '../../statistics/table-disclosure.ts'
import { CHARTED, type Charted, type ControlPoint, type Stretch } from '../control-series.ts'
import { hiddenPlaces } from '../hidden-places.ts'
import { emptyMonth, type History, historiesOf } from '../month-counts.ts'
import type { PlacedOffice } from '../office-tree.ts'
import { nothingCounted } from '../place-counts.ts'
import { type RatingFigure, ratingFigure } from '../rating-figure.ts'

/** A month of one office as it may be printed; `control` is what its charts say of it, null before they begin. */
export interface MonthFigure {
  month: Month
  ratings: RatingFigure
  returned: number
  onTime: number
  control: Record<Charted, ControlPoint | null>
}

interface Asked {
  officeId: string
  places: PlacedOffice[]
  own: ReadonlyMap<string, History>
  months: readonly Month[]
  definitionOn: (day: string) => IndexDefinition
  charts: Record<Charted, readonly Stretch[]>
}

/**
 * Months of one office: what its own month's page hides is hidden here too, and as much more as it takes that no month
 * is had by taking the others from a longer period.
 */
export function monthFigures({ officeId, places, own, months, definitionOn, charts }: Asked): MonthFigure[] {
  const history = historiesOf(places, own).get(officeId) ?? new Map()
  const points = new Map(
    CHARTED.map((measure) => [
      measure,
      new Map(charts[measure].flatMap((stretch) => stretch.points).map((point) => [point.month, point])),
    ]),
  )
  const counted = months.map((month) => {
    const { headline, ...dossiers } = (history.get(month) ?? emptyMonth) as typeof emptyMonth
    const definition = definitionOn(lastDayOf(month))
    const inTree = hiddenPlaces(
      places,
      (id) => ({ ...nothingCounted, headline: own.get(id)?.get(month)?.headline ?? noCounts }),
      definition,
    )
    const masked = inTree.levels.get(officeId) ?? new Set<Level>()
    return { month, headline, dossiers, definition, masked, isHidden: inTree.ratings.has(officeId) }
  })
  const k = Math.max(0, ...counted.map(({ definition }) => definition.minimumN))
  const hidden = hiddenMonths(
    counted.map(({ headline, isHidden }) => ({ n: totalOf(headline), isHidden })),
    k,
  )
  const masked = maskedMonths(counted, counted.at(-1)?.definition)
  return counted.map(({ month, headline, dossiers, definition, masked: inTree }, at) => ({
    month,
    ratings: ratingFigure(
      headline,
      definition,
      hidden.has(at),
      new Set([...inTree, ...(masked.get(month) ?? [])]),
    ),
    returned: dossiers.returned,
    onTime: dossiers.onTime,
    control: {
      // A point holds its n: of a hidden month there is none.
      satisfied: hidden.has(at) ? null : (points.get('satisfied')?.get(month) ?? null),
      on_time: points.get('on_time')?.get(month) ?? null,
    },
  }))
}

/** Levels that no month may show, since a year's sum and the other months would give them away. */
function maskedMonths(
  months: readonly { month: Month; headline: LevelCounts }[],
  definition: IndexDefinition | undefined,
): Map<Month, Level[]> {
  if (!definition) return new Map()
  const positions = (isIn: (level: Level) => boolean) =>
    LEVELS.flatMap((level, at) => (isIn(level) ? [at] : []))
  const negative = positions((level) => !definition.satisfiedLevels.includes(level))
  const groups = [negative, positions((level) => definition.satisfiedLevels.includes(level))]
  const lines = months.map(({ month, headline }) => ({
    ...{ id: month, parentId: null },
    own: LEVELS.map((level) => headline[level]),
  }))
  const { cells } = maskedTable(withTotal(lines), { k: definition.minimumN, groups, negative })
  return new Map(months.map(({ month }) => [month, LEVELS.filter((_level, at) => cells.get(month)?.has(at))]))
}

/** By position: months that are hidden, too small, or needed so that two at least with `k` together are unseen. */
export function hiddenMonths(months: readonly { n: number; isHidden: boolean }[], k: number): Set<number> {
  const lines = months.map(({ n }, at) => ({ id: `${at}`, parentId: 'all', own: [n] }))
  const hidden = hideLines([{ id: 'all', parentId: null, own: [0] }, ...lines], {
    isSmall: ({ id, total }) => id !== 'all' && (months[Number(id)]?.isHidden || sumOf(total) < k),
    isVague: ({ rest, hidden }) => hidden.length > 1 && sumOf(rest) >= Math.max(k, hidden.length + 5),
  })
  hidden.delete('all')
  return new Set([...hidden].map(Number))
}
