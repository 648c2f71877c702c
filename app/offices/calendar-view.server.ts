import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { Db } from '#db/schema.ts'
import { weekdayOf, workingCalendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { CalendarView } from './calendar-view.ts'

/** What differs from the working week in a year, and how many working days that leaves. */
export async function calendarOfYear(db: Db, year: number): Promise<CalendarView> {
  const days = await listCalendarDays(db)
  return {
    year,
    days: days
      .filter(({ day }) => day.startsWith(`${year}-`))
      .map((row) => ({ ...row, weekday: weekdayOf(row.day) })),
    workingDays: workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, workingCalendar(days)),
  }
}
