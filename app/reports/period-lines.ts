import type { OfficeDossierSum } from '#db/queries/dossier-counts.ts'
import type { OfficeLevelSum } from '#db/queries/level-counts.ts'
import type { OfficeRow } from '#db/schema.ts'
import type { Period } from '../calendar/period.ts'
import type { Lineage } from '../offices/lineage.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { countsByLineage, hiddenByLineage } from './by-lineage.ts'
import { hiddenPlaces } from './hidden-places.ts'
import { type PlacedOffice, placedOffices } from './office-tree.ts'
import { overviewLines, type PlaceFigures } from './overview.ts'
import { countsByOffice, isCounted, nothingCounted } from './place-counts.ts'

export interface CountedPeriod {
  period: Period
  /** Offices under the names and parents of the period's last day. */
  rows: OfficeRow[]
  definition: IndexDefinition
  levels: OfficeLevelSum[]
  dossiers: OfficeDossierSum[]
  lineage: Lineage
}

export const noLineage: Lineage = { into: new Map(), taken: [] }

/** The city's sum and its lines of one period in the tree's order, with nothing in them that may not be shown. */
export function periodLines({ period, rows, definition, levels, dossiers, lineage }: CountedPeriod): {
  city: PlaceFigures
  offices: (PlaceFigures & { office: PlacedOffice })[]
  places: PlacedOffice[]
} {
  const counts = countsByOffice(definition, levels, dossiers)
  const places = placedOffices(rows, (row) => {
    const counted = counts.get(row.id)
    return isValidIn(period, row) || (counted !== undefined && isCounted(counted))
  })
  const hidden = hiddenPlaces(places, (id) => counts.get(id) ?? nothingCounted, definition)
  if (lineage.into.size === 0) return { places, ...overviewLines(places, counts, definition, hidden) }
  const moved = countsByLineage(counts, lineage)
  const stay = new Set(places.map(({ id }) => lineage.into.get(id) ?? id))
  const rolled = placedOffices(rows, ({ id }) => stay.has(id) && !lineage.into.has(id))
  const hiddenToo = hiddenByLineage({ places, counts, hidden }, { places: rolled }, lineage)
  return { places: rolled, ...overviewLines(rolled, moved, definition, hiddenToo) }
}

export const isValidIn = ({ from, to }: Period, row: OfficeRow): boolean =>
  row.valid_from <= to && from <= row.valid_to
