import { Readable } from 'node:stream'
import { csvStream } from '#app/exports/csv-stream.server.ts'
import type { ExportedTable } from '#app/exports/exported-table.ts'
import { LARGEST_SHEET, TooManyRows, xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { langOf } from './language.server.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table as the file its address ends in: `.xlsx` a workbook, else CSV, streamed. */
export async function tableAnswer(request: Request, table: ExportedTable): Promise<Response> {
  if (!new URL(request.url).pathname.endsWith('.xlsx')) {
    const csv = Readable.toWeb(csvStream(table)) as ReadableStream
    return new Response(csv, { headers: headersOf(`${table.file}.csv`, 'text/csv; charset=utf-8') })
  }
  try {
    const workbook = await xlsxFile(table)
    const length = { 'Content-Length': String(workbook.byteLength) }
    return new Response(new Uint8Array(workbook), {
      headers: { ...headersOf(`${table.file}.xlsx`, XLSX), ...length },
    })
  } catch (thrown) {
    if (!(thrown instanceof TooManyRows)) throw thrown
    const lang = langOf(request)
    return plainRefusal(413, textsIn[lang]('exports:tooMany', { n: formatCount(lang, LARGEST_SHEET) }))
  }
}

/** What a file's address answers when there is no file: one line of text, since nobody looks at a page there. */
export const plainRefusal = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

const headersOf = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})
