import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialAtLeast, binomialAtMost, exactTest, largestWithin } from '#app/statistics/binomial.ts'
import { binomialMass, logGamma, poissonMass } from '#app/statistics/saddle-point.ts'

/** The definition itself, with a row of Pascal's triangle. */
function byPascal(n: number, p: number): number[] {
  let row = [1n]
  for (let at = 0; at < n; at++) row = [1n, ...row.slice(1).map((c, i) => c + (row[i] ?? 0n)), 1n]
  return row.map((c, k) => Number(c) * p ** k * (1 - p) ** (n - k))
}

test('every term of a small distribution is that of its definition', () => {
  for (const n of [1, 2, 7, 40])
    for (const p of [0.05, 0.5, 0.95])
      for (const [k, mass] of byPascal(n, p).entries())
        expect(Math.abs(binomialMass(k, n, p) / mass - 1)).toBeLessThan(1e-12)
  expect(binomialMass(-1, 5, 0.5) + binomialMass(6, 5, 0.5)).toBe(0)
})

test('certain outcomes', () => {
  expect(binomialMass(0, 9, 0)).toBe(1)
  expect(binomialMass(9, 9, 1)).toBe(1)
  expect(binomialMass(8, 9, 1)).toBe(0)
  expect(binomialAtMost(3, 9, 0)).toBe(1)
  expect(binomialAtMost(8, 9, 1)).toBe(0)
  expect(binomialAtMost(-1, 9, 0.5)).toBe(0)
  expect(binomialAtMost(9, 9, 0.5)).toBe(1)
  expect(largestWithin(0.01, 0, 0.5)).toBe(-1)
  expect(largestWithin(0.01, 9, 0)).toBe(-1)
  expect(largestWithin(0.01, 9, 1)).toBe(8)
})

test.each([0.5, 0.95, 0.9999])('the terms of 10,000,000 at %d add up to 1', (p) => {
  const n = 10_000_000
  const mean = Math.round(n * p)
  const far = Math.ceil(12 * Math.sqrt(n * p * (1 - p))) + 50
  let sum = 0
  for (let k = Math.max(0, mean - far); k <= Math.min(n, mean + far); k++) sum += binomialMass(k, n, p)
  expect(Math.abs(sum - 1)).toBeLessThan(1e-10)
  expect(Math.abs(binomialAtMost(mean, n, p) + binomialAtLeast(mean + 1, n, p) - 1)).toBeLessThan(1e-12)
})

test('factorials and Poisson terms', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 5)
  expect(poissonMass(3, 2)).toBeCloseTo((8 / 6) * Math.exp(-2), 14)
  expect(poissonMass(0, 2)).toBeCloseTo(Math.exp(-2), 14)
  expect(poissonMass(0, 0)).toBe(1)
  expect(poissonMass(2, 0)).toBe(0)
})

const someTail = fc.record({
  n: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10_000_000 })),
  p: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  alpha: fc.constantFrom(0.00135, 0.001, 0.025, 0.2),
})

test('the largest count within alpha is within it, and one more is not', () => {
  fc.assert(
    fc.property(someTail, ({ n, p, alpha }) => {
      const k = largestWithin(alpha, n, p)
      if (k >= 0) expect(binomialAtMost(k, n, p)).toBeLessThanOrEqual(alpha * (1 + 1e-9))
      expect(k).toBeLessThan(n)
      expect(binomialAtMost(k + 1, n, p)).toBeGreaterThan(alpha * (1 - 1e-9))
    }),
    { numRuns: 500 },
  )
})

test('tails grow with k, fall with p, and are those of the complement turned over', () => {
  const some = fc.record({
    n: fc.integer({ min: 2, max: 3000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    p: fc.double({ min: 0.01, max: 0.98, noNaN: true }),
  })
  fc.assert(
    fc.property(some, ({ n, part, p }) => {
      const k = Math.floor(part * n)
      const tail = binomialAtMost(k, n, p)
      expect(binomialAtMost(k + 1, n, p)).toBeGreaterThanOrEqual(tail - 1e-13)
      expect(binomialAtMost(k, n, p + 0.01)).toBeLessThanOrEqual(tail + 1e-13)
      expect(Math.abs(binomialAtLeast(n - k, n, 1 - p) - tail)).toBeLessThan(1e-12)
      expect(Math.abs(tail - binomialAtMost(k - 1, n, p) - binomialMass(k, n, p))).toBeLessThan(1e-12)
    }),
  )
})

test('the two-sided test is 1 in the middle and small at the ends', () => {
  expect(exactTest(50, 100, 0.5)).toBe(1)
  expect(exactTest(0, 10, 0.5)).toBeCloseTo(2 / 1024, 12)
  expect(exactTest(10, 10, 0.5)).toBeCloseTo(2 / 1024, 12)
})
