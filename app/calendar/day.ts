/** A calendar day in Vietnam, `yyyy-MM-dd`. */
export type Day = string
/** A calendar month in Vietnam, `yyyy-MM`. */
export type Month = string

export const FIRST_DAY: Day = '0001-01-01'
export const LAST_DAY: Day = '9999-12-31'

const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** The day it is in Vietnam at an instant (UTC+7 all year; no daylight saving since 1975). */
export function dayOf(instant: Date): Day {
  return asInVietnam(instant).toISOString().slice(0, 10)
}

/** An instant moved so that its parts in UTC are what the clock showed in Vietnam. */
export function asInVietnam(instant: Date): Date {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS)
}

/** The hour it is in Vietnam at an instant, 0 to 23. */
export function hourOf(instant: Date): number {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).getUTCHours()
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** Whether `text` is a real day written `yyyy-MM-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${padded(Math.floor(count / 12), 4)}-${padded((count % 12) + 1, 2)}`
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0')

export function firstDayOf(month: Month): Day {
  return `${month}-01`
}

export function lastDayOf(month: Month): Day {
  return ['31', '30', '29'].map((date) => `${month}-${date}`).find(isDay) ?? `${month}-28`
}

/** The instant a day begins in Vietnam. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET_MS)
}

/** dd/MM/yyyy, as Vietnamese offices write a day. */
export function writtenDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
