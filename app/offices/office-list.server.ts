import type { Day } from '#app/calendar/day.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import { listFormerNames, listFormerParents, listOffices } from '#db/queries/offices.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { isOpenOn, officesOn } from './office.ts'
import { type ListedOffice, listedOffice, type OfficeList, treeOf } from './office-list.ts'

/** The tree as it stood on a day, with what had closed by then and what was still to open. */
export async function officeList(db: Db, day: Day): Promise<OfficeList> {
  const [rows, names, parents, lineage] = await Promise.all([
    listOffices(db),
    listFormerNames(db),
    listFormerParents(db),
    listLineage(db),
  ])
  const offices = officesOn(rows, { names, parents }, day)
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  const successorsOf = (row: OfficeRow) =>
    lineage
      .filter(({ predecessor_id }) => predecessor_id === row.id)
      .map(({ successor_id }) => ({ id: successor_id, name: nameOf.get(successor_id) ?? '' }))
  return {
    day,
    open: treeOf(offices.filter((row) => isOpenOn(row, day))),
    closed: offices
      .filter((row) => row.valid_to < day)
      .map((row) => ({ ...listedOffice(row), successors: successorsOf(row) })),
    coming: offices.filter((row) => row.valid_from > day).map((row) => listedOffice(row)),
  }
}

/** Every office of every time in the order of the tree, to choose from. */
export async function everyOffice(db: Db): Promise<ListedOffice[]> {
  return treeOf(await listOffices(db))
}
