import type { OfficeKind, OfficeRow } from '#db/schema.ts'
import type { Day } from '../calendar/day.ts'

/** The sum of all that answers to the city stands above the roots, under this id. */
export const CITY = '*'

/** An office in its place in the tree, as one line of a table. */
export interface PlacedOffice {
  id: string
  name: string
  kind: OfficeKind
  depth: number
  /** Answers to the province, itself or by the office above it: shown, never charged to the city. */
  outside: boolean
  /** The line that takes its counts in; null for an office outside the city's authority. */
  countsInto: string | null
  validFrom: Day
  validTo: Day
}

/** Offices from the top of the tree down, siblings in the order given; one with a shown office below it is shown. */
export function placedOffices(rows: OfficeRow[], isShown: (row: OfficeRow) => boolean): PlacedOffice[] {
  const ids = new Set(rows.map((row) => row.id))
  const parentOf = (row: OfficeRow) =>
    row.parent_id !== null && ids.has(row.parent_id) ? row.parent_id : CITY
  const byParent = Map.groupBy(rows, parentOf)
  const placed = (row: OfficeRow, depth: number, above: boolean): PlacedOffice[] => {
    const outside = above || row.outside_authority === 1
    const below = (byParent.get(row.id) ?? []).flatMap((child) => placed(child, depth + 1, outside))
    if (below.length === 0 && !isShown(row)) return []
    const { id, name, kind, valid_from: validFrom, valid_to: validTo } = row
    const countsInto = row.outside_authority === 1 ? null : parentOf(row)
    return [{ id, name, kind, depth, outside, countsInto, validFrom, validTo }, ...below]
  }
  return (byParent.get(CITY) ?? []).flatMap((root) => placed(root, 0, false))
}

/** The line that is the whole city: its one root, or the sum above several. */
export function topOf(places: PlacedOffice[]): string {
  const [root, ...others] = places.filter(({ countsInto }) => countsInto === CITY)
  return root && others.length === 0 ? root.id : CITY
}

/** Each line's own counts with everything below it, and the city's sum: from raw counts, not from what is shown. */
export function rolledUp<T>(
  places: PlacedOffice[],
  ownOf: (id: string) => T,
  none: T,
  add: (a: T, b: T) => T,
): Map<string, T> {
  const totals = new Map<string, T>([[CITY, none], ...places.map(({ id }) => [id, ownOf(id)] as const)])
  const at = (id: string) => totals.get(id) ?? none
  for (const { id, countsInto } of places.toReversed()) {
    if (countsInto !== null) totals.set(countsInto, add(at(countsInto), at(id)))
  }
  return totals
}
