import { listOffices } from '#db/queries/offices.ts'
import type { Db } from '#db/schema.ts'
import type { Day } from '../../calendar/day.ts'
import { NotFound } from '../../errors.ts'
import type { FiguresSource } from '../figures-source.ts'
import { type PlacedOffice, placedOffices } from '../office-tree.ts'

/** Offices that stand today in the tree's order, and those that no longer do: all, or one's own part. */
export async function officeIndex(
  db: Db,
  figures: FiguresSource,
  today: Day,
): Promise<{ open: PlacedOffice[]; closed: PlacedOffice[] }> {
  const all = await listOffices(db)
  const top = figures.kind === 'live' ? null : all.find(({ id }) => id === figures.officeId)
  if (top === undefined) throw new NotFound()
  const rows = top ? all.filter(({ path }) => path.startsWith(top.path)) : all
  return {
    open: placedOffices(rows, ({ valid_from, valid_to }) => valid_from <= today && today <= valid_to),
    closed: placedOffices(
      rows.filter(({ valid_to }) => valid_to < today),
      () => true,
    ),
  }
}
