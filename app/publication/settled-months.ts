import { addMonths, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '../calendar/day.ts'
import { lastTwelveMonths, monthsOf, periodOf } from '../calendar/period.ts'
import { earliestClose } from '../reports/period-close.ts'

/** The last month whose days of change have all passed. */
export function lastSettledMonth(today: Day): Month {
  const before = addMonths(monthOf(today), -1)
  return earliestClose({ to: lastDayOf(before) }) <= today ? before : addMonths(before, -1)
}

/** Twelve months of which nothing changes any more, oldest first. */
export function settledMonths(today: Day): Month[] {
  const last = lastSettledMonth(today)
  return monthsOf(lastTwelveMonths(periodOf(firstDayOf(last), lastDayOf(last))))
}
