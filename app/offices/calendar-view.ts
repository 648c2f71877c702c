import type { Day } from '#app/calendar/day.ts'
import type { CalendarDayRow } from '#db/schema.ts'

export interface CalendarView {
  year: number
  days: (Pick<CalendarDayRow, 'day' | 'kind' | 'name' | 'certainty' | 'source'> & { weekday: number })[]
  workingDays: number
}

const EARLIEST = 1900
const LATEST = 2199

/** A year asked for in an address, or the one `today` is in. */
export function readYear(asked: string | null, today: Day): number {
  const year = Number(asked)
  const isYear = /^\d{4}$/.test(asked ?? '') && EARLIEST <= year && year <= LATEST
  return isYear ? year : Number(today.slice(0, 4))
}
