import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedPeriod, refusedDates } from '#app/http/asked-period.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedNumbers } from '#app/reports/exported-numbers.ts'
import { liveFiguresFor } from '#app/reports/figures-source.ts'
import { threeNumbers } from '#app/reports/three-numbers.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The three numbers and what they are made from, as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'numbersCsv')
    const { period, today, refused } = askedPeriod(request, context.clock)
    if (refused) return refusedDates(request, refused)
    const numbers = await threeNumbers(context.store.read, liveFiguresFor(viewer), { period, today })
    return tableAnswer(request, exportedNumbers(langOf(request), numbers))
  })
