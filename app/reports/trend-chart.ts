import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { lowestShown } from './monthly-chart.ts'
import type { ShareFigure } from './rating-figure.ts'

/** One small picture of a row of many. */
export const TREND = { width: 240, height: 84, left: 4, right: 54, top: 8, bottom: 8 } as const

/** Where the one scale of all small pictures begins. */
export function lowestOfTrends(trends: readonly (readonly ShareFigure[])[], target: number): number {
  const shares = trends.flat().flatMap((figure) => (figure.state === 'shown' ? [figure.share] : []))
  return lowestShown(shares, target)
}

/** Shares from the top to the bottom of a small picture. */
export const trendShares = (lowest: number) =>
  scaleLinear([lowest, 1], [TREND.height - TREND.bottom, TREND.top])

/** A line of twelve months on a scale that others share; a month that is not shown is a gap. */
export function trendChart(months: readonly ShareFigure[], lowest: number) {
  const { width, left, right } = TREND
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [left, width - right])
  const y = trendShares(lowest)
  const isShown = (at: number) => months[at]?.state === 'shown'
  const points = months.flatMap((figure, at) => (figure.state === 'shown' ? [{ at, ...figure }] : []))
  return {
    ...{ x, y, points },
    line:
      line<ShareFigure>(
        (_, at) => x(at),
        (figure) => y(figure.state === 'shown' ? figure.share : 0),
      ).defined(({ state }) => state === 'shown')([...months]) ?? '',
    /** A month between two gaps is no line, so it is a dot. */
    alone: points.filter(({ at }) => !isShown(at - 1) && !isShown(at + 1)),
    last: points.at(-1),
  }
}
