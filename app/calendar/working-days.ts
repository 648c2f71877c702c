import { addDays, type Day } from './day.ts'

/** What differs from a working week of Monday to Friday: days off, and weekend days worked for them. */
export interface WorkingCalendar {
  off: ReadonlySet<Day>
  working: ReadonlySet<Day>
}

export type CalendarKind = 'off' | 'working'
/** How sure a row is: said by the law, announced for the year, or still expected. */
export type Certainty = 'law' | 'announced' | 'expected'

export const CALENDAR_KINDS = ['off', 'working'] as const satisfies CalendarKind[]
export const CERTAINTIES = ['law', 'announced', 'expected'] as const satisfies Certainty[]

/** A calendar without a working day never ends; no real one rests this long. */
const LONGEST_REST = 60

export function workingCalendar(days: readonly { day: Day; kind: CalendarKind }[]): WorkingCalendar {
  const of = (kind: CalendarKind) => new Set(days.filter((d) => d.kind === kind).map(({ day }) => day))
  return { off: of('off'), working: of('working') }
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whether offices work on a day; what the calendar says of it goes before the week. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  if (calendar.working.has(day)) return true
  return weekdayOf(day) <= 5 && !calendar.off.has(day)
}

/**
 * The `n`-th working day after a day, the day itself not counted (Bộ luật Dân sự 2015, Điều 147); for 0 the day itself.
 * @throws RangeError for a negative or broken n, or where nobody works for two months
 */
export function addWorkingDays(day: Day, n: number, calendar: WorkingCalendar): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Working days are counted forward: ${n}`)
  let reached = day
  for (let left = n, rest = 0; left > 0; ) {
    reached = addDays(reached, 1)
    const works = isWorkingDay(reached, calendar)
    left -= works ? 1 : 0
    rest = works ? 0 : rest + 1
    if (rest > LONGEST_REST) throw new RangeError(`No working day in the ${rest} days to ${reached}`)
  }
  return reached
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is the earlier one. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}
