import { sumDossiersByOfficeInDays, sumDossiersByOfficeInMonths } from '#db/queries/dossier-counts.ts'
import { listIndexDefinitions } from '#db/queries/index-definitions.ts'
import { sumLevelsByOfficeInDays, sumLevelsByOfficeInMonths } from '#db/queries/level-counts.ts'
import { sumLevelsByMonthWithout } from '#db/queries/monthly-level-counts.ts'
import { listOffices } from '#db/queries/offices.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { type Day, monthOf } from '../calendar/day.ts'
import { isWholeMonths, lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { type IndexDefinition, indexDefinitionOf } from '../statistics/index-definition.ts'
import { type MonthShare, monthlyShares } from './monthly-shares.ts'
import { placedOffices } from './office-tree.ts'
import { type Overview, overviewLines } from './overview.ts'
import { countsByOffice, isCounted } from './place-counts.ts'

/** Every office's figures of a period in the tree's order, the city's sum and its last twelve months; counts only. */
export async function officeOverview(
  db: Db,
  { period, today }: { period: Period; today: Day },
): Promise<Overview> {
  const [rows, definitions, levels, dossiers] = await Promise.all([
    listOffices(db),
    listIndexDefinitions(db),
    levelsOf(db, period),
    dossiersOf(db, period),
  ])
  const known = definitions.map(indexDefinitionOf)
  const definition = inForceOn(known, period.to)
  const counts = countsByOffice(definition, levels, dossiers)
  const places = placedOffices(rows, (row) => {
    const counted = counts.get(row.id)
    return isValidIn(period, row) || (counted !== undefined && isCounted(counted))
  })
  const year = lastTwelveMonths(period)
  const outside = placedOffices(rows, () => true).filter((place) => place.outside)
  const monthly = await sumLevelsByMonthWithout(
    db,
    monthOf(year.from),
    monthOf(year.to),
    outside.map(({ id }) => id),
  )
  const lines = overviewLines(places, counts, definition)
  const months = monthlyShares(monthsOf(year), monthly, (day) => inForceOn(known, day), definition.minimumN)
  return {
    period,
    isUnfinished: today <= period.to,
    definition,
    months: lines.city.ratings.state === 'hidden' ? withoutMonthsOf(period, months) : months,
    ...lines,
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

/** Whole months cost a thirtieth when they are read by month. */
function levelsOf(db: Db, period: Period) {
  return isWholeMonths(period)
    ? sumLevelsByOfficeInMonths(db, monthOf(period.from), monthOf(period.to))
    : sumLevelsByOfficeInDays(db, period.from, period.to)
}

function dossiersOf(db: Db, period: Period) {
  return isWholeMonths(period)
    ? sumDossiersByOfficeInMonths(db, monthOf(period.from), monthOf(period.to))
    : sumDossiersByOfficeInDays(db, period.from, period.to)
}

const isValidIn = ({ from, to }: Period, row: OfficeRow): boolean =>
  row.valid_from <= to && from <= row.valid_to

/** The first migration sets one that is valid from the first day on, so there always is one. */
function inForceOn(newestFirst: IndexDefinition[], day: Day): IndexDefinition {
  const found = newestFirst.find(({ validFrom }) => validFrom <= day)
  if (!found) throw new Error(`No index definition is in force on ${day}`)
  return found
}
