import { addDays, type Day, isDay } from '../calendar/day.ts'
import { containing, type Period } from '../calendar/period.ts'

/** What is closed: a month, quarter, six months or year, and the part of a year that is filed by 10 December. */
export type CloseKind = 'month' | 'quarter' | 'half' | 'year' | 'filing'
export const CLOSE_KINDS: readonly CloseKind[] = ['month', 'quarter', 'half', 'year', 'filing']

/** `proposed` has one signature, `closed` both; `reopening` waits for the second signature under its reason. */
export type CloseStatus = 'proposed' | 'withdrawn' | 'closed' | 'reopening' | 'reopened'

export interface ClosablePeriod {
  kind: CloseKind
  from: Day
  /** The cut-off: the last day whose ratings are counted. */
  to: Day
}

/** An amendment is taken for 7 days, so figures do not stand before the 8th day after the end. */
const DAYS_TO_SETTLE = 8

/** The first day on which a period may be closed. */
export const earliestClose = ({ to }: Pick<ClosablePeriod, 'to'>): Day => addDays(to, DAYS_TO_SETTLE)

/** 1 January to 30 November: what the report filed before 10 December covers (plan V.7). */
export const filingPeriod = (year: number): ClosablePeriod => ({
  kind: 'filing',
  from: `${year}-01-01`,
  to: `${year}-11-30`,
})

/** The period of a kind that a form names by its first day; null when no such period begins there. */
export function readClosablePeriod(kind: string, from: string): ClosablePeriod | null {
  const known = CLOSE_KINDS.find((each) => each === kind)
  if (!known || !isDay(from)) return null
  if (known === 'filing') {
    const filing = filingPeriod(Number(from.slice(0, 4)))
    return filing.from === from ? filing : null
  }
  const period = containing(known, from)
  return period.from === from ? { kind: known, from, to: period.to } : null
}

/** The same stretch as a period of the calendar; a filing is ten or eleven months that have no name there. */
export const calendarPeriod = ({ kind, from, to }: ClosablePeriod): Period => ({
  kind: kind === 'filing' ? 'days' : kind,
  from,
  to,
})

export type CloseProblem =
  | 'too_early'
  | 'already'
  | 'not_proposed'
  | 'not_closed'
  | 'reason'
  | 'own_signature'

/** What changed in a closed period since: late ratings (a tablet that was offline), and ratings moved to another level. */
export interface AfterClose {
  ratings: number
  moved: number
}
