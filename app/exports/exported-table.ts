/**
 * What a column holds, which says how each file writes it: words, a whole number, a share from 0 to 1, points with two
 * decimals, a chance, a day `yyyy-MM-dd`, an instant as ISO text in UTC.
 */
export type ColumnKind = 'text' | 'count' | 'share' | 'points' | 'chance' | 'day' | 'instant'

export interface ExportedColumn {
  /** The column's name for a machine, the header of a CSV file. */
  readonly name: string
  /** What the page calls it, the header of a sheet. */
  readonly title: string
  readonly kind: ColumnKind
  /** What a sheet writes for each word that a CSV file keeps as it is for machines. */
  readonly words?: Readonly<Record<string, string>>
}

/** null: nothing to show, or nothing that may be shown; a hidden value never gets this far. */
export type ExportedCell = string | number | null

/** A table of a desk as its page shows it, for a file. */
export interface ExportedTable {
  /** The file's name without its ending. */
  readonly file: string
  readonly sheet: string
  readonly columns: readonly ExportedColumn[]
  readonly rows: Iterable<readonly ExportedCell[]> | AsyncIterable<readonly ExportedCell[]>
}

/** What a spreadsheet would take for the beginning of a formula, full-width signs too. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Text as a cell that no spreadsheet runs, also after it has been saved on in another form. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
