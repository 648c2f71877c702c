import { addDays, addMonths, type Day, firstDayOf, monthOf } from '../../calendar/day.ts'
import { type CalendarKind, containing, previous } from '../../calendar/period.ts'
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from '../../calendar/working-days.ts'
import { type ClosablePeriod, type CloseStatus, earliestClose, filingPeriod } from '../period-close.ts'

/** A period of the list, with the close that stands. */
export interface ListedPeriod extends ClosablePeriod {
  status: CloseStatus | 'open'
  sha256: string
  /** The first day on which it may be closed. */
  earliest: Day
}

export interface DueTask {
  what: 'filing' | 'close'
  period: ClosablePeriod
  /** The first day on which it can be done. */
  earliest: Day
  day: Day
  /** Negative when it is late. */
  workingDays: number
}

interface Standing {
  kind: ClosablePeriod['kind']
  period_from: Day
  period_to: Day
  status: CloseStatus
  sha256: string
}

const LISTED: Record<CalendarKind, number> = { month: 6, quarter: 4, half: 2, year: 2 }

/** The periods that are over: the last months, quarters, half years and years, filings, and whatever was closed before. */
export function listedPeriods(today: Day, closes: readonly Standing[]): ListedPeriod[] {
  const standing = closes.filter(({ status }) => status !== 'withdrawn' && status !== 'reopened')
  const found = new Map<string, ClosablePeriod>()
  const add = (period: ClosablePeriod) => {
    if (period.to < today) found.set(`${period.kind} ${period.from}`, period)
  }
  for (const [kind, n] of Object.entries(LISTED) as [CalendarKind, number][]) {
    let period = containing(kind, firstDayOf(addMonths(monthOf(today), 0)))
    for (let at = 0; at <= n; at += 1) {
      add({ kind, from: period.from, to: period.to })
      period = previous(period)
    }
  }
  const year = Number(today.slice(0, 4))
  add(filingPeriod(year))
  add(filingPeriod(year - 1))
  for (const { kind, period_from: from, period_to: to } of standing) add({ kind, from, to })
  return [...found.values()]
    .map((period) => {
      const close = standing.find((each) => each.kind === period.kind && each.period_from === period.from)
      const earliest = earliestClose(period)
      return { ...period, earliest, status: close?.status ?? ('open' as const), sha256: close?.sha256 ?? '' }
    })
    .sort((a, b) => (a.to === b.to ? (a.from < b.from ? 1 : -1) : a.to < b.to ? 1 : -1))
}

/** A close is due within so many working days after it may be made. */
const DAYS_TO_CLOSE = 5

const isDone = (status: ListedPeriod['status']) => status === 'closed' || status === 'reopening'

/** What is to be done next, the nearest first: the filing before 10 December (plan V.7), and the closes that are open. */
export function dueTasks(today: Day, periods: readonly ListedPeriod[], calendar: WorkingCalendar): DueTask[] {
  const left = (day: Day) => workingDaysBetween(today, day, calendar)
  const closes = periods
    .filter(({ status, kind }) => !isDone(status) && kind !== 'filing')
    .filter(({ earliest }) => addDays(earliest, 60) >= today)
    .map((period): DueTask => {
      const day = lastWorkingDay(addDays(period.earliest, DAYS_TO_CLOSE), calendar)
      return { what: 'close', period, earliest: period.earliest, day, workingDays: left(day) }
    })
  const thisYear = Number(today.slice(0, 4))
  const isFiled = periods.some(
    ({ kind, from, status }) => kind === 'filing' && from === `${thisYear}-01-01` && isDone(status),
  )
  // What was not closed for it is late for as long as the year lasts.
  const year = isFiled ? thisYear + 1 : thisYear
  const day = lastWorkingDay(`${year}-12-09`, calendar)
  const period = filingPeriod(year)
  const earliest = earliestClose(period)
  const filing: DueTask = { what: 'filing', period, earliest, day, workingDays: left(day) }
  return [filing, ...closes].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function lastWorkingDay(day: Day, calendar: WorkingCalendar): Day {
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, -1)
  return at
}
