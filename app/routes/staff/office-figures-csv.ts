import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { readPeriod } from '#app/calendar/period.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { plainRefusal, tableAnswer } from '#app/http/table-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { figuresFor } from '#app/reports/figures-source.ts'
import { exportedFor } from '#app/reports/office/shown-office.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** One of an office's tables as a file (`?bang=`; month by month without it). */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'officeFiguresCsv')
    const asked = new URL(request.url).searchParams
    const today = dayOf(context.clock.now())
    const period = readPeriod(asked.get('from'), asked.get('to'), today)
    const lang = langOf(request)
    if (!period) return plainRefusal(400, textsIn[lang]('staff:period.problem.not_a_day'))
    const { read } = context.store
    const question = { officeId: params.office ?? '', period, today }
    const table = asked.get('bang') ?? 'thang'
    return tableAnswer(request, await exportedFor(read, figuresFor(viewer), { lang, question, table }))
  })
