import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from '#app/statistics/benjamini-hochberg.ts'
import { binomialAtLeast, binomialAtMost } from '#app/statistics/binomial.ts'
import { funnelLimits, funnelPlace } from '#app/statistics/funnel.ts'

test('100 ratings around 95%', () => {
  const limits = funnelLimits(100, 0.95)
  expect(limits.inner).toMatchObject({ low: 89, high: 100 })
  expect(limits.outer).toMatchObject({ low: 86, high: 101 })
  expect(funnelPlace(86, limits)).toBe('below_998')
  expect(funnelPlace(87, limits)).toBe('below_95')
  expect(funnelPlace(90, limits)).toBe('inside')
  expect(funnelPlace(99, limits)).toBe('inside')
  expect(funnelPlace(100, limits)).toBe('above_95')
  expect(funnelPlace(2000, funnelLimits(2000, 0.95))).toBe('above_998')
})

test('of no ratings nothing lies outside', () => {
  expect(funnelPlace(0, funnelLimits(0, 0.95))).toBe('inside')
})

const somePlace = fc
  .record({
    n: fc.integer({ min: 1, max: 400_000 }),
    target: fc.double({ min: 0.5, max: 0.995, noNaN: true }),
  })
  .chain(({ n, target }) => fc.record({ n: fc.constant(n), target: fc.constant(target), k: fc.nat(n) }))

test('outside is where the exact tail is at most 2.5% or 0.1%, and the drawn line lies between', () => {
  fc.assert(
    fc.property(somePlace, ({ n, target, k }) => {
      const { inner, outer } = funnelLimits(n, target)
      for (const [{ low, high, lower, upper }, alpha] of [
        [inner, 0.025],
        [outer, 0.001],
      ] as const) {
        expect(k <= low).toBe(binomialAtMost(k, n, target) <= alpha)
        expect(k >= high).toBe(binomialAtLeast(k, n, target) <= alpha)
        expect(lower * n).toBeGreaterThanOrEqual(Math.max(0, low) - 1e-6)
        expect(lower * n).toBeLessThanOrEqual(low + 1 + 1e-6)
        expect(upper * n).toBeLessThanOrEqual(Math.min(n, high) + 1e-6)
        expect(upper * n).toBeGreaterThanOrEqual(high - 1 - 1e-6)
      }
      expect(outer.lower).toBeLessThanOrEqual(inner.lower)
      expect(outer.upper).toBeGreaterThanOrEqual(inner.upper)
    }),
    { numRuns: 300 },
  )
})

test("Benjamini and Hochberg's own example: four of fifteen stand out", () => {
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  expect(benjaminiHochberg(ps, 0.05)).toEqual(ps.map((_p, at) => at < 4))
  expect(benjaminiHochberg(ps.toReversed(), 0.05)).toEqual(ps.map((_p, at) => at >= 11))
  expect(benjaminiHochberg([], 0.05)).toEqual([])
  expect(benjaminiHochberg([0.2], 0.05)).toEqual([false])
})

test('a smaller p never falls behind a larger one, and Bonferroni marks no more', () => {
  const ps = fc.array(
    fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p ** 4),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(ps, (ps) => {
      const marks = benjaminiHochberg(ps, 0.05)
      const marked = ps.filter((_p, at) => marks[at])
      const others = ps.filter((_p, at) => !marks[at])
      expect(Math.max(-1, ...marked)).toBeLessThan(Math.min(2, ...others))
      for (const [at, p] of ps.entries()) if (p <= 0.05 / ps.length) expect(marks[at]).toBe(true)
      expect(marked.every((p) => p <= 0.05)).toBe(true)
    }),
  )
})
