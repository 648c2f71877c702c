import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addCounts,
  LEVELS,
  type LevelCounts,
  levelCountsOf,
  noCounts,
  satisfiedOf,
  totalOf,
} from '#app/statistics/level-counts.ts'

const stored = { level_1: 1, level_2: 2, level_3: 4, level_4: 8, level_5: 16 }

test('a stored row keeps each level in its place', () => {
  expect(levelCountsOf(stored)).toEqual({ 1: 1, 2: 2, 3: 4, 4: 8, 5: 16 })
})

test('satisfied are the levels the index definition names', () => {
  expect(satisfiedOf(levelCountsOf(stored), [4, 5])).toBe(24)
  expect(satisfiedOf(levelCountsOf(stored), [5])).toBe(16)
  expect(satisfiedOf(levelCountsOf(stored), [])).toBe(0)
  expect(totalOf(levelCountsOf(stored))).toBe(31)
})

const someCounts: fc.Arbitrary<LevelCounts> = fc
  .record({ level_1: fc.nat(), level_2: fc.nat(), level_3: fc.nat(), level_4: fc.nat(), level_5: fc.nat() })
  .map(levelCountsOf)

test('the total of a sum is the sum of the totals, level by level', () => {
  fc.assert(
    fc.property(someCounts, someCounts, (a, b) => {
      const sum = addCounts(a, b)
      expect(totalOf(sum)).toBe(totalOf(a) + totalOf(b))
      for (const level of LEVELS) expect(sum[level]).toBe(a[level] + b[level])
      expect(addCounts(a, noCounts)).toEqual(a)
    }),
  )
})
