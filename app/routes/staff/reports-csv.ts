import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedPeriods } from '#app/reports/report/exported-periods.ts'
import { reportPeriods } from '#app/reports/report/report-periods.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The periods with their closes as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'reportsCsv')
    const { periods } = await reportPeriods(context.store.read, dayOf(context.clock.now()))
    return tableAnswer(request, exportedPeriods(langOf(request), periods))
  })
