import { type Day, dayOf, startOf } from '#app/calendar/day.ts'
import { isWorkingDay, type WorkingCalendar, weekdayOf } from '#app/calendar/working-days.ts'
import type { Span } from '#app/offices/opening-hours.ts'
import { SILENT_AFTER_MINUTES } from './kiosk-device.ts'

/** Where an office has told no hours of its own. */
const USUAL = [
  { opens: '07:30', closes: '11:30' },
  { opens: '13:30', closes: '17:00' },
] as const

const MINUTE_MS = 60_000

/** When an office is open on a day, as instants in milliseconds. */
function openOn(day: Day, week: readonly Span[], calendar: WorkingCalendar): { from: number; to: number }[] {
  if (calendar.off.has(day)) return []
  const told = week.filter(({ weekday }) => weekday === weekdayOf(day))
  const spans = told.length > 0 ? told : week.length === 0 && isWorkingDay(day, calendar) ? USUAL : []
  const at = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return startOf(day).getTime() + (hours * 60 + minutes) * MINUTE_MS
  }
  return spans.map(({ opens, closes }) => ({ from: at(opens), to: at(closes) }))
}

/**
 * Since when a tablet has been silent while its office is open now; null while it is closed, or was heard, or has been
 * open, less than a quarter of an hour ago.
 */
export function silentSince(
  lastHeard: string,
  week: readonly Span[],
  calendar: WorkingCalendar,
  now: Date,
): string | null {
  const at = now.getTime()
  const open = openOn(dayOf(now), week, calendar).find(({ from, to }) => from <= at && at < to)
  if (!open) return null
  const since = Math.max(open.from, Date.parse(lastHeard))
  return at - since > SILENT_AFTER_MINUTES * MINUTE_MS ? new Date(since).toISOString() : null
}
