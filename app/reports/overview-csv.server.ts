import { stringify } from 'csv-stringify/sync'
import type { Period } from '../calendar/period.ts'
import { csvFraction } from '../i18n/numbers.ts'
import type { OfficeLine, Overview } from './overview.ts'
import type { RatingFigure } from './rating-figure.ts'

const COLUMNS = [
  'id',
  'name',
  'dossiers_returned',
  'on_time',
  'ratings',
  'satisfied',
  'share',
  'lower',
  'upper',
  'verdict',
]

/** The overview's offices as a file for a spreadsheet in Vietnam: UTF-8 with its mark, `;`, decimal comma. */
export function overviewCsv({
  offices,
  byLineage = false,
}: Pick<Overview, 'offices'> & Partial<Pick<Overview, 'byLineage'>>): string {
  const columns = byLineage ? [...COLUMNS, 'includes'] : COLUMNS
  const rows = offices.map((line) => (byLineage ? [...cellsOf(line), namesOf(line)] : cellsOf(line)))
  return stringify([columns, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A name that begins like a formula must not run in the spreadsheet that opens it.
    escape_formulas: true,
  })
}

export const overviewFileName = ({ from, to }: Period, byLineage = false): string =>
  `hai-long-${from}_${to}${byLineage ? '_ke-thua' : ''}.csv`

/** Whose figures a line holds besides its own. */
const namesOf = ({ includes }: OfficeLine): string =>
  includes.map(({ predecessorName }) => predecessorName).join(', ')

function cellsOf({ office, returned, onTime, ratings }: OfficeLine): (string | number)[] {
  return [office.id, office.name, returned, onTime, ...ratingCells(ratings)]
}

function ratingCells(figure: RatingFigure): (string | number)[] {
  if (figure.state === 'hidden') return ['', '', '', '', '', 'hidden']
  if (figure.state === 'none') return [0, 0, '', '', '', 'undecided']
  const { n, satisfied, share, lower, upper, verdict } = figure
  return [n, satisfied, csvFraction(share), csvFraction(lower), csvFraction(upper), verdict]
}
