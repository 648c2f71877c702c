import { addMonths, type Month } from '../calendar/day.ts'
import type { Counted } from '../statistics/binomial.ts'
import { type ChartPoint, controlChart, type RunShift } from '../statistics/control-chart.ts'
import type { Level } from '../statistics/level-counts.ts'
import { satisfiedOf, totalOf } from '../statistics/level-counts.ts'
import { emptyMonth, type History, type MonthCounts } from './month-counts.ts'

/** The two shares that are charted: satisfied of ratings, on time of dossiers returned. */
export type Charted = 'satisfied' | 'on_time'
export const CHARTED: readonly Charted[] = ['satisfied', 'on_time']

export interface ControlPoint extends ChartPoint {
  month: Month
}

/** What lies between two declared changes; its months have one centre. */
export interface Stretch {
  from: Month
  points: ControlPoint[]
  shift: RunShift | null
}

/** k of n of a month, as the measure counts it. */
export function countedIn(
  measure: Charted,
  { headline, returned, onTime }: MonthCounts,
  satisfiedLevels: readonly Level[],
): Counted {
  if (measure === 'on_time') return { k: onTime, n: returned }
  return { k: satisfiedOf(headline, satisfiedLevels), n: totalOf(headline) }
}

/**
 * A control chart by month from the first month with anything to count up to `until`. A new stretch begins at each of
 * `changes`: what was declared, and months from which on another index definition counts.
 */
export function controlSeries(
  history: History,
  {
    measure,
    until,
    changes,
    satisfiedLevels,
  }: {
    measure: Charted
    until: Month
    changes: readonly Month[]
    satisfiedLevels: readonly Level[]
  },
): Stretch[] {
  let first: Month | null = null
  for (const [month, counts] of history) {
    const isEarlier = month <= (first ?? until) && month !== first
    if (isEarlier && countedIn(measure, counts, satisfiedLevels).n > 0) first = month
  }
  if (first === null) return []
  const months: Month[] = []
  for (let month = first; month <= until; month = addMonths(month, 1)) months.push(month)
  const starts = [...new Set(changes)].flatMap((change) => {
    const at = months.indexOf(change)
    return at > 0 ? [at] : []
  })
  const { points, shifts } = controlChart(
    months.map((month) => countedIn(measure, history.get(month) ?? emptyMonth, satisfiedLevels)),
    { changes: starts },
  )
  const ends = [0, ...starts.toSorted((a, b) => a - b), months.length]
  return shifts.map((shift, at) => {
    const [from = 0, to] = [ends[at], ends[at + 1]]
    const inside = points.slice(from, to).map((point, i) => ({ ...point, month: months[from + i] ?? until }))
    return { from: months[from] ?? until, points: inside, shift }
  })
}
