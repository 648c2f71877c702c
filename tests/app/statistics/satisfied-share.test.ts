import fc from 'fast-check'
import { expect, test } from 'vitest'
import { satisfiedShare, verifiedShare } from '#app/statistics/satisfied-share.ts'

test.each([
  [0, 1, 0, 0.793451],
  [1, 1, 0.206549, 1],
  [10, 10, 0.722467, 1],
  [47, 50, 0.837829, 0.979385],
  [95, 100, 0.88825, 0.978456],
  [285, 300, 0.919153, 0.969468],
  [950, 1000, 0.934686, 0.96187],
  [9500, 10000, 0.945553, 0.954102],
])('%i of %i lies between %d and %d', (satisfied, n, lower, upper) => {
  const figure = satisfiedShare(satisfied, n)
  expect(figure).toMatchObject({ satisfied, n, share: satisfied / n })
  expect(Math.abs((figure?.lower ?? 9) - lower)).toBeLessThan(1e-6)
  expect(Math.abs((figure?.upper ?? 9) - upper)).toBeLessThan(1e-6)
})

test('without ratings there is no figure', () => {
  expect(satisfiedShare(0, 0)).toBeNull()
  expect(verifiedShare(0, 0, 100)).toBeNull()
})

test('what is no part of a whole is refused', () => {
  for (const [satisfied, n] of [
    [2, 1],
    [-1, 3],
    [1, -3],
    [0.5, 3],
    [1, 2.5],
    [Number.NaN, 3],
    [1, Infinity],
  ] as const) {
    expect(() => satisfiedShare(satisfied, n)).toThrow(RangeError)
    expect(() => verifiedShare(satisfied, n, 1000)).toThrow(RangeError)
  }
  expect(() => verifiedShare(1, 2, 2.5)).toThrow(RangeError)
})

test('73 verified ratings of 100 dossiers returned, all satisfied', () => {
  expect(verifiedShare(73, 73, 100)?.lower).toBeCloseTo(0.9859, 4)
  expect(verifiedShare(73, 73, 100)?.upper).toBe(1)
})

test('when every dossier was rated nothing is uncertain', () => {
  expect(verifiedShare(19, 20, 20)).toMatchObject({ share: 0.95, lower: 0.95, upper: 0.95 })
  expect(verifiedShare(1, 1, 1)).toMatchObject({ lower: 1, upper: 1 })
})

test('more ratings than dossiers returned in the period leave no second line', () => {
  expect(verifiedShare(5, 6, 5)).toBeNull()
})

const counts = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), satisfied: fc.integer({ min: 0, max: n }) }))

test('the bounds hold the share, lie within 0 and 1, and are those of the complement turned over', () => {
  fc.assert(
    fc.property(counts, ({ n, satisfied }) => {
      const figure = satisfiedShare(satisfied, n)
      const complement = satisfiedShare(n - satisfied, n)
      if (!figure || !complement) throw new Error('no figure')
      expect(figure.lower).toBeGreaterThanOrEqual(0)
      expect(figure.lower).toBeLessThanOrEqual(figure.share)
      expect(figure.upper).toBeGreaterThanOrEqual(figure.share)
      expect(figure.upper).toBeLessThanOrEqual(1)
      expect(figure.lower).toBeCloseTo(1 - complement.upper, 12)
    }),
  )
})

test('one more satisfied raises both bounds; the same share of ten times as many narrows them', () => {
  fc.assert(
    fc.property(counts, ({ n, satisfied }) => {
      const figure = satisfiedShare(satisfied, n)
      const more = satisfiedShare(Math.min(satisfied + 1, n), n)
      const tenfold = satisfiedShare(satisfied * 10, n * 10)
      if (!figure || !more || !tenfold) throw new Error('no figure')
      expect(more.lower).toBeGreaterThanOrEqual(figure.lower)
      expect(more.upper).toBeGreaterThanOrEqual(figure.upper)
      expect(tenfold.upper - tenfold.lower).toBeLessThan(figure.upper - figure.lower)
    }),
  )
})

test('knowing how many dossiers there were never widens the interval', () => {
  fc.assert(
    fc.property(counts, fc.nat(2_000_000), ({ n, satisfied }, unrated) => {
      const plain = satisfiedShare(satisfied, n)
      const verified = verifiedShare(satisfied, n, n + unrated)
      if (!plain || !verified) throw new Error('no figure')
      expect(verified.lower).toBeGreaterThanOrEqual(plain.lower - 1e-12)
      expect(verified.upper).toBeLessThanOrEqual(plain.upper + 1e-12)
      expect(verified.lower).toBeLessThanOrEqual(verified.share)
      expect(verified.upper).toBeGreaterThanOrEqual(verified.share)
    }),
  )
})
