import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import {
  csvFraction,
  formatCount,
  formatInstantInVietnam,
  formatPercent,
  formatShareRange,
  percentOf,
} from '#app/i18n/numbers.ts'

test('counts and percentages as each language writes them', () => {
  expect(LANGUAGES.map((lang) => formatCount(lang, 1209))).toEqual(['1.209', '1,209', '1,209'])
  expect(formatCount('vi', 1_234_567)).toBe('1.234.567')
  expect(LANGUAGES.map((lang) => formatPercent(lang, 0.8394))).toEqual(['83,9%', '83.9%', '83.9%'])
  expect(formatPercent('vi', 1)).toBe('100,0%')
  expect(formatPercent('vi', 0.8394, 2)).toBe('83,94%')
  expect(formatPercent('en', 0.005, 0)).toBe('1%')
  expect(formatShareRange('vi', 0.88825, 0.978456)).toBe('88,8%–97,8%')
})

test('half goes up where binary fractions would send it down', () => {
  expect(formatPercent('vi', 0.9595)).toBe('96,0%')
  expect(formatPercent('vi', 0.95949999)).toBe('95,9%')
  expect(formatPercent('vi', 0.0015)).toBe('0,2%')
  expect(formatPercent('vi', 0.0045)).toBe('0,5%')
  expect((0.0045 * 100).toFixed(1)).toBe('0.4')
})

test('k of n is rounded by whole numbers; nothing of nothing is no percentage', () => {
  expect(percentOf('vi', 9595, 10_000)).toBe('96,0%')
  expect(percentOf('vi', 1919, 2000)).toBe('96,0%')
  expect(percentOf('vi', 95_949, 100_000)).toBe('95,9%')
  expect(percentOf('en', 1, 3)).toBe('33.3%')
  expect(percentOf('zh', 2, 3, 2)).toBe('66.67%')
  expect(percentOf('vi', 1, 8, 0)).toBe('13%')
  expect(percentOf('vi', 0, 7)).toBe('0,0%')
  expect(percentOf('vi', 7, 7)).toBe('100,0%')
  expect(percentOf('vi', 0, 0)).toBeNull()
  expect(percentOf('vi', 2_222_222_222, 4_444_444_444, 4)).toBe('50,0000%')
  expect(() => percentOf('vi', 5e9, 1e10, 4)).toThrow(RangeError)
})

test('a written percentage is never further than half a tenth from the truth, and never below at a tie', () => {
  const counts = fc.integer({ min: 1, max: 3_000_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const written = percentOf('vi', k, n) ?? ''
      expect(written).toMatch(/^\d{1,3},\d%$/)
      const tenths = BigInt(written.replace(/\D/g, ''))
      const twiceOff = 2n * (tenths * BigInt(n) - 1000n * BigInt(k))
      expect(twiceOff > -BigInt(n) && twiceOff <= BigInt(n)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('an instant is written as the clock in Vietnam showed it', () => {
  expect(formatInstantInVietnam('2026-01-31T17:05:00.000Z')).toBe('01/02/2026 00:05')
  expect(formatInstantInVietnam(new Date('2026-01-31T16:59:59.999Z'))).toBe('31/01/2026 23:59')
})

test('fractions in a CSV have six places, a decimal comma, and nothing else', () => {
  expect(csvFraction(0.949349)).toBe('0,949349')
  expect(csvFraction(1)).toBe('1,000000')
  expect(csvFraction(0)).toBe('0,000000')
  expect(csvFraction(1 / 3)).toBe('0,333333')
  expect(csvFraction(1 / 640)).toBe('0,001563')
})
