import { expect, test } from 'vitest'
import { backOff } from '#app/kiosk/back-off.ts'

test('waits from 1 s to 5 min, twice as long each time, half of it by chance', () => {
  expect([0, 1, 2, 3].map((failures) => backOff(failures, () => 1))).toEqual([1_000, 2_000, 4_000, 8_000])
  expect([1, 2, 3].map((failures) => backOff(failures, () => 0))).toEqual([1_000, 2_000, 4_000])
  expect(backOff(30, () => 1)).toBe(300_000)
  expect(backOff(30, () => 0)).toBe(150_000)
})

test('never under a second, and two tablets that fail together part', () => {
  expect(backOff(0, () => 0)).toBe(1_000)
  const waits = Array.from({ length: 200 }, () => backOff(6))
  expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(100)
  expect(waits.every((wait) => wait >= 32_000 && wait <= 64_000)).toBe(true)
})
