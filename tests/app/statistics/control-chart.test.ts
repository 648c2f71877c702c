import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialAtMost } from '#app/statistics/binomial.ts'
import {
  BASELINE_PERIODS,
  controlChart,
  longestRunShift,
  lowerExactLimit,
  missedFall,
  upperExactLimit,
} from '#app/statistics/control-chart.ts'
import { laneyLimits } from '#app/statistics/laney.ts'

test.each([
  [20, 14],
  [50, 41],
  [100, 86],
  [200, 179],
  [500, 458],
])('of %i ratings around 95%% a signal at %i or fewer', (n, limit) => {
  expect(lowerExactLimit(n, 0.95)).toBe(limit)
  expect(binomialAtMost(limit, n, 0.95)).toBeLessThanOrEqual(0.00135)
  expect(binomialAtMost(limit + 1, n, 0.95)).toBeGreaterThan(0.00135)
})

test('of 20 the exact limit alarms in 0.033% of the periods, three sigma in 1.6%', () => {
  expect(binomialAtMost(14, 20, 0.95)).toBeCloseTo(0.00033, 5)
  expect(binomialAtMost(16, 20, 0.95)).toBeCloseTo(0.016, 3)
})

test('of few ratings no count can signal', () => {
  expect(lowerExactLimit(1, 0.95)).toBe(-1)
  expect(lowerExactLimit(2, 0.95)).toBe(-1)
  expect(lowerExactLimit(3, 0.95)).toBe(0)
  expect(lowerExactLimit(0, 0.95)).toBe(-1)
  expect(upperExactLimit(100, 0.95)).toBe(101)
  expect(upperExactLimit(1000, 0.95)).toBeLessThanOrEqual(1000)
})

test('at 100 ratings a fall from 95% to 90% is missed 88% of the time', () => {
  expect(missedFall(100, 0.95, 0.9)).toBeCloseTo(0.88, 2)
  expect(missedFall(1000, 0.95, 0.9)).toBeLessThan(0.01)
})

const steady = Array.from({ length: BASELINE_PERIODS }, () => ({ n: 100, k: 95 }))

test('twelve periods make a centre that later ones do not move', () => {
  const chart = controlChart([...steady, { n: 100, k: 86 }, { n: 100, k: 87 }, { n: 0, k: 0 }])
  expect(chart.points.map(({ centre }) => centre)).toEqual(Array(15).fill(0.95))
  expect(chart.points.slice(12)).toEqual([
    { n: 100, k: 86, share: 0.86, inBaseline: false, centre: 0.95, low: 86, high: 101, signal: 'low' },
    { n: 100, k: 87, share: 0.87, inBaseline: false, centre: 0.95, low: 86, high: 101, signal: null },
    { n: 0, k: 0, share: null, inBaseline: false, centre: 0.95, low: -1, high: 1, signal: null },
  ])
})

test('fewer periods have no centre; periods without ratings do not count as baseline', () => {
  const short = controlChart(steady.slice(1))
  expect(short.points.every(({ centre, signal }) => centre === null && signal === null)).toBe(true)
  expect(short.shifts).toEqual([null])
  const withGap = controlChart([{ n: 0, k: 0 }, ...steady.slice(1)])
  expect(withGap.points.at(-1)?.centre).toBeNull()
  expect(controlChart([{ n: 0, k: 0 }, ...steady]).points.at(-1)).toMatchObject({
    centre: 0.95,
    inBaseline: true,
  })
})

test('a declared change begins a stretch with a baseline of its own', () => {
  const after = Array.from({ length: 12 }, () => ({ n: 100, k: 80 }))
  const chart = controlChart([...steady, ...after], { changes: [12] })
  expect(chart.points.map(({ signal }) => signal)).toEqual(Array(24).fill(null))
  expect(chart.points[23]?.centre).toBe(0.8)
  expect(chart.shifts).toHaveLength(2)
  expect(controlChart([...steady, ...after]).points[12]?.signal).toBe('low')
  expect(controlChart([{ n: 10, k: 9 }], { changes: [0, 5] }).shifts).toEqual([null])
})

test('eight of fourteen on one side are a shift, seven are not', () => {
  const run = (length: number) => [0.9, 0.8, 0.9, 0.8, 0.9, 0.8, ...Array<number>(length).fill(0.9)]
  expect(longestRunShift(run(8), 0.85)).toEqual({
    longest: 8,
    from: 6,
    to: 13,
    side: 'above',
    most: 7,
    isShift: true,
  })
  expect(longestRunShift(run(7), 0.85)?.isShift).toBe(false)
  expect(longestRunShift([null, 0.85], 0.85)).toBeNull()
})

test('a point on the line or a month without ratings neither ends a run nor lengthens it', () => {
  const shares = [0.7, null, 0.7, 0.85, 0.7, 0.9]
  expect(longestRunShift(shares, 0.85)).toMatchObject({ longest: 3, from: 0, to: 4, side: 'below', most: 5 })
})

const vector = [93, 96, 95, 97, 92, 94, 98, 91].map((k) => ({ n: 100, k }))

test("Laney's p' on the worked series", () => {
  const found = laneyLimits(vector)
  expect(Math.abs((found?.centre ?? 9) - 0.945)).toBeLessThan(1e-6)
  expect(Math.abs((found?.sigmaZ ?? 9) - 1.333235)).toBeLessThan(1e-6)
  expect(Math.abs((found?.limits[0]?.pLower ?? 9) - 0.876606)).toBeLessThan(1e-6)
  expect(Math.abs((found?.limits[0]?.lower ?? 9) - 0.853815)).toBeLessThan(1e-6)
})

test("Laney's p' of one period, of none, and of periods that are all alike", () => {
  expect(laneyLimits([{ n: 10, k: 9 }])).toBeNull()
  const alike = laneyLimits([
    { n: 10, k: 10 },
    { n: 0, k: 0 },
    { n: 20, k: 20 },
  ])
  expect(alike).toMatchObject({ centre: 1, sigmaZ: 0 })
  expect(alike?.limits[1]).toEqual({ pLower: 0, pUpper: 1, lower: 0, upper: 1 })
})

test('limits hold the centre, and more ratings draw them closer', () => {
  const some = fc.record({
    n: fc.integer({ min: 1, max: 200_000 }),
    p: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  })
  fc.assert(
    fc.property(some, ({ n, p }) => {
      const low = lowerExactLimit(n, p)
      const high = upperExactLimit(n, p)
      expect(low).toBeLessThan(n * p)
      expect(high).toBeGreaterThan(n * p)
      expect(lowerExactLimit(n, Math.min(0.99, p + 0.005))).toBeGreaterThanOrEqual(low)
      const wide = (n * p - low) / n
      expect((4 * n * p - lowerExactLimit(4 * n, p)) / (4 * n)).toBeLessThanOrEqual(wide)
    }),
  )
})
