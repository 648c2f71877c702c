import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { answering } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/session-cookie.ts'
import { nd61OfOffices } from '#app/surveys/nd61.server.ts'
import { nd61Csv, nd61FileName } from '#app/surveys/nd61-csv.server.ts'
import { readScoredPeriod } from '#app/surveys/scored-period.ts'

/** The indicators' table as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'nd61Csv')
    const asked = new URL(request.url).searchParams
    const period = readScoredPeriod(asked.get('from'), asked.get('to'), dayOf(context.clock.now()))
    return new Response(nd61Csv(await nd61OfOffices(context.store.read, period)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${nd61FileName(period)}"`,
        'Cache-Control': 'no-store',
      },
    })
  })
