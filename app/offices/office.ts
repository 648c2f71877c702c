import { addDays, type Day } from '#app/calendar/day.ts'
import type { FormerNameRow, FormerParentRow, OfficeKind, OfficeRow } from '#db/schema.ts'

export const OFFICE_KINDS = [
  'city',
  'one_stop',
  'department',
  'ward',
  'commune',
] as const satisfies OfficeKind[]

/** What offices were called and under whom they stood before now. */
export interface OfficeHistory {
  names: readonly FormerNameRow[]
  parents: readonly FormerParentRow[]
}

export const isOpenOn = (thing: { valid_from: Day; valid_to: Day }, day: Day): boolean =>
  thing.valid_from <= day && day <= thing.valid_to

/** The last day before something else holds. */
export const dayBefore = (day: Day): Day => addDays(day, -1)

/** Of rows that say what held until a day: the one that held on `day`; undefined for what holds now. */
function heldOn<T extends { office_id: string; valid_to: Day }>(
  rows: readonly T[],
  officeId: string,
  day: Day,
): T | undefined {
  return rows
    .filter((row) => row.office_id === officeId && row.valid_to >= day)
    .reduce<T | undefined>((first, row) => (first && first.valid_to < row.valid_to ? first : row), undefined)
}

/** Under whom an office stood on a day; null at the top of a tree. */
export function parentOn(office: OfficeRow, parents: readonly FormerParentRow[], day: Day): string | null {
  const former = heldOn(parents, office.id, day)
  return former ? former.parent_id : office.parent_id
}

/** Offices under the names and parents of a day, so that figures of then are shown as of then; `path` stays today's. */
export function officesOn(
  offices: readonly OfficeRow[],
  { names, parents }: OfficeHistory,
  day: Day,
): OfficeRow[] {
  return offices.map((office) => {
    const { name, name_folded } = heldOn(names, office.id, day) ?? office
    return { ...office, name, name_folded, parent_id: parentOn(office, parents, day) }
  })
}

/** The day from which the name (or the place) an office has now holds. */
export function nowSince(rows: readonly { office_id: string; valid_to: Day }[], office: OfficeRow): Day {
  const last = rows.filter((row) => row.office_id === office.id).map((row) => row.valid_to)
  return last.reduce(
    (latest, day) => (addDays(day, 1) > latest ? addDays(day, 1) : latest),
    office.valid_from,
  )
}
