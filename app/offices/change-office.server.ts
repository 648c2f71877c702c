import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { type Day, dayOf, LAST_DAY } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { moveCounterEnds } from '#db/queries/counters.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import {
  insertFormerName,
  insertFormerParent,
  listFormerNames,
  listFormerParents,
  listOffices,
  updateOffice,
  updateOfficeParent,
} from '#db/queries/offices.ts'
import type { OfficeKind, OfficeRow, Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import { folded } from './folded.ts'
import { dayBefore, type OfficeHistory } from './office.ts'
import { closingProblems, movingProblems, renamingProblems, reopeningProblems } from './office-rules.ts'
import { isEmpty, type Outcome, type Problems } from './outcome.ts'

/** What a change to an office looks at. */
interface Standing {
  tx: Tx
  office: OfficeRow
  offices: OfficeRow[]
  today: Day
}

/** What a change does once nothing stands against it: its name in the trail, before and after. */
interface Change {
  done: string
  action: string
  before: object
  after: object
}

/**
 * Runs one change of an office with its line in the audit trail.
 * @throws Forbidden, NotFound
 */
function changeOffice(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  change: (standing: Standing) => Promise<{ problems: Problems } | Change>,
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const offices = await listOffices(tx)
    const office = offices.find(({ id }) => id === officeId)
    if (!office) throw new NotFound()
    const made = await change({ tx, office, offices, today: dayOf(clock.now()) })
    if ('problems' in made) return made
    const { done, ...deed } = made
    await recordAudit(tx, clock, viewer, { ...deed, subject: { kind: 'office', id: officeId } })
    return { done }
  })
}

/** Gives an office another name from a day; figures of days before are shown under the one it had. */
export function renameOffice(
  parts: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  wanted: { name: string; day: Day },
): Promise<Outcome> {
  return changeOffice(parts, viewer, officeId, async ({ tx, office, today }) => {
    const problems = renamingProblems(office, await historyOf(tx), wanted, today)
    if (!isEmpty(problems)) return { problems }
    const { id, name, name_folded } = office
    await insertFormerName(tx, { office_id: id, name, name_folded, valid_to: dayBefore(wanted.day) })
    await updateOffice(tx, id, { name: wanted.name, name_folded: folded(wanted.name) })
    return {
      done: 'renamed',
      action: 'office.rename',
      before: { name },
      after: { name: wanted.name, from: wanted.day },
    }
  })
}

/** Puts an office with all below it under another from a day; its figures stay its own. */
export function moveOffice(
  parts: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  wanted: { parent: string; day: Day },
): Promise<Outcome> {
  return changeOffice(parts, viewer, officeId, async ({ tx, office, offices, today }) => {
    const problems = movingProblems(offices, await historyOf(tx), office, wanted, today)
    if (!isEmpty(problems)) return { problems }
    const parent = offices.find(({ id }) => id === wanted.parent) ?? null
    const { id, parent_id } = office
    await insertFormerParent(tx, { office_id: id, parent_id, valid_to: dayBefore(wanted.day) })
    await updateOfficeParent(tx, office, parent)
    return {
      done: 'moved',
      action: 'office.move',
      before: { parent: parent_id },
      after: { parent: parent?.id ?? null, from: wanted.day },
    }
  })
}

/** Closes an office with its counters; the day before `day` is its last. Codes on its walls go on working. */
export function closeOffice(
  parts: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  { day }: { day: Day },
): Promise<Outcome> {
  return changeOffice(parts, viewer, officeId, async ({ tx, office, offices }) => {
    const problems = closingProblems(offices, await listLineage(tx), office, day)
    if (!isEmpty(problems)) return { problems }
    return { done: 'closed', action: 'office.close', ...(await endOffice(tx, office, dayBefore(day))) }
  })
}

/** Takes back a closing that was entered by mistake. */
export function reopenOffice(parts: AdministrationParts, viewer: Viewer, officeId: string): Promise<Outcome> {
  return changeOffice(parts, viewer, officeId, async ({ tx, office, offices }) => {
    const problems = reopeningProblems(offices, await listLineage(tx), office)
    if (!isEmpty(problems)) return { problems }
    return { done: 'reopened', action: 'office.reopen', ...(await endOffice(tx, office, LAST_DAY)) }
  })
}

/** Sets the last day of an office, and of the counters that end with it or after it. */
export async function endOffice(tx: Tx, { id, valid_to }: OfficeRow, lastDay: Day) {
  await updateOffice(tx, id, { valid_to: lastDay })
  await moveCounterEnds(tx, id, valid_to, lastDay)
  return { before: { valid_to }, after: { valid_to: lastDay } }
}

/** Puts right what was entered wrongly: no history but the audit trail. */
export function correctOffice(
  parts: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  wanted: { name: string; kind: OfficeKind; gso_code: string; outside_authority: boolean },
): Promise<Outcome> {
  return changeOffice(parts, viewer, officeId, async ({ tx, office }) => {
    const { name, kind, gso_code, outside_authority } = office
    const after = { ...wanted, outside_authority: wanted.outside_authority ? 1 : 0 }
    await updateOffice(tx, officeId, { ...after, name_folded: folded(wanted.name) })
    return {
      done: 'corrected',
      action: 'office.correct',
      before: { name, kind, gso_code, outside_authority },
      after,
    }
  })
}

async function historyOf(tx: Tx): Promise<OfficeHistory> {
  const [names, parents] = [await listFormerNames(tx), await listFormerParents(tx)]
  return { names, parents }
}
