import type { LoaderFunctionArgs } from '@remix-run/node'
import { everyAlert } from '#app/alerts/alert-list.server.ts'
import { readAlertQuestion } from '#app/alerts/alert-list.ts'
import { exportedAlerts } from '#app/alerts/exported-alerts.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same alerts as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'alertsCsv')
    const question = readAlertQuestion(new URL(request.url).searchParams)
    return tableAnswer(request, exportedAlerts(langOf(request), everyAlert(context.store.read, question)))
  })
