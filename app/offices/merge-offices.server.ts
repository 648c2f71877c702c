import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { LAST_DAY } from '#app/calendar/day.ts'
import { insertLineage, listLineage } from '#db/queries/office-lineage.ts'
import { listOffices } from '#db/queries/offices.ts'
import type { LineageRow, OfficeRow, Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import { endOffice } from './change-office.server.ts'
import { mergingProblems, NEW_OFFICE, outsideNames } from './merging-rules.ts'
import { dayBefore } from './office.ts'
import type { Merger } from './office-form.ts'
import { insertOpenedOffice } from './open-office.server.ts'
import { isEmpty, type Outcome } from './outcome.ts'

/**
 * Lets one office take over from others on a day, all of it or nothing: a new successor opens, predecessors close with
 * the day before, and lineage says who followed whom. Figures stay with the office they were given to.
 */
export function mergeOffices(parts: AdministrationParts, viewer: Viewer, merger: Merger): Promise<Outcome> {
  requireAdministrator(viewer)
  const { store, clock } = parts
  return store.write(async (tx) => {
    const offices = await listOffices(tx)
    const problems = mergingProblems(offices, await listLineage(tx), merger)
    if (!isEmpty(problems)) return { problems }
    const chosen = offices.filter(({ id }) => merger.predecessors.includes(id))
    for (const office of chosen) await closePredecessor(tx, parts, viewer, office, merger)
    const successor = await successorOf(tx, parts, viewer, offices, merger)
    const lines = lineageOfMerger(successor.id, chosen, merger, clock.now())
    await insertLineage(tx, lines)
    await recordAudit(tx, clock, viewer, {
      action: 'office.merge',
      subject: { kind: 'office', id: successor.id },
      after: {
        day: merger.day,
        note: merger.note,
        predecessors: lines.map(({ predecessor_id, predecessor_name }) => predecessor_id ?? predecessor_name),
      },
    })
    return { done: 'merged', id: successor.id }
  })
}

/** One that closed with that day already (a divided office is taken over several times) is left as it is. */
async function closePredecessor(
  tx: Tx,
  { clock }: AdministrationParts,
  viewer: Viewer,
  office: OfficeRow,
  { day }: Merger,
): Promise<void> {
  if (office.valid_to === dayBefore(day)) return
  const change = await endOffice(tx, office, dayBefore(day))
  const subject = { kind: 'office', id: office.id }
  await recordAudit(tx, clock, viewer, { action: 'office.close', subject, ...change })
}

async function successorOf(
  tx: Tx,
  { clock }: AdministrationParts,
  viewer: Viewer,
  offices: readonly OfficeRow[],
  { successor, day, name, kind, parent, gso_code }: Merger,
): Promise<Pick<OfficeRow, 'id'>> {
  if (successor !== NEW_OFFICE) return { id: successor }
  return insertOpenedOffice(tx, clock, viewer, offices, {
    ...{ name, kind, parent, gso_code },
    from: day,
    until: LAST_DAY,
    outside_authority: false,
  })
}

function lineageOfMerger(
  successorId: string,
  chosen: readonly OfficeRow[],
  merger: Merger,
  now: Date,
): LineageRow[] {
  const { day, note } = merger
  const line = (predecessor_id: string | null, predecessor_name: string): LineageRow => ({
    id: uuidv7({ msecs: now.getTime() }),
    predecessor_id,
    predecessor_name,
    successor_id: successorId,
    day,
    note,
  })
  return [
    ...chosen.map(({ id, name }) => line(id, name)),
    ...outsideNames(merger).map((name) => line(null, name)),
  ]
}
