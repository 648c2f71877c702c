import { sumReleasedByMonth, sumReleasedByOffice } from '#db/queries/released-sums.ts'
import { findReleasedThrough } from '#db/queries/releases.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { type Day, lastDayOf } from '../calendar/day.ts'
import { lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { NotFound } from '../errors.ts'
import type { ReleasedFigures } from './figures-source.ts'
import { type KnownCity, knownCity } from './known-city.server.ts'
import { countedByMonth, monthlyShares } from './monthly-shares.ts'
import { dossiersOf, overviewOf } from './office-overview.server.ts'
import type { Overview, PlaceFigures } from './overview.ts'
import { noLineage } from './period-lines.ts'

/** The figures of a measured office and those below it; `city` is the office's own line, never the city's. */
export interface ReleasedOverview extends Overview {
  office: { id: string; name: string }
  /** The last day whose ratings may have been released; '' before the first release. */
  releasedThrough: Day | ''
}

/**
 * An office's own part of the tree from released counts alone: a rating counts on the last day of its batch. Dossiers
 * are the office's own work and live; how many of them were rated is not told. @throws NotFound for an unknown office
 */
export async function releasedOverview(
  db: Db,
  figures: ReleasedFigures,
  question: { period: Period; today: Day },
): Promise<ReleasedOverview> {
  return (await countedRelease(db, figures, question)).overview
}

/** The same with what its pages go on from, in eight statements; `rows` are the offices of the own part. */
export async function countedRelease(
  db: Db,
  { officeId }: ReleasedFigures,
  { period, today }: { period: Period; today: Day },
): Promise<{ known: KnownCity; rows: OfficeRow[]; overview: ReleasedOverview }> {
  const known = await knownCity(db)
  const rows = partOf(known.officesOn(period.to), officeId)
  const offices = rows.map(({ id }) => id)
  const year = lastTwelveMonths(period)
  const [levels, dossiers, targets, monthly, releasedThrough] = await Promise.all([
    sumReleasedByOffice(db, { offices, ...period }),
    dossiersOf(db, period),
    listTargetsOfYear(db, Number(period.to.slice(0, 4))),
    sumReleasedByMonth(db, { offices, ...year }),
    findReleasedThrough(db),
  ])
  const definition = known.definitionOn(period.to)
  const headline = countedByMonth(monthly, (month) => known.definitionOn(lastDayOf(month)))
  const own = new Set(offices)
  const overview = overviewOf({
    ...{ period, rows, definition, levels, targets, today, byLineage: false, lineage: noLineage },
    dossiers: dossiers.filter(({ office_id }) => own.has(office_id)),
    months: monthlyShares(monthsOf(year), headline, known.definitionOn, definition.minimumN),
  })
  return {
    ...{ known, rows },
    overview: {
      ...overview,
      office: { id: officeId, name: rows.find(({ id }) => id === officeId)?.name ?? '' },
      releasedThrough,
      city: withoutRated(overview.city),
      offices: overview.offices.map(withoutRated),
    },
  }
}

/** An office with all below it; its own counts stand in its line even where it answers to the province. */
function partOf(rows: OfficeRow[], officeId: string): OfficeRow[] {
  const top = rows.find(({ id }) => id === officeId)
  if (!top) throw new NotFound()
  return rows
    .filter(({ path }) => path.startsWith(top.path))
    .map((row) => (row === top ? { ...row, outside_authority: 0, parent_id: null } : row))
}

/** How many dossiers were rated is known the moment it happens, so it is not told. */
const withoutRated = <Figures extends PlaceFigures>(figures: Figures): Figures => ({
  ...figures,
  rated: null,
})
