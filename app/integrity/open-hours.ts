import { asInVietnam, type Day } from '../calendar/day.ts'
import { type WorkingCalendar, weekdayOf } from '../calendar/working-days.ts'

interface Span {
  readonly weekday: number
  readonly opens: string
  readonly closes: string
}

/** Where an office has not entered its hours: Saturdays too, since many work that morning. */
const ASSUMED: readonly Span[] = [1, 2, 3, 4, 5, 6].map((weekday) => ({
  weekday,
  opens: '07:00',
  closes: '17:30',
}))
const MARGIN_MINUTES = 30

/** Whether an office has opened at all on a day. */
export function isOpenOn(day: Day, spans: readonly Span[], calendar: WorkingCalendar): boolean {
  if (calendar.off.has(day)) return false
  return calendar.working.has(day) || hoursOf(day, spans).length > 0
}

/**
 * Whether somebody may be rating at the counter: from half an hour before the first opening to half an hour after the
 * last closing; lunch counts as open, and so does a whole weekend day that is worked for another.
 */
export function isWithinHours(
  at: number,
  day: Day,
  spans: readonly Span[],
  calendar: WorkingCalendar,
): boolean {
  if (!isOpenOn(day, spans, calendar)) return false
  const hours = hoursOf(day, spans)
  const known = hours.length > 0 ? hours : ASSUMED.slice(0, 1)
  const clock = asInVietnam(new Date(at))
  const minute = clock.getUTCHours() * 60 + clock.getUTCMinutes()
  const opens = Math.min(...known.map((span) => minutesOf(span.opens)))
  const closes = Math.max(...known.map((span) => minutesOf(span.closes)))
  return opens - MARGIN_MINUTES <= minute && minute < closes + MARGIN_MINUTES
}

const hoursOf = (day: Day, spans: readonly Span[]) =>
  (spans.length > 0 ? spans : ASSUMED).filter(({ weekday }) => weekday === weekdayOf(day))

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export type { Span }
