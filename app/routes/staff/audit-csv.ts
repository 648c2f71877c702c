import type { LoaderFunctionArgs } from '@remix-run/node'
import { auditEntries } from '#app/audit/audit-pages.server.ts'
import { filterOf, readAuditQuestion } from '#app/audit/audit-trail.ts'
import { exportedAudit } from '#app/audit/exported-audit.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same lines as a file, streamed: memory stays flat however long the trail is. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'auditCsv')
    const asked = readAuditQuestion(new URL(request.url).searchParams)
    const entries = auditEntries(context.store.read, filterOf(asked))
    return tableAnswer(request, exportedAudit(langOf(request), entries))
  })
