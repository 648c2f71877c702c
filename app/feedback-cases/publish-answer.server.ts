import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { maskWord } from '#app/comments/exported-comments.ts'
import { maskedParts } from '#app/comments/personal-data.ts'
import { Forbidden } from '#app/errors.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { listHeads } from '#db/queries/case-staff.ts'
import {
  findPublishedAnswer,
  updatePublishedAnswer,
  writePublishedAnswer,
} from '#db/queries/published-answers.ts'
import type { PublishedAnswerRow, Tx } from '#db/schema.ts'
import type { PublicText } from './case-desk-forms.ts'
import type { CaseOutcome, CaseProblem } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { mayBePublic } from './public-answer.ts'
import { isRude } from './rude-words.ts'
import { standingCase } from './take-step.server.ts'

type Parts = Pick<CaseParts, 'store' | 'clock'>

/** Personal data out of it, the Vietnamese word of its kind in its place. */
const masked = (text: string): string =>
  maskedParts(text)
    .map((part) => maskWord('vi', part))
    .join('')

/**
 * Proposes what the public is to read of a case, masked; it is shown once another of Văn phòng has looked at it. A text
 * with insults is refused. @throws NotFound, Forbidden
 */
export function proposePublicAnswer(
  parts: Parts,
  viewer: Viewer,
  caseId: string,
  said: PublicText,
): Promise<CaseOutcome> {
  return withCase(parts, viewer, caseId, async (tx) => {
    const rude: Record<string, CaseProblem> = {}
    for (const field of ['question', 'answer'] as const) if (isRude(said[field])) rude[field] = 'rude'
    if (Object.keys(rude).length > 0) return { problems: rude }
    const proposed_at = parts.clock.now().toISOString()
    await writePublishedAnswer(tx, {
      ...{ case_id: caseId, question: masked(said.question), answer: masked(said.answer) },
      ...{ status: 'proposed', proposed_by: viewer.staffId, proposed_at },
      ...{ published_by: null, published_at: '', withdrawn_by: null, withdrawn_at: '' },
    })
    const others = (await listHeads(tx, 'city_office')).filter(({ id }) => id !== viewer.staffId)
    await tellStaff(
      tx,
      parts.clock,
      others.map(({ id }) => id),
      {
        event: 'case.public_proposed',
        subject: { kind: 'feedback_case', id: caseId },
        occasion: proposed_at,
      },
    )
    return { done: 'proposed' }
  })
}

/** Shows a proposed text to the public; whoever proposed it cannot. @throws NotFound, Forbidden */
export function publishAnswer(parts: Parts, viewer: Viewer, caseId: string): Promise<CaseOutcome> {
  return withCase(parts, viewer, caseId, async (tx, found) => {
    if (found?.status !== 'proposed') return { problems: { form: 'moved' } }
    if (found.proposed_by === viewer.staffId) return { problems: { form: 'own_text' } }
    const published_at = parts.clock.now().toISOString()
    const change = { status: 'published', published_at, published_by: viewer.staffId } as const
    await updatePublishedAnswer(tx, caseId, change)
    return { done: 'published' }
  })
}

/** Takes a text back, proposed or published, for whatever reason. @throws NotFound, Forbidden */
export function withdrawAnswer(parts: Parts, viewer: Viewer, caseId: string): Promise<CaseOutcome> {
  return withCase(parts, viewer, caseId, async (tx, found) => {
    if (!found || found.status === 'withdrawn') return { problems: { form: 'moved' } }
    const withdrawn_at = parts.clock.now().toISOString()
    const change = { status: 'withdrawn', withdrawn_at, withdrawn_by: viewer.staffId } as const
    await updatePublishedAnswer(tx, caseId, change)
    return { done: 'withdrawn' }
  })
}

/** One transaction with the case in it; the audit trail keeps the step, the text stands in its own table. */
function withCase(
  { store, clock }: Parts,
  viewer: Viewer,
  caseId: string,
  run: (tx: Tx, found: PublishedAnswerRow | undefined) => Promise<CaseOutcome>,
): Promise<CaseOutcome> {
  return store.write(async (tx) => {
    const { row } = await standingCase(tx, viewer, caseId)
    if (viewer.role !== 'city_office') throw new Forbidden()
    const found = await findPublishedAnswer(tx, caseId)
    // What is public already may always be taken back.
    if (!mayBePublic(row) && !found) return { problems: { form: 'moved' } }
    const outcome = await run(tx, found)
    if ('problems' in outcome) return outcome
    const after = await findPublishedAnswer(tx, caseId)
    if (!mayBePublic(row) && after?.status !== 'withdrawn') throw new Forbidden()
    await recordAudit(tx, clock, viewer, {
      action: `case.public_${outcome.done}`,
      subject: { kind: 'feedback_case', id: caseId },
      ...(found && { before: { status: found.status } }),
      after: { status: after?.status },
    })
    return outcome
  })
}
