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
