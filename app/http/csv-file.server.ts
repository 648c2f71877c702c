import { stringify } from 'csv-stringify/sync'

export type Cell = string | number

/** A table as a file for a spreadsheet in Vietnam: UTF-8 with its mark, `;`, formulas defused. */
export function csvFile(name: string, columns: readonly string[], rows: readonly Cell[][]): Response {
  const text = stringify([[...columns], ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A name that begins like a formula must not run in the spreadsheet that opens it.
    escape_formulas: true,
  })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
