import { type Day, isDay } from '../calendar/day.ts'
import { lastWholeMonth, type Period, readPeriod } from '../calendar/period.ts'

export type DateProblem = 'not_a_day' | 'before_from' | 'out_of_range'

/** What a form with two dates was given, and which of them is wrong and why. */
export interface PeriodForm {
  from: string
  to: string
  problems: { from?: DateProblem; to?: DateProblem }
}

const LONGEST_DATE = 20

/** Why `readPeriod` could not use these two dates, at the field it is about. */
export function refusedPeriodForm(wantedFrom: string | null, wantedTo: string | null): PeriodForm {
  const from = (wantedFrom ?? '').slice(0, LONGEST_DATE)
  const to = (wantedTo ?? '').slice(0, LONGEST_DATE)
  if (isDay(from) && isDay(to)) {
    return { from, to, problems: { to: to < from ? 'before_from' : 'out_of_range' } }
  }
  const problems = {
    ...(isDay(from) ? {} : { from: 'not_a_day' as const }),
    ...(isDay(to) ? {} : { to: 'not_a_day' as const }),
  }
  return { from, to, problems }
}

/** The period an address asks for; where its dates cannot be used, why, and the last whole month in their place. */
export function askedPeriod(
  asked: URLSearchParams,
  today: Day,
): { period: Period; refused: PeriodForm | null } {
  const [from, to] = [asked.get('from'), asked.get('to')]
  const period = readPeriod(from, to, today)
  return period
    ? { period, refused: null }
    : { period: lastWholeMonth(today), refused: refusedPeriodForm(from, to) }
}
