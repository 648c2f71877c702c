import { stringify } from 'csv-stringify/sync'
import type { Period } from '#app/calendar/period.ts'
import { formatDecimal } from '#app/i18n/numbers.ts'
import type { Nd61 } from './nd61-figures.ts'
import { CITIZEN_INDICATORS, ENTERED_INDICATORS } from './nd61-score.ts'

const COLUMNS = [
  ...['id', 'name'],
  ...CITIZEN_INDICATORS.flatMap((n) => [`indicator_${n}`, `answers_${n}`]),
  ...ENTERED_INDICATORS.map((n) => `indicator_${n}`),
  ...['sum', 'band'],
]

/** Every office's indicators for a spreadsheet in Vietnam; a hidden or missing figure is an empty cell. */
export function nd61Csv(offices: readonly { id: string; name: string; figures: Nd61 }[]): string {
  const rows = offices.map(({ id, name, figures: { citizens, entered, sum, band } }) => [
    ...[id, name],
    ...citizens.flatMap(({ mean, n }) => [points(mean), n]),
    ...ENTERED_INDICATORS.map((n) => entered.find(({ indicator }) => indicator === n)?.points),
    ...[points(sum), band],
  ])
  return stringify([COLUMNS, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A name that begins like a formula must not run in the spreadsheet that opens it.
    escape_formulas: true,
  })
}

const points = (value: number | null): string => (value === null ? '' : formatDecimal('vi', value, 2))

export const nd61FileName = ({ from, to }: Period): string => `hai-long-nd61-${from}_${to}.csv`
