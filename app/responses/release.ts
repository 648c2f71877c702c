import { addDays, type Day, FIRST_DAY, lastDayOf, type Month } from '../calendar/day.ts'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts'
import { addCounts, LEVELS, type LevelCounts, noCounts, totalOf } from '../statistics/level-counts.ts'

/** An office sees ratings of one trust class and stage together or not at all (promise P4). */
export const SMALLEST_BATCH = 5

export interface DayOfRatings {
  day: Day
  levels: LevelCounts
}

/** Whole days of ratings, from the day after the batch before; they count on the last one. */
export interface Batch extends DayOfRatings {
  from: Day
}

/** The last day whose ratings may be released: its next working day has begun. */
export function releasableThrough(today: Day, calendar: WorkingCalendar): Day {
  let day = today
  for (let rest = 0; !isWorkingDay(day, calendar) && rest < LONGEST_REST; rest += 1) day = addDays(day, -1)
  return addDays(day, -1)
}

const LONGEST_REST = 60

/**
 * Closes a batch at the end of each day on which five have come together, whatever they say: a rule that looked at the
 * levels would tell something by what it holds back. `days` in order, all after `last` ('' when none was released).
 */
export function batchesOf(last: Day | '', days: readonly DayOfRatings[], smallest = SMALLEST_BATCH): Batch[] {
  const batches: Batch[] = []
  let from = last === '' ? FIRST_DAY : addDays(last, 1)
  let waiting = noCounts
  for (const { day, levels } of days) {
    waiting = addCounts(waiting, levels)
    if (totalOf(waiting) < smallest) continue
    batches.push({ from, day, levels: waiting })
    from = addDays(day, 1)
    waiting = noCounts
  }
  return batches
}

/**
 * Of a month's days in order, all after `last`: every batch but the newest, which waits; of a whole month every one, the
 * newest with the one to four ratings after it.
 */
export function releasableBatches(last: Day, days: readonly DayOfRatings[], isWhole: boolean): Batch[] {
  const batches = batchesOf(last, days)
  const newest = batches.pop()
  if (!newest || !isWhole) return batches
  const after = days.filter(({ day }) => day > newest.day)
  const day = after.at(-1)?.day ?? newest.day
  return [
    ...batches,
    { ...newest, day, levels: after.reduce((sum, one) => addCounts(sum, one.levels), newest.levels) },
  ]
}

export interface WaitingOffice {
  id: string
  path: string
  /** Its ratings of the month that are not released. */
  n: number
  /** It has a trust class with one to four of them. */
  hasFew: boolean
}

/**
 * Offices whose settled month goes out whole. One with few keeps what it has; and where that is less than five together,
 * the office nearest to it in the tree, the smallest of them, keeps its last batches too: the head of the office above
 * reads both, and the public page the sum.
 */
export function wholeOffices(waiting: readonly WaitingOffice[]): Set<string> {
  const others = waiting.filter(({ hasFew }) => !hasFew)
  const kept = waiting
    .filter(({ hasFew, n }) => hasFew && n < SMALLEST_BATCH)
    .map(({ path }) => {
      const near = others.map((one) => ({ ...one, shared: sharedDepth(one.path, path) }))
      return near.toSorted((a, b) => b.shared - a.shared || a.n - b.n || (a.id < b.id ? -1 : 1))[0]?.id
    })
  return new Set(others.map(({ id }) => id).filter((id) => !kept.includes(id)))
}

function sharedDepth(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')]
  const differs = one.findIndex((part, at) => part !== other[at])
  return differs < 0 ? one.length : differs
}

/** Nothing in such a month may be changed any more: it is public. */
export const isSettled = (month: Month, through: Day): boolean =>
  addDays(lastDayOf(month), DAYS_OF_CHANGE) <= through

/** A rating may be changed for so long. */
const DAYS_OF_CHANGE = 7

export interface Released {
  shown: LevelCounts
  now: LevelCounts
}

/** At least so many ratings changed, or came late, between what is shown and what is said now. */
export function changesIn(released: readonly Released[]): number {
  return released.reduce(
    (sum, { shown, now }) =>
      sum + LEVELS.reduce((more, level) => more + Math.max(now[level] - shown[level], 0), 0),
    0,
  )
}
