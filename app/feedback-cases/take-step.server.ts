import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import { findPlacedCase, type PlacedCaseRow } from '#db/queries/case-places.ts'
import { updateCase } from '#db/queries/feedback-cases.ts'
import type { Db, FeedbackCaseRow, Tx } from '#db/schema.ts'
import { mayTake, type PlacedCase, sightOf } from './case-access.ts'
import { recordStep, type Step } from './case-log.server.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { type Move, mayFollow } from './feedback-case.ts'

/** A case as it stands before somebody who may see something of it. */
export interface StandingCase {
  row: FeedbackCaseRow
  placed: PlacedCase
  ownPath: string
  sight: 'all' | 'outside'
  names: Pick<PlacedCaseRow, 'about_name' | 'handling_name' | 'handler_name'>
}

/** @throws NotFound for a case that is not there, or not for this viewer */
export async function standingCase(db: Db, viewer: Viewer, caseId: string): Promise<StandingCase> {
  const found = await findPlacedCase(db, caseId, viewer.officeId ?? '')
  if (!found) throw new NotFound()
  const { about_path, handling_path, own_path, about_name, handling_name, handler_name, ...row } = found
  const placed = { row, aboutPath: about_path, handlingPath: handling_path ?? '' }
  const ownPath = own_path ?? ''
  const sight = sightOf(viewer, placed, ownPath)
  if (sight === 'none') throw new NotFound()
  return { row, placed, ownPath, sight, names: { about_name, handling_name, handler_name } }
}

/** What a step changes, and what the log says of it. */
export interface Taken {
  change: Parameters<typeof updateCase>[2]
  step: Step
  done: Extract<CaseOutcome, { done: unknown }>['done']
}

/**
 * Takes one step with a case in one transaction: its row, a line of its log and one of the audit trail.
 * @throws NotFound, Forbidden; a step that the case's state no longer allows is a refusal at `form`
 */
export function takeStep(
  { store, clock }: Pick<CaseParts, 'store' | 'clock'>,
  viewer: Viewer,
  caseId: string,
  move: Move,
  run: (tx: Tx, standing: StandingCase) => Promise<Taken | Extract<CaseOutcome, { problems: unknown }>>,
): Promise<CaseOutcome> {
  return store.write(async (tx) => {
    const standing = await standingCase(tx, viewer, caseId)
    if (!mayFollow(move, standing.row.status)) return { problems: { form: 'moved' } }
    if (!mayTake(move, viewer, standing.placed, standing.ownPath)) throw new Forbidden()
    const taken = await run(tx, standing)
    if ('problems' in taken) return taken
    await updateCase(tx, caseId, taken.change)
    await recordStep(tx, clock, caseId, { staffId: viewer.staffId, ...taken.step })
    await recordAudit(tx, clock, viewer, {
      action: `case.${taken.step.kind}`,
      subject: { kind: 'feedback_case', id: caseId },
      before: outsideOf(standing.row),
      after: outsideOf({ ...standing.row, ...taken.change }),
    })
    return { done: taken.done }
  })
}

/** What the audit trail keeps of a case: never anybody's words. */
const outsideOf = (row: FeedbackCaseRow) => {
  const { status, queue, kind, category, handler_id, handling_office_id, classify_by, answer_by, round } = row
  return { status, queue, kind, category, handler_id, handling_office_id, classify_by, answer_by, round }
}
