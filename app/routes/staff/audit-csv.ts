import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { auditCsv } from '#app/audit/audit-csv.server.ts'
import { auditEntries } from '#app/audit/audit-pages.server.ts'
import { filterOf, readAuditQuestion } from '#app/audit/audit-trail.ts'
import { answering } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same lines as a file, streamed: memory stays flat however long the trail is. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'auditCsv')
    const asked = readAuditQuestion(new URL(request.url).searchParams)
    const lines = auditCsv(auditEntries(context.store.read, filterOf(asked)))
    return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="nhat-ky.csv"',
        'Cache-Control': 'no-store',
      },
    })
  })
