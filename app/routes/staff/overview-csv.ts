import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedPeriod, refusedDates } from '#app/http/asked-period.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedOverview } from '#app/reports/exported-overview.ts'
import { figuresFor } from '#app/reports/figures-source.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { releasedOverview } from '#app/reports/released-overview.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The overview's table as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const figures = figuresFor(await requireViewer(request, context, 'overviewCsv'))
    const { period, today, refused } = askedPeriod(request, context.clock)
    if (refused) return refusedDates(request, refused)
    const { read } = context.store
    const byLineage = new URL(request.url).searchParams.get('lineage') === '1'
    const overview =
      figures.kind === 'live'
        ? await officeOverview(read, figures, { period, today, byLineage })
        : await releasedOverview(read, figures, { period, today })
    return tableAnswer(request, exportedOverview(langOf(request), overview))
  })
