import type { Viewer } from '#app/auth/viewer.ts'
import { maskWord } from '#app/comments/exported-comments.ts'
import { maskedParts } from '#app/comments/personal-data.ts'
import { findPublishedAnswer, listPublishedAnswers } from '#db/queries/published-answers.ts'
import type { CaseAnswerRow, Db, FeedbackCaseRow } from '#db/schema.ts'
import { caseNumber } from './feedback-case.ts'
import { type ListedPublicAnswer, mayBePublic, type PublicAnswer } from './public-answer.ts'

/** What stands or may be proposed of a case for the public; null for everybody but Văn phòng and for cases that never are. */
export async function publicAnswerOf(
  db: Db,
  viewer: Viewer,
  row: FeedbackCaseRow,
  answers: readonly CaseAnswerRow[],
): Promise<PublicAnswer | null> {
  if (viewer.role !== 'city_office') return null
  const found = await findPublishedAnswer(db, row.id)
  if (!found && !mayBePublic(row)) return null
  if (found) {
    const { question, answer, status, proposed_by } = found
    const mayPublish = status === 'proposed' && proposed_by !== viewer.staffId && mayBePublic(row)
    return { question, answer, status, mayPublish }
  }
  const sent = answers.findLast(({ status }) => status === 'sent')?.original ?? ''
  const answer = maskedParts(sent)
    .map((part) => maskWord('vi', part))
    .join('')
  return { question: row.summary, answer, status: null, mayPublish: false }
}

/** Every text there is, those that wait for a second look first. */
export async function publicAnswerList(db: Db): Promise<ListedPublicAnswer[]> {
  return (await listPublishedAnswers(db)).map((row) => ({
    ...{ caseId: row.case_id, number: caseNumber(row), officeId: row.office_id, office: row.office },
    ...{ question: row.question, answer: row.answer, status: row.status },
    ...{ proposedAt: row.proposed_at, publishedAt: row.published_at, withdrawnAt: row.withdrawn_at },
  }))
}
