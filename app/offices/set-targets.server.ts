import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { Forbidden } from '#app/errors.ts'
import { listFormerNames, listOffices } from '#db/queries/offices.ts'
import { deleteTarget, listTargetsOfYear, writeTarget } from '#db/queries/targets.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import { type AdministrationParts, maySetTargets } from './administration.ts'
import { officesOn } from './office.ts'
import { type ListedOffice, treeOf } from './office-list.ts'
import type { Outcome } from './outcome.ts'
import { readTargets, type TargetsView } from './target.ts'

/** The offices that stood at some time of a year, under the names they had at its end. */
export async function officesOfYear(db: Db, year: number): Promise<ListedOffice[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const [offices, names] = [await listOffices(db), await listFormerNames(db)]
  const isOfYear = ({ valid_from, valid_to }: OfficeRow) => valid_from <= last && valid_to >= first
  return treeOf(officesOn(offices, { names, parents: [] }, last).filter(isOfYear))
}

/**
 * Writes what offices have set themselves for a year (plan of the People's Committee, V.6); an empty field is no own
 * target. Only what changed is written, a line of the trail an office.
 */
export function setTargets(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  year: number,
  form: URLSearchParams,
): Promise<Outcome> {
  if (!maySetTargets(viewer)) throw new Forbidden()
  return store.write(async (tx) => {
    const offices = await officesOfYear(tx, year)
    const read = readTargets(
      form,
      offices.map(({ id }) => id),
    )
    if ('problems' in read) return read
    const known = await listTargetsOfYear(tx, year)
    for (const { officeId, measure, permille } of read.targets) {
      const was = known.find((row) => row.office_id === officeId && row.measure === measure)?.permille ?? ''
      if (was === permille) continue
      const target = { office_id: officeId, year, measure }
      if (permille === '') await deleteTarget(tx, target)
      else await writeTarget(tx, { ...target, permille })
      await recordAudit(tx, clock, viewer, {
        action: 'target.set',
        subject: { kind: 'office', id: officeId },
        before: { year, measure, permille: was },
        after: { year, measure, permille },
      })
    }
    return { done: 'targetsSet' }
  })
}

/** What every office of a year has set itself. */
export async function targetsOfYear(db: Db, year: number): Promise<TargetsView> {
  const [offices, rows] = await Promise.all([officesOfYear(db, year), listTargetsOfYear(db, year)])
  const targetsOf = (officeId: string) =>
    Object.fromEntries(
      rows
        .filter(({ office_id }) => office_id === officeId)
        .map(({ measure, permille }) => [measure, permille]),
    )
  return {
    year,
    offices: offices.map(({ id, name, gsoCode }) => ({ id, name, gsoCode, targets: targetsOf(id) })),
  }
}
