import { binomialAtMost, type Counted, largestWithin } from './binomial.ts'

export interface ChartPoint extends Counted {
  /** Null in a period without ratings. */
  readonly share: number | null
  readonly inBaseline: boolean
  /** The centre line p0; null as long as there are too few periods for a baseline. */
  readonly centre: number | null
  /** A signal at k <= low or k >= high; -1 and n + 1 where no count can signal. */
  readonly low: number
  readonly high: number
  readonly signal: 'low' | 'high' | null
}

export interface ControlChart {
  readonly points: readonly ChartPoint[]
  /** One for each stretch between declared changes. */
  readonly shifts: readonly (RunShift | null)[]
}

/** One-sided: what three standard deviations are in a normal distribution. */
const ALPHA = 0.00135
export const BASELINE_PERIODS = 12

/** p-chart, exact lower limit (Shewhart 1931 with binomial tails): a signal at k <= it, -1 when no count signals. */
export function lowerExactLimit(n: number, p0: number): number {
  return largestWithin(ALPHA, n, p0)
}

/** The same upwards: a signal at k >= it, n + 1 when no count signals. */
export function upperExactLimit(n: number, p0: number): number {
  return n - largestWithin(ALPHA, n, 1 - p0)
}

/** How often a fall from p0 to p1 goes unseen in one period of n ratings, from 0 to 1. */
export function missedFall(n: number, p0: number, p1: number): number {
  return 1 - binomialAtMost(lowerExactLimit(n, p0), n, p1)
}

/**
 * p-chart with exact limits over periods in order. The centre is the share of the first `baseline` periods that
 * have ratings, frozen; at each of `changes` (positions in `points`) a declared change begins a new stretch with
 * its own baseline. With fewer periods than the baseline asks for a stretch has no centre and signals nothing.
 */
export function controlChart(
  points: readonly Counted[],
  { baseline = BASELINE_PERIODS, changes = [] }: { baseline?: number; changes?: readonly number[] } = {},
): ControlChart {
  const starts = [0, ...changes.filter((at) => 0 < at && at < points.length).toSorted((a, b) => a - b)]
  const stretches = starts.map((from, at) => stretch(points.slice(from, starts[at + 1]), baseline))
  return {
    points: stretches.flatMap(({ points }) => points),
    shifts: stretches.map(({ shift }) => shift),
  }
}

function stretch(points: readonly Counted[], baseline: number) {
  const used = points.flatMap(({ n }, at) => (n > 0 ? [at] : [])).slice(0, baseline)
  const centre = used.length < baseline ? null : shareOf(used.flatMap((at) => points[at] ?? []))
  const last = used.at(-1) ?? -1
  const charted = points.map((point, at) => chartPoint(point, centre, at <= last))
  const shift = centre === null ? null : longestRunShift(shares(points), centre)
  return { points: charted, shift }
}

function chartPoint({ n, k }: Counted, centre: number | null, inBaseline: boolean): ChartPoint {
  const low = centre === null ? -1 : lowerExactLimit(n, centre)
  const high = centre === null ? n + 1 : upperExactLimit(n, centre)
  const signal = n === 0 ? null : k <= low ? 'low' : k >= high ? 'high' : null
  return { n, k, share: n === 0 ? null : k / n, inBaseline, centre, low, high, signal }
}

function shareOf(periods: readonly Counted[]): number {
  return periods.reduce((sum, { k }) => sum + k, 0) / periods.reduce((sum, { n }) => sum + n, 0)
}

const shares = (points: readonly Counted[]) => points.map(({ n, k }) => (n === 0 ? null : k / n))

export interface RunShift {
  /** Periods in the longest run on one side of the centre, and from which position to which it goes. */
  readonly longest: number
  readonly from: number
  readonly to: number
  readonly side: 'below' | 'above'
  /** More than this many is a shift. */
  readonly most: number
  readonly isShift: boolean
}

/**
 * Runs rule (Anhøj & Olesen, PLoS ONE 2014): of n' periods off the centre line a run on one side longer than
 * round(log2 n') + 3 is a shift; periods on the line or without ratings (null) are left out. Null without any.
 */
export function longestRunShift(shares: readonly (number | null)[], centre: number): RunShift | null {
  let longest = { longest: 0, from: 0, to: 0, side: 'above' as 'below' | 'above' }
  let run = { ...longest }
  let useful = 0
  for (const [at, share] of shares.entries()) {
    if (share === null || share === centre) continue
    useful++
    const side = share < centre ? 'below' : 'above'
    const goesOn = run.longest > 0 && run.side === side
    run = goesOn ? { ...run, longest: run.longest + 1, to: at } : { longest: 1, from: at, to: at, side }
    if (run.longest > longest.longest) longest = run
  }
  if (useful === 0) return null
  const most = Math.round(Math.log2(useful)) + 3
  return { ...longest, most, isShift: longest.longest > most }
}
