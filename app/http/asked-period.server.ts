import type { Clock } from '#app/calendar/clock.ts'
import { type Day, dayOf } from '#app/calendar/day.ts'
import { lastWholeMonth, type Period, readPeriod } from '#app/calendar/period.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type PeriodForm, refusedPeriodForm } from '#app/reports/period-form.ts'
import { langOf } from './language.server.ts'
import { plainRefusal } from './table-answer.server.ts'

export interface AskedPeriod {
  /** What the address asks for, else the last whole month. */
  period: Period
  today: Day
  /** What was typed, when it could not be used. */
  refused: PeriodForm | null
}

export function askedPeriod(request: Request, clock: Clock): AskedPeriod {
  const asked = new URL(request.url).searchParams
  const [from, to] = [asked.get('from'), asked.get('to')]
  const today = dayOf(clock.now())
  const period = readPeriod(from, to, today)
  return {
    period: period ?? lastWholeMonth(today),
    today,
    refused: period ? null : refusedPeriodForm(from, to),
  }
}

/** What a file's address says of dates that cannot be used, a line each. */
export function refusedDates(request: Request, { problems }: PeriodForm): Response {
  const t = textsIn[langOf(request)]
  const lines = Object.entries(problems).map(
    ([field, problem]) => `${field}: ${t(`staff:period.problem.${problem}`)}`,
  )
  return plainRefusal(400, lines.join('\n'))
}
