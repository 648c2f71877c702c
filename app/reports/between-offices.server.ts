import type { CountedSpan, OfficeMonthLevels } from '#db/queries/monthly-level-counts.ts'
import { sumLevelsByOfficeAndMonth } from '#db/queries/monthly-level-counts.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import type { Db } from '#db/schema.ts'
import { type Day, lastDayOf, type Month, monthOf } from '../calendar/day.ts'
import { containing, lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { levelCountsOf, noCounts, totalOf } from '../statistics/level-counts.ts'
import { type Between, compareOffices, withoutThoseAbove } from './between-offices.ts'
import type { LiveFigures } from './figures-source.ts'
import { hiddenRatings, ownLine } from './hidden-places.ts'
import { type KnownCity, knownCity } from './known-city.server.ts'
import { levelsOf } from './office-overview.server.ts'
import { placedOffices } from './office-tree.ts'
import { noLineage, periodLines } from './period-lines.ts'
import { type ShareFigure, shareFigure } from './rating-figure.ts'

/** The offices of a period against the city's target and each other, with their last twelve months; counts only. */
export async function betweenOffices(
  db: Db,
  _leave: LiveFigures,
  { period, today }: { period: Period; today: Day },
): Promise<Between> {
  const year = lastTwelveMonths(period)
  const [known, levels, targets] = await Promise.all([
    knownCity(db),
    levelsOf(db, period),
    listTargetsOfYear(db, Number(period.to.slice(0, 4))),
  ])
  const months = monthsOf(year)
  const spans = spansFrom(monthOf(year.from), known.spansUntil(monthOf(year.to)))
  const trends = trendsOf(known, months, await sumLevelsByOfficeAndMonth(db, spans))
  const definition = known.definitionOn(period.to)
  const rows = known.officesOn(period.to)
  const targetsOf = Map.groupBy(targets, ({ office_id }) => office_id)
  const { offices } = periodLines({ period, rows, definition, levels, dossiers: [], lineage: noLineage })
  return {
    ...{ period, definition, months },
    isUnfinished: today <= period.to,
    lines: compareOffices(withoutThoseAbove(offices)).map(({ office, ratings, compared }) => ({
      ...{ office, ratings, compared },
      months: months.map((month) => trends(office.id, month)),
      targets: Object.fromEntries(
        (targetsOf.get(office.id) ?? []).map(({ measure, permille }) => [measure, permille]),
      ),
    })),
  }
}

/** The spans from a month on. */
function spansFrom(first: Month, spans: CountedSpan[]): [CountedSpan, ...CountedSpan[]] {
  const [latest, ...others] = spans
    .filter(({ to }) => to >= first)
    .map((span) => ({ ...span, from: span.from < first ? first : span.from }))
  if (!latest) throw new Error(`No index definition is in force in ${first}`)
  return [latest, ...others]
}

/** What each office shows of each month: what the overview of that month shows, so the two together say no more. */
function trendsOf(known: KnownCity, months: Month[], rows: readonly OfficeMonthLevels[]) {
  const byMonth = Map.groupBy(rows, ({ month }) => month)
  const figures = new Map(months.map((month) => [month, figuresOf(known, month, byMonth.get(month) ?? [])]))
  return (officeId: string, month: Month): ShareFigure =>
    figures.get(month)?.get(officeId) ?? { state: 'none' }
}

function figuresOf(
  known: KnownCity,
  month: Month,
  rows: readonly OfficeMonthLevels[],
): Map<string, ShareFigure> {
  const { from, to } = containing('month', `${month}-01`)
  const definition = known.definitionOn(lastDayOf(month))
  const counts = new Map(rows.map((row) => [row.office_id, levelCountsOf(row)]))
  const places = placedOffices(
    known.officesOn(to),
    ({ id, valid_from, valid_to }) => counts.has(id) || (valid_from <= to && from <= valid_to),
  )
  const nOf = (id: string) => totalOf(counts.get(id) ?? noCounts)
  const hidden = hiddenRatings(places, nOf, definition.minimumN)
  return new Map(
    [...counts].map(([id, own]) => [
      id,
      shareFigure(own, definition, hidden.has(id) || hidden.has(ownLine(id))),
    ]),
  )
}
