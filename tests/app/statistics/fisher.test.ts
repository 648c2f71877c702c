import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fisherLess } from '#app/statistics/fisher.ts'

/** Every table with the same margins, each by its binomial coefficients. */
function byHand(a: { k: number; n: number }, b: { k: number; n: number }): number {
  const choose = (n: number, k: number): number => {
    let product = 1
    for (let at = 1; at <= k; at++) product = (product * (n - k + at)) / at
    return k < 0 || k > n ? 0 : product
  }
  const yes = a.k + b.k
  const all = choose(a.n + b.n, yes)
  let sum = 0
  for (let k = 0; k <= a.k; k++) sum += (choose(a.n, k) * choose(b.n, yes - k)) / all
  return sum
}

describe('whether one share is smaller', () => {
  test('the lady tasting tea: 1 of 4 against 3 of 4', () => {
    // 1 of 70 tables has 0 hits, 16 of 70 have 1 (Fisher, The Design of Experiments, 1935).
    expect(fisherLess({ k: 1, n: 4 }, { k: 3, n: 4 })).toBeCloseTo(17 / 70, 12)
  })

  test('one late dossier of 50 after none of 600 is no sign yet, whatever a normal z says', () => {
    expect(fisherLess({ k: 49, n: 50 }, { k: 600, n: 600 })).toBeCloseTo(50 / 650, 10)
  })

  test('is what counting every table gives', () => {
    const share = fc.integer({ min: 1, max: 25 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }))
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(fisherLess(a, b)).toBeCloseTo(byHand(a, b), 9)
      }),
    )
  })

  test('a large city is no matter, and nothing to compare says nothing', () => {
    const p = fisherLess({ k: 94_000, n: 100_000 }, { k: 950_000, n: 1_000_000 })
    expect(p).toBeGreaterThan(0)
    expect(p).toBeLessThan(1e-30)
    expect(fisherLess({ k: 0, n: 0 }, { k: 3, n: 4 })).toBe(1)
    expect(fisherLess({ k: 5, n: 5 }, { k: 5, n: 5 })).toBe(1)
  })
})
