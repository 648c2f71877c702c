import type { LoaderFunctionArgs } from '@remix-run/node'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { askedReport } from '#app/reports/report/asked-report.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The report as the Word document that is filed. */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'reportWord')
    const asked = new URL(request.url).searchParams
    const lang = langOf(request)
    const report = await askedReport(context, lang, params, asked)
    // Word's library is large: it is loaded when the first report is asked for, not with the server.
    const { reportDocument } = await import('#app/reports/report/report-document.server.ts')
    const { kind, from } = report.period
    return new Response(new Uint8Array(await reportDocument(lang, report)), {
      headers: {
        'Content-Type': DOCX,
        'Content-Disposition': `attachment; filename="bao-cao-${kind}-${from}.docx"`,
        'Cache-Control': 'no-store',
      },
    })
  })
