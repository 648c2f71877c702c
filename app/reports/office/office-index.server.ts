import { listOffices } from '#db/queries/offices.ts'
import type { Db } from '#db/schema.ts'
import type { Day } from '../../calendar/day.ts'
import { type PlacedOffice, placedOffices } from '../office-tree.ts'

/** Offices that stand today in the tree's order, and those that no longer do. */
export async function officeIndex(
  db: Db,
  today: Day,
): Promise<{ open: PlacedOffice[]; closed: PlacedOffice[] }> {
  const rows = await listOffices(db)
  return {
    open: placedOffices(rows, ({ valid_from, valid_to }) => valid_from <= today && today <= valid_to),
    closed: placedOffices(
      rows.filter(({ valid_to }) => valid_to < today),
      () => true,
    ),
  }
}
