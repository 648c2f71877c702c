import { sumDossiersByOfficeInDays, sumDossiersByOfficeInMonths } from '#db/queries/dossier-counts.ts'
import { listIndexDefinitions } from '#db/queries/index-definitions.ts'
import { sumLevelsByOfficeInDays, sumLevelsByOfficeInMonths } from '#db/queries/level-counts.ts'
import { sumLevelsByMonthWithout } from '#db/queries/monthly-level-counts.ts'
import { listFormerNames, listFormerParents, listOffices } from '#db/queries/offices.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { type Day, monthOf } from '../calendar/day.ts'
import { isWholeMonths, lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { lineageOf } from '../offices/lineage.server.ts'
import type { Lineage } from '../offices/lineage.ts'
import { officesOn } from '../offices/office.ts'
import { type IndexDefinition, indexDefinitionOf } from '../statistics/index-definition.ts'
import { countsByLineage, hiddenByLineage, includedIn } from './by-lineage.ts'
import { hiddenPlaces } from './hidden-places.ts'
import { type MonthShare, monthlyShares } from './monthly-shares.ts'
import { type PlacedOffice, placedOffices } from './office-tree.ts'
import { type Overview, overviewLines } from './overview.ts'
import { countsByOffice, isCounted, nothingCounted, type PlaceCounts } from './place-counts.ts'

/**
 * Every office's figures of a period in the tree's order, the city's sum and its last twelve months; counts only. Names
 * and tree are those of the period's last day. `byLineage` adds figures of merged offices to their successors'.
 */
export async function officeOverview(
  db: Db,
  { period, today, byLineage = false }: { period: Period; today: Day; byLineage?: boolean },
): Promise<Overview> {
  const [rows, definitions, levels, dossiers, targets] = await Promise.all([
    officesAt(db, period.to),
    listIndexDefinitions(db),
    levelsOf(db, period),
    dossiersOf(db, period),
    listTargetsOfYear(db, Number(period.to.slice(0, 4))),
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
  const lineage: Lineage = byLineage ? await lineageOf(db, today) : { into: new Map(), taken: [] }
  const lines = linesOf({ rows, places, counts, definition, lineage })
  const months = monthlyShares(monthsOf(year), monthly, (day) => inForceOn(known, day), definition.minimumN)
  return {
    period,
    isUnfinished: today <= period.to,
    definition,
    byLineage,
    months: lines.city.ratings.state === 'hidden' ? withoutMonthsOf(period, months) : months,
    city: lines.city,
    offices: lines.offices.map((line) => ({
      ...line,
      includes: includedIn(lineage, line.office.id),
      targets: Object.fromEntries(
        targets
          .filter(({ office_id }) => office_id === line.office.id)
          .map(({ measure, permille }) => [measure, permille]),
      ),
    })),
  }
}

/** Offices under the names and parents of a day. */
async function officesAt(db: Db, day: Day): Promise<OfficeRow[]> {
  const [rows, names, parents] = await Promise.all([
    listOffices(db),
    listFormerNames(db),
    listFormerParents(db),
  ])
  return officesOn(rows, { names, parents }, day)
}

interface Counted {
  rows: OfficeRow[]
  places: PlacedOffice[]
  counts: ReadonlyMap<string, PlaceCounts>
  definition: IndexDefinition
  lineage: Lineage
}

function linesOf({ rows, places, counts, definition, lineage }: Counted) {
  const hidden = hiddenPlaces(places, (id) => counts.get(id) ?? nothingCounted, definition)
  if (lineage.into.size === 0) return overviewLines(places, counts, definition, hidden)
  const moved = countsByLineage(counts, lineage)
  const stay = new Set(places.map(({ id }) => lineage.into.get(id) ?? id))
  const rolled = placedOffices(rows, ({ id }) => stay.has(id) && !lineage.into.has(id))
  const hiddenToo = hiddenByLineage({ places, counts, hidden }, { places: rolled }, lineage)
  return overviewLines(rolled, moved, definition, hiddenToo)
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
