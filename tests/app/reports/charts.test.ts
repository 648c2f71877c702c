import { describe, expect, test } from 'vitest'
import { levelSegments } from '#app/reports/level-segments.ts'
import { lowestShown, monthlyChart, SHAPES } from '#app/reports/monthly-chart.ts'
import type { MonthShare } from '#app/reports/monthly-shares.ts'
import type { ShownRatings } from '#app/reports/rating-figure.ts'

const month = (at: number, share: number | null): MonthShare => ({
  month: `2026-${String(at + 1).padStart(2, '0')}`,
  figure:
    share === null
      ? { state: 'hidden' }
      : {
          ...{ state: 'shown', satisfied: share * 100, n: 100, share },
          lower: share - 0.05,
          upper: share + 0.02,
        },
})
const year = (shares: (number | null)[]) => shares.map((share, at) => month(at, share))

describe('the line of a year', () => {
  const { left, right, width, top, height, bottom } = SHAPES.wide

  test('its scales hold every bound, the target and 100%', () => {
    const chart = monthlyChart(year([0.9, 0.96, 0.98]), 'wide', 0.95)
    expect([chart.x(0), chart.x(2)]).toEqual([left, width - right])
    expect(chart.y(1)).toBe(top)
    for (const { lower } of chart.points) expect(chart.y(lower)).toBeLessThanOrEqual(height - bottom)
    expect(chart.ticks.every((tick) => chart.y(tick) >= top && chart.y(tick) <= height - bottom)).toBe(true)
  })

  test('a month that is not shown is a gap; one that stands alone is known as such', () => {
    const chart = monthlyChart(year([0.9, null, 0.92, 0.93, null, null]), 'wide', 0.95)
    expect(chart.points.map(({ at }) => at)).toEqual([0, 2, 3])
    expect(chart.points.map(chart.isAlone)).toEqual([true, false, false])
    expect(chart.line.match(/M/g)).toHaveLength(2)
    expect(chart.band.match(/M/g)).toHaveLength(2)
    expect(chart.line).not.toContain('NaN')
  })

  test('a year without a month to show draws nothing and still has its axes', () => {
    const chart = monthlyChart(year(Array.from({ length: 12 }, () => null)), 'narrow', 0.95)
    expect([chart.line, chart.band, chart.points]).toEqual(['', '', []])
    expect(chart.ticks.length).toBeGreaterThan(1)
  })

  test('the last share and the target are never written over each other', () => {
    for (const last of [0.93, 0.945, 0.95, 0.951, 0.97]) {
      const chart = monthlyChart(year([0.9, last]), 'wide', 0.95)
      const between = chart.lastWordY - chart.y(0.95)
      expect(Math.abs(between)).toBeGreaterThanOrEqual(18)
      expect(between > 0).toBe(last < 0.95)
    }
    const far = monthlyChart(year([0.9, 0.5]), 'wide', 0.95)
    expect(far.lastWordY).toBe(far.y(0.5))
  })

  test.each([
    [[], 0.9],
    [[0.99], 0.9],
    [[0.5, 0.97], 0.45],
    [[0], 0],
  ])('with shares from %j the axis begins at %d', (shares, lowest) => {
    expect(lowestShown(shares, 0.95)).toBeCloseTo(lowest, 10)
  })
})

describe('the pieces of a level bar', () => {
  const ratings = (levels: ShownRatings['levels'], satisfied: number, n: number): ShownRatings => ({
    ...{ state: 'shown', satisfied, n, share: satisfied / n, lower: 0, upper: 1 },
    ...{ verdict: 'undecided', meetsTarget: false, levels },
  })
  const pieces = (each: ShownRatings) => levelSegments(each, [4, 5]).map(({ kind, n }) => [kind, n])

  test('from the best to the worst, without those nobody chose', () => {
    expect(pieces(ratings({ 1: 6, 2: 0, 3: 8, 4: 20, 5: 30 }, 50, 64))).toEqual([
      [5, 30],
      [4, 20],
      [3, 8],
      [1, 6],
    ])
  })

  test('hidden levels are one piece of their group, whose sum is shown anyway', () => {
    expect(pieces(ratings({ 1: null, 2: null, 3: null, 4: 20, 5: 30 }, 50, 57))).toEqual([
      [5, 30],
      [4, 20],
      ['others_together', 7],
    ])
    expect(pieces(ratings({ 1: 0, 2: 0, 3: 9, 4: null, 5: null }, 6, 15))).toEqual([
      ['satisfied_together', 6],
      [3, 9],
    ])
  })

  test('they always add up to all ratings', () => {
    const all = [
      ratings({ 1: null, 2: 5, 3: null, 4: 1, 5: null }, 20, 40),
      ratings({ 1: null, 2: null, 3: null, 4: null, 5: null }, 3, 9),
    ]
    for (const each of all) {
      expect(levelSegments(each, [4, 5]).reduce((sum, { n }) => sum + n, 0)).toBe(each.n)
    }
  })
})
