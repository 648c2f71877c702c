import { addDays, type Day, LAST_DAY } from '#app/calendar/day.ts'

/** Stands for all offices that say nothing else. */
export const ALL_OFFICES = ''

/** Which survey is asked from one day to another, both included. */
export interface UseSpan {
  survey: string
  from: Day
  to: Day
}

/**
 * An office's uses once it asks `survey` from `day` on; with '' it follows from then on what all offices do. What was
 * asked before `day` stays as it was.
 */
export function usesAfter(uses: readonly UseSpan[], survey: string, day: Day): UseSpan[] {
  const before = uses
    .filter(({ from }) => from < day)
    .map((use) => (use.to < day ? use : { ...use, to: addDays(day, -1) }))
  return survey === '' ? before : [...before, { survey, from: day, to: LAST_DAY }]
}
