import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { readPeriod } from '#app/calendar/period.ts'
import { readCommentQuestion } from '#app/comments/comment-question.ts'
import { commentView } from '#app/comments/comment-view.server.ts'
import { exportedThemes } from '#app/comments/exported-comments.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { plainRefusal, tableAnswer } from '#app/http/table-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { hiddenLevelsByOffice } from '#app/reports/hidden-levels.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** Offices by themes as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'commentThemesCsv')
    const asked = new URL(request.url).searchParams
    const lang = langOf(request)
    const period = readPeriod(asked.get('from'), asked.get('to'), dayOf(context.clock.now()))
    if (!period) return plainRefusal(400, textsIn[lang]('staff:period.problem.not_a_day'))
    const db = context.store.read
    const city = await hiddenLevelsByOffice(db, period)
    const question = { ...readCommentQuestion(asked), office: '' }
    const view = await commentView(db, { period, question, ...city, mayRead: false }, null)
    return tableAnswer(request, exportedThemes(lang, period, view))
  })
