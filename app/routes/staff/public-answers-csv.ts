import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportedPublicAnswers } from '#app/feedback-cases/exported-public-answers.ts'
import { publicAnswerList } from '#app/feedback-cases/public-answers.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same texts as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'publicAnswersCsv')
    const answers = await publicAnswerList(context.store.read)
    return tableAnswer(request, exportedPublicAnswers(langOf(request), answers))
  })
