import type { OfficeRow } from '#db/schema.ts'
import { type PlacedOffice, placedOffices } from './office-tree.ts'
import type { PeriodRecord, RecordedOffice } from './period-record.ts'

/** A record's offices under the names and parents of its last day. */
export const recordedRows = ({ offices }: Pick<PeriodRecord, 'offices'>): OfficeRow[] =>
  offices.map(officeRow)

const officeRow = (office: RecordedOffice): OfficeRow => ({
  id: office.id,
  name: office.name,
  name_folded: '',
  kind: office.kind,
  parent_id: office.parent === '' ? null : office.parent,
  path: '',
  position: office.position,
  gso_code: office.gso_code,
  outside_authority: office.outside,
  valid_from: office.valid_from,
  valid_to: office.valid_to,
})

type Scoped = Pick<PeriodRecord, 'offices' | 'from' | 'to'>

/** Its offices in their tree: those that stood in the period, and others of which something was counted. */
export const recordedPlaces = (record: Scoped, isCounted: (id: string) => boolean): PlacedOffice[] =>
  placedOffices(
    recordedRows(record),
    ({ id, valid_from, valid_to }) => (valid_from <= record.to && record.from <= valid_to) || isCounted(id),
  )

/** An office with all below it, in the order of the tree; '' is every office of the city, those outside it left out. */
export function placesWithin(places: readonly PlacedOffice[], office: string): PlacedOffice[] {
  if (office === '') return places.filter(({ outside }) => !outside)
  const at = places.findIndex(({ id }) => id === office)
  if (at < 0) return []
  const top = places[at]?.depth ?? 0
  const end = places.findIndex(({ depth }, index) => index > at && depth <= top)
  return places.slice(at, end < 0 ? undefined : end)
}
