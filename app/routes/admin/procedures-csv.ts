import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering } from '#app/http/refusals.server.ts'
import { proceduresCsv } from '#app/offices/procedure-list.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The list of procedures as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'proceduresCsv')
    return new Response(await proceduresCsv(context.store.read), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="thu-tuc.csv"',
        'Cache-Control': 'no-store',
      },
    })
  })
