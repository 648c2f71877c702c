import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asFraction, bandOf, meanOf, rounded, sumOf } from '#app/surveys/nd61-score.ts'

const whole = (sum: number) => ({ of: BigInt(sum), over: 1n })

describe('bands', () => {
  test.each([
    [18, 'excellent'],
    [15, 'excellent'],
    [14, 'good'],
    [12, 'good'],
    [11, 'fair'],
    [9, 'fair'],
    [8, 'average'],
    [6, 'average'],
    [5, 'weak'],
    [0, 'weak'],
  ])('%i points: %s', (sum, band) => {
    expect(bandOf(whole(sum))).toBe(band)
  })

  test.each([15, 12, 9, 6])('exactly %i is in, a thousandth less is not, whatever is printed', (least) => {
    const below = { of: BigInt(least) * 1000n - 1n, over: 1000n }
    expect(bandOf(below)).not.toBe(bandOf(whole(least)))
    expect(rounded(below, 2)).toBe(least)
  })
})

describe('means and sums', () => {
  test('12 very satisfied, 5 satisfied, 3 not: 1.45', () => {
    const mean = meanOf({ 2: 12, 1: 5, 0: 3 })
    expect(mean).toEqual({ points: 29, n: 20 })
    expect(rounded(asFraction(mean), 2)).toBe(1.45)
  })

  test.each([
    [{ points: 1, n: 8 }, 2, 0.13],
    [{ points: 1, n: 40 }, 1, 0],
    [{ points: 1, n: 20 }, 1, 0.1],
    [{ points: 5, n: 3 }, 2, 1.67],
    [{ points: 2, n: 3 }, 1, 0.7],
  ])('%o to %i decimals is %f: half up, never down', (mean, decimals, expected) => {
    expect(rounded(asFraction(mean), decimals)).toBe(expected)
  })

  test('six means of 5/3 and three times whole points meet 15 exactly, where floating point may not', () => {
    const sixth = { points: 5, n: 3 }
    const sum = sumOf(Array(6).fill(sixth), [2, 2, 1])
    expect(sum && bandOf(sum)).toBe('excellent')
    expect(sum && rounded(sum, 2)).toBe(15)
    const less = sumOf([...Array(5).fill(sixth), { points: 4999, n: 3000 }], [2, 2, 1])
    expect(less && bandOf(less)).toBe('good')
  })

  test('0.1 + 0.2 style sums: tenths of different counts add up to 12 exactly', () => {
    const means = [1, 3, 7, 9, 13, 17].map((n) => ({ points: n * 2 * 10 - n, n: n * 10 }))
    const sum = sumOf(means, [0, 0, 1])
    expect(sum && rounded(sum, 6)).toBe(12.4)
    expect(sum && bandOf(sum)).toBe('good')
  })

  test('an indicator nobody answered leaves no sum', () => {
    expect(sumOf([{ points: 0, n: 0 }], [2, 2, 2])).toBeNull()
  })

  test('the sum lies between 0 and 18 and its band never falls when an answer gets better', () => {
    const counts = fc.record({ 0: fc.nat(2_000_000), 1: fc.nat(2_000_000), 2: fc.nat(2_000_000) })
    const rank = { excellent: 4, good: 3, fair: 2, average: 1, weak: 0 }
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 6, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
        (all, entered) => {
          const base = all.map((count) => meanOf({ ...count, 0: count[0] + 1 }))
          const better = all.map((count) => meanOf({ ...count, 1: count[1] + 1 }))
          const [sum, more] = [sumOf(base, entered), sumOf(better, entered)]
          if (!sum || !more) throw new Error('no sum')
          expect(rounded(sum, 6)).toBeGreaterThanOrEqual(0)
          expect(rounded(more, 6)).toBeLessThanOrEqual(18)
          expect(rank[bandOf(more)]).toBeGreaterThanOrEqual(rank[bandOf(sum)])
          expect(rounded(sum, 6)).toBeCloseTo(
            base.reduce(
              (total, { points, n }) => total + points / n,
              entered.reduce((a, b) => a + b, 0),
            ),
            5,
          )
        },
      ),
      { seed: 61, numRuns: 300 },
    )
  })
})
