import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halfUp } from '#app/statistics/half-up.ts'
import { complaintScore, dossierScore, roundedScore } from '#app/statistics/score-766.ts'

test.each([
  [100, 20, 5.33],
  [100, 15, 5.67],
  [100, 10, 6],
  [100, 0, 6],
  [100, 100, 0],
  [0, 0, 0],
])('of %i dossiers %i late or complained of: %d points', (received, bad, points) => {
  expect(roundedScore(dossierScore(received, bad))).toBe(points)
})

test.each([
  [3, 4, 4.5],
  [17, 19, 5.37],
  [0, 0, 6],
  [0, 3, 0],
])('%i of %i complaints: %d points', (part, all, points) => {
  expect(roundedScore(complaintScore(part, all))).toBe(points)
})

test('exact halves go up', () => {
  expect(halfUp(1, 8, 2)).toBe(0.13)
  expect(halfUp(1005, 1000, 2)).toBe(1.01)
  expect(halfUp(25, 10, 0)).toBe(3)
  expect(halfUp(9_999_999, 10_000_000, 1)).toBe(1)
})

test('points are the formula, never more than 6, and one more bad dossier never adds any', () => {
  const some = fc.integer({ min: 1, max: 5_000_000 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1)))
  fc.assert(
    fc.property(some, ([received, bad]) => {
      const { of, over } = dossierScore(received, bad)
      expect(of / over).toBeCloseTo(Math.min(6, (6 * (1 - bad / received)) / 0.9), 9)
      const worse = dossierScore(received, bad + 1)
      expect(worse.of / worse.over).toBeLessThanOrEqual(of / over)
    }),
  )
})
