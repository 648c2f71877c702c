import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gTest } from '#app/statistics/g-test.ts'
import { chiSquareAtLeast, normalTwoSided, poissonAtMost } from '#app/statistics/incomplete-gamma.ts'
import { twoProportions } from '#app/statistics/two-proportions.ts'
import { manskiBounds, ministrySample } from '#app/statistics/who-did-not-answer.ts'

const near = (found: number | undefined, wanted: number, within = 1e-6) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(within)

test('tables of the normal, chi-square and Poisson distributions', () => {
  near(normalTwoSided(1.959964), 0.05)
  near(normalTwoSided(-2.575829), 0.01)
  near(normalTwoSided(0), 1)
  near(chiSquareAtLeast(3.841459, 1), 0.05)
  near(chiSquareAtLeast(18.307038, 10), 0.05)
  near(chiSquareAtLeast(0, 4), 1)
  near(poissonAtMost(2, 2), 5 * Math.exp(-2), 1e-12)
  near(poissonAtMost(0, 0.25), Math.exp(-0.25), 1e-12)
  expect(poissonAtMost(-1, 2)).toBe(0)
})

test("Newcombe's worked examples of method 10", () => {
  near(twoProportions({ k: 56, n: 70 }, { k: 48, n: 80 })?.lower, 0.0524, 5e-5)
  near(twoProportions({ k: 56, n: 70 }, { k: 48, n: 80 })?.upper, 0.3339, 5e-5)
  near(twoProportions({ k: 10, n: 10 }, { k: 0, n: 10 })?.lower, 0.6075, 5e-5)
  near(twoProportions({ k: 10, n: 10 }, { k: 0, n: 20 })?.lower, 0.6791, 5e-5)
})

test('two shares without anything to tell them apart, and without ratings', () => {
  expect(twoProportions({ k: 5, n: 5 }, { k: 9, n: 9 })).toMatchObject({ difference: 0, z: 0, p: 1 })
  expect(twoProportions({ k: 0, n: 0 }, { k: 9, n: 9 })).toBeNull()
})

const part = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))

test('the difference lies in its interval, and turned over it is its own negative', () => {
  fc.assert(
    fc.property(part, part, (a, b) => {
      const one = twoProportions(a, b)
      const other = twoProportions(b, a)
      if (!one || !other) throw new Error('no comparison')
      expect(one.lower).toBeLessThanOrEqual(one.difference)
      expect(one.upper).toBeGreaterThanOrEqual(one.difference)
      expect(one.lower).toBeGreaterThanOrEqual(-1 - 1e-12)
      expect(one.upper).toBeLessThanOrEqual(1 + 1e-12)
      near(one.lower, -other.upper, 1e-12)
      near(one.p, other.p, 1e-12)
      expect(one.p).toBeGreaterThanOrEqual(0)
      expect(one.p).toBeLessThanOrEqual(1)
    }),
  )
})

test('bounds without assumption: as wide as the share of those who did not answer, and they hold every case', () => {
  near(manskiBounds(0.4, 0.95).lower, 0.38, 1e-12)
  near(manskiBounds(0.4, 0.95).upper, 0.98, 1e-12)
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, share, (rate, among, others) => {
      const { lower, upper } = manskiBounds(rate, among)
      const truth = rate * among + (1 - rate) * others
      expect(truth).toBeGreaterThanOrEqual(lower - 1e-12)
      expect(truth).toBeLessThanOrEqual(upper + 1e-12)
      near(upper - lower, 1 - rate, 1e-12)
    }),
  )
})

test('the sample the Ministry would draw', () => {
  expect(ministrySample(1000)).toBe(286)
  expect(ministrySample(1_000_000)).toBe(400)
  expect(ministrySample(0)).toBe(0)
})

test('a G-test by hand, and profiles alike or with nothing in common', () => {
  const byHand =
    2 * (30 * Math.log(30 / 40) + 50 * Math.log(50 / 40) + 70 * Math.log(70 / 60) + 50 * Math.log(50 / 60))
  near(gTest([30, 70], [50, 50])?.g, byHand, 1e-9)
  expect(gTest([30, 70], [50, 50])).toMatchObject({ degrees: 1 })
  near(gTest([30, 70], [50, 50])?.distance, 0.2, 1e-12)
  near(gTest([10, 20, 0], [20, 40, 0])?.p, 1)
  expect(gTest([9, 0], [0, 9])?.distance).toBe(1)
  expect(gTest([0, 0], [3, 4])).toBeNull()
  expect(gTest([3, 0], [4, 0])).toBeNull()
})

test('of profiles drawn alike few are told apart', () => {
  const draws = fc.sample(fc.array(fc.nat(9), { minLength: 400, maxLength: 400 }), { seed: 7, numRuns: 200 })
  const profile = (draw: number[]) =>
    Array.from({ length: 10 }, (_, at) => draw.filter((one) => one === at).length)
  const found = draws.filter(
    (draw) => (gTest(profile(draw.slice(0, 200)), profile(draw.slice(200)))?.p ?? 1) < 0.05,
  )
  expect(found.length).toBeLessThan(40)
})
