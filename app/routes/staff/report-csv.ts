import type { LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { askedReport } from '#app/reports/report/asked-report.server.ts'
import { reportTables } from '#app/reports/report/report-tables.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** One of a report's tables as a file (`?bang=`; the offices without it). */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'reportTableCsv')
    const asked = new URL(request.url).searchParams
    const lang = langOf(request)
    const wanted = asked.get('bang') ?? 'don-vi'
    const tables = reportTables(lang, await askedReport(context, lang, params, asked))
    const table = tables.find(({ id }) => id === wanted)
    if (!table) throw new NotFound()
    return tableAnswer(request, table)
  })
