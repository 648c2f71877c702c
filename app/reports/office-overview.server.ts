import { sumDossiersOver, sumLevelsOver } from '#db/queries/counted-stretches.ts'
import { sumLevelsByMonthWithout } from '#db/queries/monthly-level-counts.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import type { Db, OfficeRow, OfficeTargetRow } from '#db/schema.ts'
import { type Day, lastDayOf, monthOf } from '../calendar/day.ts'
import { lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { stretchesOf } from '../calendar/stretches.ts'
import { lineageOf } from '../offices/lineage.server.ts'
import { includedIn } from './by-lineage.ts'
import type { LiveFigures } from './figures-source.ts'
import { knownCity } from './known-city.server.ts'
import { countedByMonth, type MonthShare, monthlyShares } from './monthly-shares.ts'
import { placedOffices } from './office-tree.ts'
import type { Overview } from './overview.ts'
import { type CountedPeriod, noLineage, periodLines } from './period-lines.ts'

export interface OverviewQuestion {
  period: Period
  today: Day
  byLineage?: boolean
}

/**
 * Every office's figures of a period in the tree's order, the city's sum and its last twelve months; counts only. Names
 * and tree are those of the period's last day. `byLineage` adds figures of merged offices to their successors'.
 */
export async function officeOverview(
  db: Db,
  _leave: LiveFigures,
  { period, today, byLineage = false }: OverviewQuestion,
): Promise<Overview> {
  const [known, levels, dossiers, targets] = await Promise.all([
    knownCity(db),
    levelsOf(db, period),
    dossiersOf(db, period),
    listTargetsOfYear(db, Number(period.to.slice(0, 4))),
  ])
  const rows = known.officesOn(period.to)
  const year = lastTwelveMonths(period)
  const monthly = await sumLevelsByMonthWithout(db, monthOf(year.from), monthOf(year.to), outsideOf(rows))
  const lineage = byLineage ? await lineageOf(db, today) : noLineage
  const definition = known.definitionOn(period.to)
  const headline = countedByMonth(monthly, (month) => known.definitionOn(lastDayOf(month)))
  return overviewOf({
    ...{ period, rows, definition, levels, dossiers, lineage, targets, today, byLineage },
    months: monthlyShares(monthsOf(year), headline, known.definitionOn, definition.minimumN),
  })
}

/** Offices that answer to the province: no part of the city's sum. */
export const outsideOf = (rows: OfficeRow[]): string[] =>
  placedOffices(rows, () => true)
    .filter((place) => place.outside)
    .map(({ id }) => id)

interface Counted extends CountedPeriod {
  today: Day
  byLineage: boolean
  targets: OfficeTargetRow[]
  months: MonthShare[]
}

/** The overview from what was counted. */
export function overviewOf({ today, byLineage, targets, months, ...counted }: Counted): Overview {
  const { period, definition, lineage } = counted
  const { city, offices } = periodLines(counted)
  const targetsOf = Map.groupBy(targets, ({ office_id }) => office_id)
  return {
    ...{ period, definition, byLineage, city },
    isUnfinished: today <= period.to,
    months: city.ratings.state === 'hidden' ? withoutMonthsOf(period, months) : months,
    offices: offices.map((line) => ({
      ...line,
      includes: includedIn(lineage, line.office.id),
      targets: Object.fromEntries(
        (targetsOf.get(line.office.id) ?? []).map(({ measure, permille }) => [measure, permille]),
      ),
    })),
  }
}

/** A sum that may not be shown is not shown by its months either. */
function withoutMonthsOf(period: Period, months: MonthShare[]): MonthShare[] {
  const hidden = new Set(monthsOf(period))
  return months.map(({ month, figure }) => ({
    month,
    figure: hidden.has(month) && figure.state === 'shown' ? { state: 'hidden' } : figure,
  }))
}

/** What was rated in a period, read by month as far as it can be. */
export const levelsOf = (db: Db, period: Period) => sumLevelsOver(db, stretchesOf(period))

/** The dossiers returned in it. */
export const dossiersOf = (db: Db, period: Period) => sumDossiersOver(db, stretchesOf(period))
