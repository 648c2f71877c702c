import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Charted, ControlPoint } from '../control-series.ts'
import { type ChartShape, lowestShown, SHAPES } from '../monthly-chart.ts'
import type { MonthFigure } from './month-figures.ts'

/** A month that may be drawn: its share, and the limits as shares where there are any. */
export interface DrawnMonth {
  at: number
  month: string
  k: number
  n: number
  share: number
  centre: number | null
  lowest: number | null
  highest: number | null
  signal: ControlPoint['signal']
}

/** What may be shown of a month on the chart of one measure; null where its number is hidden or there is none. */
export function drawnMonth(measure: Charted, figure: MonthFigure, at: number): DrawnMonth | null {
  const point = figure.control[measure]
  if (!point || point.share === null) return null
  if (measure === 'satisfied' && figure.ratings.state !== 'shown') return null
  const { month, k, n, share, centre, low, high, signal } = point
  const lowest = centre !== null && low >= 0 ? low / n : null
  const highest = centre !== null && high <= n ? high / n : null
  return { at, month, k, n, share, centre, lowest, highest, signal }
}

const TARGETS: Record<Charted, number> = { satisfied: 0.95, on_time: 0.99 }

/** A control chart's parts: a line with gaps where nothing may be drawn, and limits that step with each month's n. */
export function controlShape(measure: Charted, months: readonly MonthFigure[], shape: ChartShape) {
  const { width, height, left, right, top, bottom } = SHAPES[shape]
  const slots = months.map((figure, at) => drawnMonth(measure, figure, at))
  const points = slots.filter((slot) => slot !== null)
  const lowest = lowestShown(
    points.flatMap(({ share, lowest }) => [share, ...(lowest === null ? [] : [lowest])]),
    TARGETS[measure],
  )
  const x = scaleLinear([-0.5, Math.max(1, months.length) - 0.5], [left, width - right])
  const y = scaleLinear([lowest, 1], [height - bottom, top])
  const steps = (of: (point: DrawnMonth) => number | null) =>
    points
      .flatMap((point) => {
        const value = of(point)
        return value === null ? [] : [`M${x(point.at - 0.5)} ${y(value)}H${x(point.at + 0.5)}`]
      })
      .join('')
  const drawn = line<DrawnMonth | null>(
    (slot) => x(slot?.at ?? 0),
    (slot) => y(slot?.share ?? 0),
  ).defined((slot) => slot !== null)
  return {
    points,
    ...{ x, y },
    ticks: y.ticks(4),
    line: drawn(slots) ?? '',
    lower: steps((point) => point.lowest),
    upper: steps((point) => point.highest),
    centre: steps((point) => point.centre),
  }
}
