import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOf, startOf } from '#app/calendar/day.ts'
import { EVERY_YEAR, HUNG_KINGS, TET } from './holidays.ts'
import type { Random } from './random.ts'

/** How a day goes at the counters: Saturdays the morning only, Sundays and holidays not at all. */
export type Opening = 'whole' | 'morning' | 'closed'

export interface CityDay {
  index: number
  day: Day
  /** The instant it begins, in milliseconds. */
  start: number
  opening: Opening
  /** How busy it is beside an ordinary Wednesday. */
  traffic: number
}

const MINUTE = 60_000
const DAY = 86_400_000
const MORNING = [450, 690] as const
const AFTERNOON = [810, 1_020] as const
const LUNCH_SHARE = 0.008
const MORNING_SHARE = 0.58
const TRAFFIC_BY_WEEKDAY = [0, 1.2, 1.08, 1, 0.98, 0.94, 0.1]
const DAYS_BEYOND = 120

/** The twelve whole months before `until`, and days enough beyond them for promised days. */
export class CityCalendar {
  readonly first: Day
  readonly last: Day
  readonly days: readonly CityDay[]
  /** How many of the days are of the twelve months. */
  readonly length: number
  /** The last day of the twelve months on which anything happens. */
  readonly lastOpen: number
  readonly #working: number[] = []
  readonly #workingUpTo: number[] = []

  constructor(until: Day) {
    this.first = firstDayOf(addMonths(monthOf(until), -12))
    this.last = lastDayOf(addMonths(monthOf(until), -1))
    const days: CityDay[] = []
    for (let day = this.first; day <= addDays(this.last, DAYS_BEYOND); day = addDays(day, 1)) {
      days.push(cityDay(day, days.length))
    }
    this.days = days
    this.length = days.filter(({ day }) => day <= this.last).length
    this.lastOpen = days.findLastIndex(({ day, opening }) => day <= this.last && opening !== 'closed')
    for (const { index, opening } of days) {
      if (opening === 'whole') this.#working.push(index)
      this.#workingUpTo.push(this.#working.length)
    }
  }

  at(index: number): CityDay {
    const day = this.days[index]
    if (!day) throw new RangeError(`The calendar has no day ${index}`)
    return day
  }

  /** The `count`-th working day after a day, as working days are counted for a promise: Saturdays are none. */
  workingDaysAfter(index: number, count: number): number {
    const found = this.#working[(this.#workingUpTo[index] ?? 0) - 1 + count]
    if (found === undefined)
      throw new RangeError(`The calendar ends before ${count} working days after ${index}`)
    return found
  }

  isWithin(index: number): boolean {
    return index < this.length
  }

  /** The day an instant falls on. */
  indexOf(instant: number): number {
    return Math.floor((instant - this.at(0).start) / DAY)
  }
}

function cityDay(day: Day, index: number): CityDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const opening = weekday === 0 || isHoliday(day) ? 'closed' : weekday === 6 ? 'morning' : 'whole'
  const traffic = opening === 'closed' ? 0 : (TRAFFIC_BY_WEEKDAY[weekday] ?? 0) * aroundTet(day)
  return { index, day, start: startOf(day).getTime(), opening, traffic }
}

function isHoliday(day: Day): boolean {
  return (
    EVERY_YEAR.includes(day.slice(5)) ||
    HUNG_KINGS.includes(day) ||
    TET.some(({ from, to }) => from <= day && day <= to)
  )
}

/** The week before Tết is slow, and so is the one after it. */
function aroundTet(day: Day): number {
  const near = TET.some(({ from, to }) => addDays(from, -7) <= day && day <= addDays(to, 7))
  return near ? 0.55 : 1
}

/** A moment at the counters, in milliseconds of the day: mornings busier, next to nothing at lunch. */
export function counterTime(random: Random, opening: Opening): number {
  if (opening === 'morning') return timeIn(random, MORNING)
  if (random.chance(LUNCH_SHARE)) return timeIn(random, [MORNING[1], AFTERNOON[0]])
  return timeIn(random, random.chance(MORNING_SHARE) ? MORNING : AFTERNOON)
}

/** The same moment, or the next at which somebody stands behind the counter; the day's last minute at the latest. */
export function whenStaffed(time: number, opening: Opening): number {
  const closes = (opening === 'morning' ? MORNING[1] : AFTERNOON[1]) * MINUTE - 1
  const afterLunch = time - MORNING[1] * MINUTE + AFTERNOON[0] * MINUTE
  const lunch = time >= MORNING[1] * MINUTE && time < AFTERNOON[0] * MINUTE
  return Math.min(lunch && opening === 'whole' ? afterLunch : time, closes)
}

/** Busiest in the middle of the span. */
export function timeIn(random: Random, [from, to]: readonly [number, number]): number {
  return Math.floor((from + ((random.share() + random.share()) / 2) * (to - from)) * MINUTE)
}
