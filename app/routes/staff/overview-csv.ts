import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { readPeriod } from '#app/calendar/period.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { plainRefusal, tableAnswer } from '#app/http/table-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { exportedOverview } from '#app/reports/exported-overview.ts'
import { figuresFor } from '#app/reports/figures-source.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { refusedPeriodForm } from '#app/reports/period-form.ts'
import { releasedOverview } from '#app/reports/released-overview.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The overview's table as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const figures = figuresFor(await requireViewer(request, context, 'overviewCsv'))
    const asked = new URL(request.url).searchParams
    const [from, to] = [asked.get('from'), asked.get('to')]
    const today = dayOf(context.clock.now())
    const period = readPeriod(from, to, today)
    if (!period) return refusedDates(request, from, to)
    const { read } = context.store
    const byLineage = asked.get('lineage') === '1'
    const overview =
      figures.kind === 'live'
        ? await officeOverview(read, figures, { period, today, byLineage })
        : await releasedOverview(read, figures, { period, today })
    return tableAnswer(request, exportedOverview(langOf(request), overview))
  })

function refusedDates(request: Request, from: string | null, to: string | null): Response {
  const t = textsIn[langOf(request)]
  const lines = Object.entries(refusedPeriodForm(from, to).problems).map(
    ([field, problem]) => `${field}: ${t(`staff:period.problem.${problem}`)}`,
  )
  return plainRefusal(400, lines.join('\n'))
}
