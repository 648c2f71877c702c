import { CSV_MARK, csvHeader, csvLine } from '../exports/csv-line.ts'
import type { ColumnKind, ExportedCell } from '../exports/exported-table.ts'
import { isOfCity, type Publication, type PublishedLine, type PublishedMonth } from './publication.ts'

/** Every column of the open data in order; the page has a sentence for each. */
export const PUBLIC_COLUMNS = [
  ['month', 'text'],
  ['place', 'text'],
  ['office_id', 'text'],
  ['office', 'text'],
  ['outside_authority', 'count'],
  ['ratings', 'text'],
  ['n', 'count'],
  ['satisfied', 'count'],
  ['share', 'share'],
  ['interval_low', 'share'],
  ['interval_high', 'share'],
  ['verdict', 'text'],
  ['returned', 'count'],
  ['on_time', 'count'],
  ['rated', 'count'],
  ['complaints_received', 'count'],
  ['complaints_answered', 'count'],
  ['complaints_on_time', 'count'],
  ['definition', 'count'],
  ['record', 'text'],
] as const satisfies readonly (readonly [string, ColumnKind])[]

export type PublicColumn = (typeof PUBLIC_COLUMNS)[number][0]
export type PublicRow = Record<PublicColumn, ExportedCell>

/** The open data, a row a place and month; the page, the JSON and the CSV show nothing else. */
export const publicRows = ({ months }: Publication): PublicRow[] =>
  months.flatMap((month) => [month.city, ...month.offices].map((line) => rowOf(month, line)))

function rowOf(month: PublishedMonth, line: PublishedLine): PublicRow {
  const { ratings, petitions } = line
  const shown = ratings.state === 'shown' ? ratings : null
  return {
    month: month.month,
    place: isOfCity(month, line) ? 'city' : 'office',
    office_id: line.id,
    office: line.name,
    outside_authority: line.outside ? 1 : 0,
    ratings: ratings.state,
    n: ratings.state === 'none' ? 0 : (shown?.n ?? null),
    satisfied: shown?.satisfied ?? null,
    share: shown?.share ?? null,
    interval_low: shown?.lower ?? null,
    interval_high: shown?.upper ?? null,
    verdict: shown?.verdict ?? null,
    returned: line.returned,
    on_time: line.onTime,
    rated: line.rated,
    complaints_received: petitions?.received ?? null,
    complaints_answered: petitions?.answered ?? null,
    complaints_on_time: petitions?.onTime ?? null,
    definition: month.definition.version,
    record: month.record,
  }
}

export function publicationCsv(publication: Publication): string {
  const kinds = PUBLIC_COLUMNS.map(([, kind]) => kind)
  const rows = publicRows(publication).map((row) =>
    csvLine(
      PUBLIC_COLUMNS.map(([name]) => row[name]),
      kinds,
    ),
  )
  return CSV_MARK + csvHeader(PUBLIC_COLUMNS.map(([name]) => name)) + rows.join('')
}

export function publicationJson(publication: Publication, updatedAt: string): string {
  const { minimumN: hidden_below } = publication
  const answers = publication.answers.map(({ officeId: office_id, ...said }) => ({ office_id, ...said }))
  const rows = publicRows(publication)
  return JSON.stringify({ updated_at: updatedAt, target: 0.95, hidden_below, rows, answers })
}
