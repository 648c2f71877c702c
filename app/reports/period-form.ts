import { isDay } from '../calendar/day.ts'

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
