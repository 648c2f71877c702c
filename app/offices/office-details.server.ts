import { addDays, type Day } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import { listFormerNames, listFormerParents, listOffices } from '#db/queries/offices.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { nowSince } from './office.ts'
import type { OfficeDetails, OfficeLink } from './office-details.ts'
import { listedOffice } from './office-list.ts'

/** Everything the page of one office says. @throws NotFound */
export async function officeDetails(db: Db, id: string): Promise<OfficeDetails> {
  const [rows, names, parents, lineage] = await Promise.all([
    listOffices(db),
    listFormerNames(db),
    listFormerParents(db),
    listLineage(db),
  ])
  const office = rows.find((row) => row.id === id)
  if (!office) throw new NotFound()
  const linkTo = (officeId: string | null): OfficeLink | null => {
    const found = rows.find((row) => row.id === officeId)
    return found ? { id: found.id, name: found.name } : null
  }
  const spans = <T extends { office_id: string; valid_to: Day }>(former: readonly T[]) =>
    former
      .filter((row) => row.office_id === id)
      .map((row, at, own) => ({ ...row, from: startAfter(own[at - 1], office), to: row.valid_to }))
  return {
    office: listedOffice(office),
    parent: linkTo(office.parent_id),
    names: [
      ...spans(names).map(({ name, from, to }) => ({ name, from, to })),
      { name: office.name, from: nowSince(names, office), to: office.valid_to },
    ],
    parents: [
      ...spans(parents).map(({ parent_id, from, to }) => ({ parent: linkTo(parent_id), from, to })),
      { parent: linkTo(office.parent_id), from: nowSince(parents, office), to: office.valid_to },
    ],
    predecessors: lineage
      .filter(({ successor_id }) => successor_id === id)
      .map(({ predecessor_id, predecessor_name, day, note }) => ({
        office: predecessor_id === null ? null : { id: predecessor_id, name: predecessor_name },
        name: predecessor_name,
        day,
        note,
      })),
    successors: lineage
      .filter(({ predecessor_id }) => predecessor_id === id)
      .flatMap(({ successor_id, day, note }) => {
        const successor = linkTo(successor_id)
        return successor ? [{ office: successor, name: successor.name, day, note }] : []
      }),
    children: rows.filter((row) => row.parent_id === id).map((row) => listedOffice(row)),
  }
}

const startAfter = (former: { valid_to: Day } | undefined, office: OfficeRow): Day =>
  former ? addDays(former.valid_to, 1) : office.valid_from
