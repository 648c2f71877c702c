import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { requireViewer } from '#app/session-cookie.ts'
import { exportedNd61 } from '#app/surveys/exported-nd61.ts'
import { nd61OfOffices } from '#app/surveys/nd61.server.ts'
import { readScoredPeriod } from '#app/surveys/scored-period.ts'

/** The indicators' table as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'nd61Csv')
    const asked = new URL(request.url).searchParams
    const period = readScoredPeriod(asked.get('from'), asked.get('to'), dayOf(context.clock.now()))
    const offices = await nd61OfOffices(context.store.read, period)
    return tableAnswer(request, exportedNd61(langOf(request), period, offices))
  })
