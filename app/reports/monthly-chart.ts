import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { MonthShare } from './monthly-shares.ts'

/** Where a chart's parts stand, for a desk or for a phone. */
export const SHAPES = {
  wide: { width: 1000, height: 260, left: 52, right: 104, top: 14, bottom: 30, labelEvery: 1 },
  narrow: { width: 340, height: 220, left: 46, right: 24, top: 22, bottom: 30, labelEvery: 3 },
} as const

const WORD_HEIGHT = 18

export type ChartShape = keyof typeof SHAPES

export interface ShownMonth {
  at: number
  month: string
  satisfied: number
  n: number
  share: number
  lower: number
  upper: number
}

/** The lowest share an axis shows: a round twentieth below all that is drawn and the target. */
export function lowestShown(lowers: number[], target: number): number {
  const lowest = Math.min(target, ...lowers) - 0.01
  return Math.max(0, Math.floor(lowest * 20) / 20)
}

export const shownMonths = (months: MonthShare[]): ShownMonth[] =>
  months.flatMap(({ month, figure }, at) => (figure.state === 'shown' ? [{ at, month, ...figure }] : []))

/** The line, its band and its axes; a month that is not shown is a gap, never a guess. */
export function monthlyChart(months: MonthShare[], shape: ChartShape, target: number) {
  const { width, height, left, right, top, bottom } = SHAPES[shape]
  const points = shownMonths(months)
  const shownAt = new Map(points.map((point) => [point.at, point]))
  const slots = months.map((_, at) => shownAt.get(at) ?? null)
  const lowest = lowestShown(
    points.map(({ lower }) => lower),
    target,
  )
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [left, width - right])
  const y = scaleLinear([lowest, 1], [height - bottom, top])
  type Slot = ShownMonth | null
  const place = (slot: Slot) => x(slot?.at ?? 0)
  const drawn = (slot: Slot) => slot !== null
  return {
    points,
    x,
    y,
    ticks: y.ticks(4),
    line: line<Slot>(place, (slot) => y(slot?.share ?? 0)).defined(drawn)(slots) ?? '',
    band:
      area<Slot>(
        place,
        (slot) => y(slot?.lower ?? 0),
        (slot) => y(slot?.upper ?? 0),
      ).defined(drawn)(slots) ?? '',
    lastWordY: lastWordY(y(points.at(-1)?.share ?? 0), y(target)),
    isAlone: ({ at }: ShownMonth) => !shownAt.has(at - 1) && !shownAt.has(at + 1),
  }
}

/** The last share's word keeps clear of the target's, which stands at the height of its line. */
function lastWordY(share: number, target: number): number {
  const between = share - target
  return Math.abs(between) < WORD_HEIGHT ? target + (between > 0 ? WORD_HEIGHT : -WORD_HEIGHT) : share
}
