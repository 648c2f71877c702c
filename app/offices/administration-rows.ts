import { type Day, FIRST_DAY, LAST_DAY } from '../calendar/day.ts'
import type { CalendarView } from './calendar-view.ts'
import type { ListedOffice, OfficeList } from './office-list.ts'
import { MEASURES, type TargetsView } from './target.ts'

type Cell = string | number

/** An open end of a validity is an empty cell. */
const end = (day: Day): string => (day === FIRST_DAY || day === LAST_DAY ? '' : day)

export const OFFICE_COLUMNS = [
  ...['id', 'name', 'kind', 'gso_code', 'outside_authority'],
  ...['valid_from', 'valid_to', 'state', 'successors'],
]

/** The offices of a day: the tree from the top down, then what is to open, then what has closed with its successors. */
export function officeRows({ open, coming, closed }: OfficeList): Cell[][] {
  const row = (state: string, office: ListedOffice, successors = '') => [
    ...[office.id, office.name, office.kind, office.gsoCode, office.outsideAuthority ? 1 : 0],
    ...[end(office.validFrom), end(office.validTo), state, successors],
  ]
  const idsOf = (successors: { id: string }[]) => successors.map(({ id }) => id).join(' ')
  return [
    ...open.map((office) => row('open', office)),
    ...coming.map((office) => row('coming', office)),
    ...closed.map((office) => row('closed', office, idsOf(office.successors))),
  ]
}

export const CALENDAR_COLUMNS = ['day', 'weekday', 'kind', 'name', 'certainty', 'source']

/** The days of a year that differ from the working week; weekday 1 is Monday. */
export const calendarRows = ({ days }: CalendarView): Cell[][] =>
  days.map(({ day, weekday, kind, name, certainty, source }) => [day, weekday, kind, name, certainty, source])

export const TARGET_COLUMNS = ['id', 'name', 'gso_code', ...MEASURES.map((measure) => `${measure}_target`)]

/** What each office has set itself for a year, as fractions 0-1 with decimal comma; none is an empty cell. */
export const targetRows = ({ offices }: TargetsView): Cell[][] =>
  offices.map(({ id, name, gsoCode, targets }) => [
    ...[id, name, gsoCode],
    ...MEASURES.map((measure) => fraction(targets[measure])),
  ])

const fraction = (permille: number | undefined): string =>
  permille === undefined ? '' : (permille / 1000).toFixed(3).replace('.', ',')
