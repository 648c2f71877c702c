import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { readPeriod } from '#app/calendar/period.ts'
import { readCommentQuestion } from '#app/comments/comment-question.ts'
import { readableComments } from '#app/comments/comment-view.server.ts'
import { exportedComments } from '#app/comments/exported-comments.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { plainRefusal, tableAnswer } from '#app/http/table-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { hiddenLevelsByOffice } from '#app/reports/hidden-levels.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same comments as a file, masked, streamed. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'commentsCsv')
    const asked = new URL(request.url).searchParams
    const lang = langOf(request)
    const period = readPeriod(asked.get('from'), asked.get('to'), dayOf(context.clock.now()))
    if (!period) return plainRefusal(400, textsIn[lang]('staff:period.problem.not_a_day'))
    const db = context.store.read
    const city = await hiddenLevelsByOffice(db, period)
    const question = { period, question: readCommentQuestion(asked), ...city, mayRead: true }
    return tableAnswer(request, exportedComments(lang, period, city.offices, readableComments(db, question)))
  })
