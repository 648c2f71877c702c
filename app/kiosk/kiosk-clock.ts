import { dayOf } from '#app/calendar/day.ts'

/** Clocks this near are the same: a request may take some seconds, an offset is learnt from one. */
export const CLOCK_TOLERANCE_MS = 120_000
/** A rating that says it waited longer than this is counted on the day it came. */
const LONGEST_WAIT_MS = 60 * 86_400_000

/** What a rating says of its time: the tablet's clock and what the tablet had learnt to add, in milliseconds. */
export interface ToldTime {
  number: number
  at: number
  offset: number
}

export interface ClockFacts {
  received: number
  /** Before this the tablet was not ours. */
  pairedAt: number
  /** What the tablet's clock lacks to ours now, if it has told its time. */
  measured: number | null
  /** The latest rating believed so far. */
  last: { number: number; at: number } | null
}

/** When a rating was made; flagged: its own time cannot be believed, so it is taken as made when it came. */
export interface JudgedTime {
  when: Date
  flagged: boolean
}

/**
 * Judges the times of ratings in the order of their numbers. A clock that was set after the offset was learnt leaves
 * two readings of a time, by the learnt offset and by the one measured now; where those that are possible fall on
 * one day, that day is right whichever holds. Times that run backwards are flagged on both sides.
 */
export function judgeTimes(told: readonly ToldTime[], facts: ClockFacts): JudgedTime[] {
  const read = told.map((time) => readingOf(time, facts))
  return told.map(({ number }, at) => {
    const when = read[at] ?? null
    if (when === null || isBefore(number, when, facts.last) || runsBackwards(read, at, when)) {
      return { when: new Date(facts.received), flagged: true }
    }
    return { when: new Date(Math.min(when, facts.received)), flagged: false }
  })
}

/** The one time that is possible, or one of several on the same day; null where there is none. */
function readingOf({ at, offset }: ToldTime, { received, pairedAt, measured }: ClockFacts): number | null {
  const moved = measured !== null && Math.abs(measured - offset) > CLOCK_TOLERANCE_MS
  const earliest = Math.max(pairedAt, received - LONGEST_WAIT_MS) - CLOCK_TOLERANCE_MS
  const possible = [at + offset, ...(moved ? [at + measured] : [])].filter(
    (when) => when >= earliest && when <= received + CLOCK_TOLERANCE_MS,
  )
  const days = new Set(possible.map((when) => dayOf(new Date(Math.min(when, received)))))
  return days.size === 1 ? (possible[0] ?? null) : null
}

const isBefore = (number: number, when: number, last: ClockFacts['last']) =>
  last !== null && number > last.number && when < last.at - CLOCK_TOLERANCE_MS

function runsBackwards(read: readonly (number | null)[], at: number, when: number): boolean {
  return read.some(
    (other, place) =>
      other !== null && (place < at ? when < other - CLOCK_TOLERANCE_MS : when > other + CLOCK_TOLERANCE_MS),
  )
}
