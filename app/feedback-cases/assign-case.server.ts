import type { Viewer } from '#app/auth/viewer.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { type CaseHandler, listCaseHandlers } from '#db/queries/case-staff.ts'
import { listSuccessors } from '#db/queries/office-lineage.ts'
import { findOffice } from '#db/queries/offices.ts'
import type { Db } from '#db/schema.ts'
import { isJudgeOfItself } from './case-access.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { type StandingCase, takeStep } from './take-step.server.ts'

/** Whoever may be told to handle a case: never anybody of the office it is about. */
export async function handlersFor(db: Db, aboutOfficeId: string): Promise<CaseHandler[]> {
  const [about, successors, all] = await Promise.all([
    findOffice(db, aboutOfficeId),
    listSuccessors(db, aboutOfficeId),
    listCaseHandlers(db),
  ])
  if (!about) return []
  const after = new Set(successors.map(({ id }) => id))
  return all.filter(
    ({ office_id, path }) =>
      !office_id || !isJudgeOfItself(about, { id: office_id, path: path ?? '' }, after),
  )
}

/** Handlers that somebody may hand a case to: the head of an office gives it to that office's own. */
export const withinReach = (handlers: readonly CaseHandler[], viewer: Viewer, { ownPath }: StandingCase) =>
  viewer.role === 'office_head'
    ? handlers.filter(({ path }) => ownPath !== '' && path?.startsWith(ownPath))
    : handlers

/**
 * Tells somebody to handle a case, or hands it on sideways or up; the deadline stays the citizen's. Handing on needs a
 * reason. Whoever belongs to the office complained of is refused.
 */
export function assignCase(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  said: { handler: string; reason: string },
): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'assign', async (tx, standing) => {
    const { row } = standing
    const transfer = row.status === 'assigned'
    const able = withinReach(await handlersFor(tx, row.office_id), viewer, standing)
    const chosen = able.find(({ id }) => id === said.handler)
    if (!chosen) {
      const known = (await listCaseHandlers(tx)).some(({ id }) => id === said.handler)
      return { problems: { handler: known ? 'own_office' : 'not_a_choice' } }
    }
    if (chosen.id === row.handler_id) return { problems: { handler: 'same_handler' } }
    if (transfer && said.reason === '') return { problems: { reason: 'required' } }
    const at = parts.clock.now().toISOString()
    const happening = { event: 'case.assigned', subject: { kind: 'feedback_case', id: caseId }, occasion: at }
    await tellStaff(tx, parts.clock, [chosen.id], happening)
    return {
      change: {
        ...{ status: 'assigned', handler_id: chosen.id, handling_office_id: chosen.office_id },
        escalation: 0,
      },
      step: {
        kind: transfer ? 'transferred' : 'assigned',
        ...{ fromOfficeId: row.handling_office_id, toOfficeId: chosen.office_id, toStaffId: chosen.id },
        note: said.reason,
      },
      done: 'assigned',
    }
  })
}
