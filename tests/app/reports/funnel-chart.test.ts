import { describe, expect, test } from 'vitest'
import { FUNNEL_SHAPES, type FunnelPoint, funnelChart, limitSteps } from '#app/reports/funnel-chart.ts'
import { boxAround, doOverlap } from '#app/reports/placed-names.ts'
import { ratingFigure, type ShareFigure, type ShownRatings } from '#app/reports/rating-figure.ts'
import { lowestOfTrends, TREND, trendChart } from '#app/reports/trend-chart.ts'
import { funnelLimits } from '#app/statistics/funnel.ts'

const point = (id: string, satisfied: number, n: number, differs: 'below' | 'above' | null): FunnelPoint => ({
  ...{ id, name: `Phường ${id}` },
  ratings: ratingFigure(
    { 1: n - satisfied, 2: 0, 3: 0, 4: 0, 5: satisfied },
    { satisfiedLevels: [4, 5] },
    false,
    new Set(),
  ) as ShownRatings,
  compared: { limits: funnelLimits(n, 0.95), place: 'inside', p: 1, differs },
})

const POINTS = [
  point('a', 57, 60, null),
  point('b', 880, 1000, 'below'),
  point('c', 879, 1000, 'below'),
  point('d', 40, 40, null),
]

/** Points of a path `M1,2L3,4`. */
const cornersOf = (d: string) =>
  [...d.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

describe.each(['wide', 'narrow'] as const)('the funnel, %s', (shape) => {
  const chart = funnelChart(POINTS, shape, 0.95)
  const { width, height, left, right, top, bottom } = FUNNEL_SHAPES[shape]

  test('the limits that are drawn are the limits that are computed, exactly', () => {
    const ways = [
      ['inner', 0, (n: number) => funnelLimits(n, 0.95).inner.lower],
      ['inner', 1, (n: number) => funnelLimits(n, 0.95).inner.upper],
      ['outer', 0, (n: number) => funnelLimits(n, 0.95).outer.lower],
      ['outer', 1, (n: number) => funnelLimits(n, 0.95).outer.upper],
    ] as const
    for (const [which, side, limit] of ways) {
      const corners = cornersOf(chart.paths[which][side] ?? '')
      expect(corners).toHaveLength(chart.limits.length)
      for (const [at, [x, y]] of corners.entries()) {
        const n = chart.limits[at]?.n ?? 0
        expect(x).toBeCloseTo(chart.x(n), 2)
        expect(y).toBeCloseTo(chart.y(limit(n)), 2)
      }
    }
  })

  test('every point lies in the plot, at its number of ratings and its share', () => {
    for (const { ratings } of POINTS) {
      const [x, y] = [chart.x(ratings.n), chart.y(ratings.share)]
      expect(x).toBeGreaterThan(left)
      expect(x).toBeLessThan(width - right)
      expect(y).toBeGreaterThanOrEqual(top)
      expect(y).toBeLessThanOrEqual(height - bottom)
    }
  })

  test('marked offices are named, and no name stands on another', () => {
    expect(chart.names.map(({ id }) => id).toSorted()).toEqual(['b', 'c'])
    const [first, second] = chart.names
    expect(first && second && doOverlap(first.box, second.box)).toBe(false)
    for (const { box } of chart.names) {
      for (const { ratings } of POINTS) {
        const spot = { id: '', x: chart.x(ratings.n), y: chart.y(ratings.share) }
        expect(doOverlap(box, boxAround(spot, FUNNEL_SHAPES[shape].radius))).toBe(false)
      }
    }
  })

  test('each office stands where its own limits are drawn', () => {
    const drawn = chart.limits.map(({ n }) => n)
    expect(drawn).toEqual(expect.arrayContaining(POINTS.map(({ ratings }) => ratings.n)))
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
  })

  test('ticks are round numbers within, few enough to read', () => {
    expect(chart.xTicks.length).toBeGreaterThan(1)
    expect(chart.xTicks.length).toBeLessThanOrEqual(7)
    expect(chart.xTicks.every((n) => /^[125]0*$/.test(`${n}`))).toBe(true)
    const steps = chart.xTicks.slice(1).map((n, at) => chart.x(n) - chart.x(chart.xTicks[at] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(48)
  })
})

describe('a funnel of unusual cities', () => {
  test.each([
    [[point('a', 5, 5, null)]],
    [[point('a', 0, 5, 'below')]],
    [[point('a', 950_000, 1_000_000, null), point('b', 5, 6, null)]],
  ])('draws no NaN and at most a few hundred limits (%#)', (points) => {
    const chart = funnelChart(points, 'wide', 0.95)
    expect(JSON.stringify([chart.paths, chart.xTicks, chart.yTicks])).not.toMatch(/NaN|Infinity|null/)
    expect(chart.limits.length).toBeLessThanOrEqual(121 + points.length)
  })

  test('limits are reckoned at whole numbers of ratings, each once', () => {
    expect(limitSteps(4, 8, 100)).toEqual([4, 5, 6, 7, 8])
    expect(limitSteps(1, 1_000_000, 120).length).toBeLessThanOrEqual(121)
  })
})

describe('small pictures on one scale', () => {
  const shown = (share: number): ShareFigure => ({
    ...{ state: 'shown', satisfied: share * 100, n: 100, share },
    ...{ lower: share, upper: share },
  })
  const months: ShareFigure[] = [shown(0.9), { state: 'hidden' }, shown(0.96), shown(0.97), { state: 'none' }]

  test('a month that is not shown is a gap, one between gaps is a dot', () => {
    const chart = trendChart(months, 0.8)
    expect(chart.line.match(/M/g)).toHaveLength(2)
    expect(chart.alone.map(({ at }) => at)).toEqual([0])
    expect(chart.last?.at).toBe(3)
    expect(trendChart([], 0.8).line).toBe('')
  })

  test('two offices with the same share stand at the same height', () => {
    const lowest = lowestOfTrends([months, [shown(0.62)]], 0.95)
    expect(lowest).toBe(0.6)
    expect(trendChart(months, lowest).y(0.96)).toBe(trendChart([shown(0.62)], lowest).y(0.96))
    expect(trendChart(months, lowest).y(1)).toBe(TREND.top)
  })
})
