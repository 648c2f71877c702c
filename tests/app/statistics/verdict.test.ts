import fc from 'fast-check'
import { expect, test } from 'vitest'
import { satisfiedShare } from '#app/statistics/satisfied-share.ts'
import { meetsPlainly, onTimeMet, SATISFIED_TARGET, verdict } from '#app/statistics/verdict.ts'

function verdictOf(satisfied: number, n: number) {
  const figure = satisfiedShare(satisfied, n)
  return figure && verdict(figure, SATISFIED_TARGET)
}

test.each([
  [0, 73],
  [1, 110],
  [2, 142],
  [3, 173],
  [5, 230],
])('with %i not satisfied the least number of ratings for "met" is %i', (not, least) => {
  const met = Array.from({ length: 400 }, (_, at) => at + 1).filter(
    (n) => n >= not && verdictOf(n - not, n) === 'met',
  )
  expect(met[0]).toBe(least)
  expect(met).toHaveLength(400 - least + 1)
})

test('72 of 72 come to 0.949349 and decide nothing', () => {
  expect(Math.abs((satisfiedShare(72, 72)?.lower ?? 9) - 0.949349)).toBeLessThan(1e-6)
  expect(verdictOf(72, 72)).toBe('undecided')
})

test('three words: below with certainty, above with certainty, neither', () => {
  expect(verdictOf(80, 100)).toBe('not_met')
  expect(verdictOf(990, 1000)).toBe('met')
  expect(verdictOf(95, 100)).toBe('undecided')
})

test('a bound that lies on the target itself', () => {
  expect(verdict({ lower: 0.95, upper: 0.99 }, 0.95)).toBe('met')
  expect(verdict({ lower: 0.9, upper: 0.95 }, 0.95)).toBe('undecided')
  expect(verdict({ lower: 0.9, upper: 0.9499999 }, 0.95)).toBe('not_met')
})

test('plainly 95% is enough, whatever the number of ratings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (twentieths) => {
      expect(meetsPlainly((19 * twentieths) / (20 * twentieths), 0.95)).toBe(true)
      expect(meetsPlainly((19 * twentieths - 1) / (20 * twentieths), 0.95)).toBe(false)
    }),
  )
})

test('on time means more than 99%, counted exactly', () => {
  expect(onTimeMet(0, 0)).toBeNull()
  expect(onTimeMet(99, 100)).toBe(false)
  expect(onTimeMet(100, 101)).toBe(true)
  expect(onTimeMet(990_000, 1_000_000)).toBe(false)
  expect(onTimeMet(990_001, 1_000_000)).toBe(true)
  expect(onTimeMet(1, 1)).toBe(true)
  expect(onTimeMet(0, 1)).toBe(false)
})
