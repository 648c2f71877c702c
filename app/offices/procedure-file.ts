import { parse } from 'csv-parse/sync'
import { isDay } from '../calendar/day.ts'
import type { Problem } from './outcome.ts'
import {
  isSameSpan,
  type LineProblem,
  type LineProblemKind,
  overlaps,
  PROCEDURE_COLUMNS,
  type ProcedureSpan,
  spanOf,
} from './procedure.ts'
import { addProcedureForm } from './procedure-form.ts'

type Read = { spans: ProcedureSpan[] } | { problems: LineProblem[] }

/**
 * Reads a file of procedures (UTF-8, `,` or `;`, columns in any order, days yyyy-MM-dd or dd/MM/yyyy): every line is
 * good and fits what is known already, or each bad one is named. What is known exactly so is left out.
 */
export function readProcedureFile(bytes: Uint8Array, known: readonly ProcedureSpan[]): Read {
  const records = recordsOf(bytes)
  if ('problem' in records) return { problems: [{ line: 1, problem: records.problem, detail: '' }] }
  const [header, ...lines] = records.records
  const columns = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const isWhole = PROCEDURE_COLUMNS.every((name) => columns.filter((column) => column === name).length === 1)
  if (!isWhole || columns.length !== PROCEDURE_COLUMNS.length) {
    return { problems: [{ line: 1, problem: 'columns', detail: PROCEDURE_COLUMNS.join(',') }] }
  }
  if (lines.length === 0) return { problems: [{ line: 1, problem: 'empty_file', detail: '' }] }
  const spans: { line: number; span: ProcedureSpan }[] = []
  const problems = lines.flatMap(({ line, cells }): LineProblem[] => {
    const read = readLine(columns, cells)
    if ('problems' in read) return read.problems.map((problem) => ({ line, ...problem }))
    const clash = clashOf(read.span, spans, known)
    spans.push({ line, span: read.span })
    return clash === null ? [] : [{ line, problem: 'overlap', detail: clash }]
  })
  if (problems.length > 0) return { problems }
  const isKnown = (span: ProcedureSpan) => known.some((each) => isSameSpan(each, span))
  return { spans: spans.map(({ span }) => span).filter((span) => !isKnown(span)) }
}

/** The line a span clashes with, '' for one that is stored; null for none. */
function clashOf(
  span: ProcedureSpan,
  before: readonly { line: number; span: ProcedureSpan }[],
  known: readonly ProcedureSpan[],
): string | null {
  const earlier = before.find((other) => overlaps(other.span, span))
  if (earlier) return String(earlier.line)
  return known.some((other) => overlaps(other, span) && !isSameSpan(other, span)) ? '' : null
}

type Records = { records: { line: number; cells: string[] }[] } | { problem: LineProblemKind }

function recordsOf(bytes: Uint8Array): Records {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return { problem: 'not_utf8' }
  }
  const first = /^.*\S.*$/m.exec(text)?.[0] ?? ''
  const records: { line: number; cells: string[] }[] = []
  try {
    parse(text, {
      delimiter: first.split(';').length > first.split(',').length ? ';' : ',',
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record(cells: string[], { lines }) {
        const spanned = cells.join('').split('\n').length - 1
        if (cells.some((cell) => cell !== '')) records.push({ line: lines - spanned, cells })
        return null
      },
    })
  } catch {
    return { problem: 'quotes' }
  }
  return { records }
}

function readLine(
  columns: readonly string[],
  cells: readonly string[],
): { span: ProcedureSpan } | { problems: Omit<LineProblem, 'line'>[] } {
  if (cells.length !== columns.length) {
    return { problems: [{ problem: 'cells', detail: `${cells.length}/${columns.length}` }] }
  }
  const entries = columns.map((column, at) => [column, isoDay(column, cells[at] ?? '')] as const)
  const read = addProcedureForm.safeParse(Object.fromEntries(entries))
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      problem: message as Problem,
      detail: String(path[0] ?? ''),
    }))
    return { problems }
  }
  const span = spanOf(read.data)
  if (span.to < span.from) return { problems: [{ problem: 'until_before_from', detail: 'valid_to' }] }
  return { span }
}

function isoDay(column: string, cell: string): string {
  if (!column.startsWith('valid_')) return cell
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : cell
}
