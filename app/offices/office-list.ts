import type { Day } from '#app/calendar/day.ts'
import type { OfficeKind, OfficeRow } from '#db/schema.ts'

/** An office as one line of the list. */
export interface ListedOffice {
  id: string
  name: string
  kind: OfficeKind
  gsoCode: string
  outsideAuthority: boolean
  validFrom: Day
  validTo: Day
  depth: number
}

export interface OfficeList {
  day: Day
  open: ListedOffice[]
  closed: (ListedOffice & { successors: { id: string; name: string }[] })[]
  coming: ListedOffice[]
}

export const listedOffice = (row: OfficeRow, depth = 0): ListedOffice => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  gsoCode: row.gso_code,
  outsideAuthority: row.outside_authority === 1,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  depth,
})

/** Offices from the top of the tree down; one whose parent is not among them stands at the top. */
export function treeOf(rows: readonly OfficeRow[]): ListedOffice[] {
  const ids = new Set(rows.map(({ id }) => id))
  const byParent = Map.groupBy(rows, ({ parent_id }) =>
    parent_id !== null && ids.has(parent_id) ? parent_id : '',
  )
  const below = (parent: string, depth: number): ListedOffice[] =>
    (byParent.get(parent) ?? []).flatMap((row) => [listedOffice(row, depth), ...below(row.id, depth + 1)])
  return below('', 0)
}
