import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedPeriod, refusedDates } from '#app/http/asked-period.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import { exportedBetween } from '#app/reports/exported-between.ts'
import { liveFiguresFor } from '#app/reports/figures-source.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The offices beside each other as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'betweenCsv')
    const { period, today, refused } = askedPeriod(request, context.clock)
    if (refused) return refusedDates(request, refused)
    const between = await betweenOffices(context.store.read, liveFiguresFor(viewer), { period, today })
    return tableAnswer(request, exportedBetween(langOf(request), between))
  })
