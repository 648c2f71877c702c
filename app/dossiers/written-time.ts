import { addDays, type Day, dayOf, isDay, startOf } from '#app/calendar/day.ts'

/** A time as a file gives it: an instant, or a day alone with the instant that stands for it. */
export interface WrittenTime {
  at: string
  day: Day
  dayAlone: boolean
}

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?[0-5]\d)?)?)?$/i

/**
 * Reads an ISO time: with an offset, without one (then it is Vietnam's), or a day alone. A day alone stands for its
 * first instant, or for its last one where it is a deadline. Null when it is none of these or not in this century.
 */
export function readTime(text: string, dayMeans: 'start' | 'end' = 'start'): WrittenTime | null {
  const [, day = '', clock, seconds = '00', fraction = '0', offset = '+07:00'] = WRITTEN.exec(text) ?? []
  if (!/^20/.test(day) || !isDay(day)) return null
  if (clock === undefined) {
    const instant = dayMeans === 'start' ? startOf(day) : new Date(startOf(addDays(day, 1)).getTime() - 1)
    return { at: instant.toISOString(), day, dayAlone: true }
  }
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  const instant = new Date(`${day}T${clock}:${seconds}.${milliseconds}${fullOffset(offset.toUpperCase())}`)
  if (Number.isNaN(instant.getTime())) return null
  return { at: instant.toISOString(), day: dayOf(instant), dayAlone: false }
}

/** `+07` and `+0700` as `+07:00`. */
function fullOffset(offset: string): string {
  if (offset === 'Z') return offset
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
}

/** Whether `a` comes after `b`, as far as both say: by day when either is a day alone. */
export function isAfter(a: WrittenTime, b: WrittenTime): boolean {
  return a.dayAlone || b.dayAlone ? a.day > b.day : a.at > b.at
}
