import { csvFraction, csvPoints } from '../i18n/numbers.ts'
import { type ColumnKind, defused, type ExportedCell } from './exported-table.ts'

const LINE_END = '\r\n'
const TO_BE_QUOTED = /[;"\r\n]/

/** The mark that tells a spreadsheet that the file is UTF-8. */
export const CSV_MARK = '\uFEFF'

/** One line of a file for a spreadsheet in Vietnam: `;` between cells, decimal comma, formulas defused. */
export function csvLine(cells: readonly ExportedCell[], kinds: readonly ColumnKind[]): string {
  let line = ''
  for (const [at, cell] of cells.entries()) {
    if (at > 0) line += ';'
    line += csvCell(cell, kinds[at] ?? 'text')
  }
  return line + LINE_END
}

export const csvHeader = (names: readonly string[]): string =>
  csvLine(
    names,
    names.map(() => 'text'),
  )

function csvCell(cell: ExportedCell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(defused(cell))
  if (kind === 'count') return String(cell)
  return kind === 'points' ? csvPoints(cell) : csvFraction(cell)
}

const quoted = (text: string): string => (TO_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
