import type { Cell } from 'write-excel-file/node'
import { asInVietnam } from '../calendar/day.ts'
import { type ColumnKind, defused, type ExportedCell, type ExportedTable } from './exported-table.ts'

/** A sheet is put together whole before it is packed; more lines than this are for CSV. */
export const LARGEST_SHEET = 5_000

/** The table has more lines than a sheet takes here. */
export class TooManyRows extends Error {}

const FORMATS: Record<ColumnKind, string> = {
  text: '@',
  count: '#,##0',
  share: '0.0%',
  points: '0.00',
  chance: '0.0000',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
}
const [NARROWEST, WIDEST, LONGEST_TITLE_LINE, NUMBER_WIDTH] = [10, 60, 20, 8]
const NOT_IN_SHEET_NAMES = /[\\/?*[\]:]/g
const LONGEST_SHEET_NAME = 31

/**
 * A table as a workbook of one sheet: real numbers and days, header frozen, columns as wide as what they hold.
 * @throws TooManyRows
 */
export const xlsxFile = (table: ExportedTable): Promise<Buffer> => xlsxBook([table])

/** Several tables as one workbook, a sheet each in their order. @throws TooManyRows */
export async function xlsxBook(tables: readonly ExportedTable[]): Promise<Buffer> {
  const sheets: Awaited<ReturnType<typeof sheetOf>>[] = []
  for (const table of tables) sheets.push(await sheetOf(table))
  // Loaded with the first workbook, not with the server.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(sheets).toBuffer()
}

async function sheetOf({ sheet, columns, rows }: ExportedTable) {
  const widths = columns.map(({ title }) => Math.min(title.length, LONGEST_TITLE_LINE))
  const data: Cell[][] = [
    columns.map(({ title }) => ({ value: defused(title), type: String, fontWeight: 'bold', wrap: true })),
  ]
  for await (const row of rows) {
    if (data.length > LARGEST_SHEET) throw new TooManyRows()
    const cells = row.map((cell, at) => columns[at]?.words?.[cell ?? ''] ?? cell)
    data.push(cells.map((cell, at) => sheetCell(cell, columns[at]?.kind ?? 'text')))
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))
  }
  return {
    data,
    sheet: sheet.replace(NOT_IN_SHEET_NAMES, ' ').slice(0, LONGEST_SHEET_NAME),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, width + 2)) })),
  }
}

const widthOf = (cell: ExportedCell): number => (typeof cell === 'string' ? cell.length : NUMBER_WIDTH)

function sheetCell(cell: ExportedCell, kind: ColumnKind): Cell {
  if (cell === null || cell === '') return null
  const format = FORMATS[kind]
  if (typeof cell === 'number') return { value: cell, type: Number, format }
  if (kind === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format }
  // A sheet knows no zone: what is written is what the clock showed in Vietnam.
  if (kind === 'instant') return { value: asInVietnam(new Date(cell)), type: Date, format }
  return { value: defused(cell), type: String, format }
}
