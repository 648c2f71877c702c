import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf } from '#app/calendar/day.ts'
import { Forbidden } from '#app/errors.ts'
import { writeCaseAnswer } from '#db/queries/case-answers.ts'
import { updateCase } from '#db/queries/feedback-cases.ts'
import type { CaseAnswerRow, FeedbackCaseRow } from '#db/schema.ts'
import { mayTake } from './case-access.ts'
import type { Draft } from './case-desk-forms.ts'
import type { CaseOutcome, CaseProblem } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { standingCase, takeStep } from './take-step.server.ts'

const answerOf = (
  row: FeedbackCaseRow,
  viewer: Viewer,
  draft: Draft,
  at: string,
  status: CaseAnswerRow['status'],
): CaseAnswerRow => ({
  ...{ case_id: row.id, round: row.round, original: draft.original, lang: row.lang },
  text: row.lang === 'vi' ? '' : draft.text,
  ...{ status, staff_id: viewer.staffId, saved_at: at, sent_at: status === 'sent' ? at : '' },
})

/** Keeps what is written so far; only the handler sees it. @throws NotFound, Forbidden */
export function saveDraft(
  { store, clock }: CaseParts,
  viewer: Viewer,
  caseId: string,
  draft: Draft,
): Promise<CaseOutcome> {
  return store.write(async (tx) => {
    const { row, placed, ownPath } = await standingCase(tx, viewer, caseId)
    if (row.status !== 'assigned') return { problems: { form: 'moved' } }
    if (!mayTake('answer', viewer, placed, ownPath)) throw new Forbidden()
    await writeCaseAnswer(tx, answerOf(row, viewer, draft, clock.now().toISOString(), 'draft'))
    await updateCase(tx, caseId, { summary: draft.summary })
    return { done: 'drafted' }
  })
}

/**
 * Answers a case in the citizen's language with the Vietnamese original kept; the summary is what the office it is
 * about will read. Whether it was in time is settled by the first answer.
 */
export function answerCase(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  draft: Draft,
): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'answer', async (tx, { row }) => {
    const missing: Record<string, CaseProblem> = {}
    if (draft.original === '') missing.original = 'required'
    if (row.lang !== 'vi' && draft.text === '') missing.text = 'required'
    if (draft.summary === '') missing.summary = 'required'
    if (Object.keys(missing).length > 0) return { problems: missing }
    const now = parts.clock.now()
    const at = now.toISOString()
    await writeCaseAnswer(tx, answerOf(row, viewer, draft, at, 'sent'))
    const inTime = dayOf(now) <= row.answer_by ? 'on_time' : 'late'
    return {
      change: {
        ...{ status: 'answered', summary: draft.summary, answered_at: at, handled_well: '', escalation: 0 },
        first_answer: row.first_answer || inTime,
      },
      step: { kind: 'answered' },
      done: 'answered',
    }
  })
}
