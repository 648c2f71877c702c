import { listOffices } from '#db/queries/offices.ts'
import { listProcedureValidities } from '#db/queries/procedures.ts'
import { listRatingsAfter, type RatingRow } from '#db/queries/rating-rows.ts'
import type { Db } from '#db/schema.ts'
import { CSV_MARK, csvHeader, csvLine } from '../exports/csv-line.ts'

/** The fewest lines among which the order says nothing of who came first. */
export const IN_A_BATCH = 32_768
const READ_AT_ONCE = 2_048
const LINES_IN_A_CHUNK = 4_096
/** Hours in UTC between which it is afternoon in Vietnam. */
const [NOON, MIDNIGHT] = ['05', '17']

export const RATING_COLUMNS = [
  'day',
  'half_day',
  'office_id',
  'office',
  'procedure',
  'channel',
  'stage',
  'trust',
  'respondent',
  'level',
]

export interface RatingDays {
  from: string
  to: string
}

/**
 * Every rating of some days as a CSV file, a line each, in pieces: day and half-day, never a time, a receipt or a word.
 * Lines are sorted by what they say among a batch or more of neighbours; memory holds two batches however many follow.
 */
export async function* ratingRows(
  db: Db,
  { from, to }: RatingDays,
  batch = IN_A_BATCH,
): AsyncGenerator<{ text: string; rows: number }> {
  const lineOf = await lineWriter(db)
  let waiting: string[] = []
  let id = ''
  let text = CSV_MARK + csvHeader(RATING_COLUMNS)
  for (;;) {
    const lines: string[] = []
    let isLast = false
    while (lines.length < batch && !isLast) {
      const limit = Math.min(READ_AT_ONCE, batch - lines.length)
      const found = await listRatingsAfter(db, { id, from, to, limit })
      for (const row of found) lines.push(lineOf(row))
      isLast = found.length < limit
      id = found.at(-1)?.id ?? id
    }
    // The last lines of all join those before them: alone, a few would say which ratings came last.
    const ready = isLast ? [...waiting, ...lines] : waiting
    waiting = isLast ? [] : lines
    ready.sort()
    for (let at = 0; at < ready.length; at += LINES_IN_A_CHUNK) {
      const some = ready.slice(at, at + LINES_IN_A_CHUNK)
      yield { text: text + some.join(''), rows: some.length }
      text = ''
    }
    if (isLast) break
  }
  if (text !== '') yield { text, rows: 0 }
}

/** One rating's line; what needs care in a CSV is written once for each office and procedure. */
async function lineWriter(db: Db): Promise<(row: RatingRow) => string> {
  const [offices, procedures] = [await listOffices(db), await listProcedureValidities(db)]
  const written = (cells: string[]) => csvLine(cells, []).trimEnd()
  const officeOf = new Map(offices.map(({ id, name }) => [id, written([id, name])]))
  const procedureOf = new Map(procedures.map(({ id, code }) => [id, written([code])]))
  return (row) => {
    const hour = row.first_at.slice(11, 13)
    const half = NOON <= hour && hour < MIDNIGHT ? 'pm' : 'am'
    const procedure = procedureOf.get(row.procedure_id ?? '') ?? ''
    const { channel, stage, trust, respondent, level } = row
    return `${row.day};${half};${officeOf.get(row.office_id)};${procedure};${channel};${stage};${trust};${respondent};${level}\r\n`
  }
}
