import { addDays, addMonths, type Day, firstDayOf, isDay, lastDayOf, type Month, monthOf } from './day.ts'

/** A calendar period reports are made for: tháng, quý, sáu tháng, năm. */
export type CalendarKind = 'month' | 'quarter' | 'half' | 'year'

/** From the first day to the last, both included; `days` is any other stretch. */
export interface Period {
  readonly kind: CalendarKind | 'days'
  readonly from: Day
  readonly to: Day
}

const MONTHS_IN: Record<CalendarKind, number> = { month: 1, quarter: 3, half: 6, year: 12 }
const KINDS: readonly CalendarKind[] = ['month', 'quarter', 'half', 'year']

/** A page counts at most so many years at once, and none that no person now living has seen. */
const LONGEST_YEARS = 10
const EARLIEST: Day = '1900-01-01'
const LATEST: Day = '2199-12-31'

/** The period of that kind a day lies in. */
export function containing(kind: CalendarKind, day: Day): Period {
  const month = monthOf(day)
  const months = MONTHS_IN[kind]
  const first = addMonths(month, -((Number(month.slice(5)) - 1) % months))
  return { kind, from: firstDayOf(first), to: lastDayOf(addMonths(first, months - 1)) }
}

/** The stretch from one day to another, recognised when it is a month, quarter, half year or year. */
export function periodOf(from: Day, to: Day): Period {
  const known = KINDS.map((kind) => containing(kind, from)).find((p) => p.from === from && p.to === to)
  return known ?? { kind: 'days', from, to }
}

/** The month before today's, so that no day of it is still to come. */
export function lastWholeMonth(today: Day): Period {
  return containing('month', firstDayOf(addMonths(monthOf(today), -1)))
}

export function previous(period: Period): Period {
  return shifted(period, -1)
}

export function next(period: Period): Period {
  return shifted(period, 1)
}

/** The stretch just before or after: as many months when it is whole months, otherwise as many days. */
function shifted(period: Period, direction: 1 | -1): Period {
  const { from, to } = period
  if (isWholeMonths(period)) {
    const months = monthsOf(period).length * direction
    return periodOf(firstDayOf(addMonths(monthOf(from), months)), lastDayOf(addMonths(monthOf(to), months)))
  }
  const days = daysIn(period) * direction
  return periodOf(addDays(from, days), addDays(to, days))
}

function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

/** Whether it can be read from the counts by month. */
export function isWholeMonths({ from, to }: Period): boolean {
  return from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
}

/** The months a period touches, in order. */
export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month)
  return months
}

/** Twelve months that end with the period's last one. */
export function lastTwelveMonths(period: Period): Period {
  const last = monthOf(period.to)
  return periodOf(firstDayOf(addMonths(last, -11)), lastDayOf(last))
}

/** The period an address asks for with `from` and `to`; the last whole month without them; null when it cannot be. */
export function readPeriod(from: string | null, to: string | null, today: Day): Period | null {
  if (!from && !to) return lastWholeMonth(today)
  if (!from || !to || !isDay(from) || !isDay(to)) return null
  if (from < EARLIEST || to > LATEST || from > to) return null
  const tooLate = `${Number(from.slice(0, 4)) + LONGEST_YEARS}${from.slice(4)}`
  return to < tooLate ? periodOf(from, to) : null
}
