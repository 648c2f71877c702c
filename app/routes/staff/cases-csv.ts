import type { LoaderFunctionArgs } from '@remix-run/node'
import { listedCases } from '#app/feedback-cases/case-list.server.ts'
import { readCaseQuestion } from '#app/feedback-cases/case-question.ts'
import { exportedCases } from '#app/feedback-cases/exported-cases.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same cases as a file: no words, no contact data. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'casesCsv')
    const question = readCaseQuestion(new URL(request.url).searchParams, viewer.role)
    const cases = listedCases(context, viewer, question)
    return tableAnswer(request, exportedCases(langOf(request), `phan-anh-${question.view}`, cases))
  })
