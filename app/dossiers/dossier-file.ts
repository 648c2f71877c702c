import { parse } from 'csv-parse/sync'
import type { Dossier } from './dossier.ts'
import { normalDossierCode } from './dossier-code.ts'
import { type ColumnPlaces, type DossierColumn, readColumns } from './dossier-columns.ts'
import { type KnownCity, readLine } from './dossier-line.ts'
import type { DossierProblem } from './dossier-problem.ts'

/**
 * Reads a file of dossiers: UTF-8 with or without BOM, `,` or `;` between cells, any line ends, its columns in any
 * order. Either every line is good, or all that is wrong is named by line, counted as an editor does.
 */
export function readDossierFile(
  bytes: Uint8Array,
  city: KnownCity,
): { dossiers: Dossier[] } | { problems: DossierProblem[] } {
  const text = asText(bytes)
  if (text === null) return { problems: [{ line: 1, kind: 'not_utf8', detail: '' }] }
  const reading = new DossierReading(city)
  readRecords(
    text,
    (line, cells) => reading.take(line, cells),
    (line) => reading.problems.push({ line, kind: 'quotes', detail: '' }),
  )
  return reading.outcome()
}

function asText(bytes: Uint8Array): string | null {
  try {
    // The parser counts a CRLF inside quotes twice, and trusts the first line's end for all others.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

/** Calls `take` with the number of each record's first line, `broken` where quotation marks do not fit. */
function readRecords(
  text: string,
  take: (line: number, cells: string[]) => void,
  broken: (line: number) => void,
): void {
  const first = /^.*\S.*$/m.exec(text)?.[0] ?? ''
  let lastLine = 0
  let lost = false
  parse(text, {
    delimiter: first.split(';').length > first.split(',').length ? ';' : ',',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_record(cells: string[], { lines }) {
      const spanned = cells.join('').split('\n').length - 1
      lastLine = lines
      if (cells.some((cell) => cell.trim() !== '')) take(lines - spanned, cells)
      return null
    },
    on_skip(error) {
      const open = error?.code === 'CSV_QUOTE_NOT_CLOSED'
      if (!(open && lost)) broken(open ? lastLine + 1 : Number(error?.lines ?? lastLine + 1))
      lost ||= error?.code === 'CSV_INVALID_CLOSING_QUOTE'
      return undefined
    },
  })
}

/** What has been read so far: the header first, then one dossier a line. */
class DossierReading {
  readonly problems: DossierProblem[] = []
  readonly #city: KnownCity
  readonly #dossiers: Dossier[] = []
  readonly #lineOfCode = new Map<string, number>()
  #places: ColumnPlaces | 'unread' | 'unusable' = 'unread'
  #width = 0

  constructor(city: KnownCity) {
    this.#city = city
  }

  take(line: number, cells: string[]): void {
    if (this.#places === 'unread') this.#takeHeader(line, cells)
    else if (this.#places !== 'unusable') this.#takeLine(this.#places, line, cells)
  }

  outcome(): { dossiers: Dossier[] } | { problems: DossierProblem[] } {
    if (this.#places === 'unread' && this.problems.length === 0) this.#takeHeader(1, [])
    if (this.problems.length === 0) return { dossiers: this.#dossiers }
    return { problems: this.problems.toSorted((a, b) => a.line - b.line) }
  }

  #takeHeader(line: number, names: string[]): void {
    const header = readColumns(line, names)
    this.#width = names.length
    this.#places = 'places' in header ? header.places : 'unusable'
    if ('problems' in header) this.problems.push(...header.problems)
  }

  #takeLine(places: ColumnPlaces, line: number, cells: string[]): void {
    if (cells.length !== this.#width) {
      this.problems.push({ line, kind: 'field_count', detail: `${cells.length}/${this.#width}` })
      return
    }
    const cell = (column: DossierColumn) => (cells[places.get(column) ?? cells.length] ?? '').trim()
    const code = normalDossierCode(cell('code'))
    const earlier = this.#lineOfCode.get(code)
    if (earlier === undefined) this.#lineOfCode.set(code, line)
    else if (code !== '') this.problems.push({ line, kind: 'code_twice', detail: String(earlier) })
    const read = readLine(cell, this.#city)
    if ('dossier' in read) this.#dossiers.push(read.dossier)
    else this.problems.push(...read.problems.map((problem) => ({ line, ...problem })))
  }
}
