import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coefficientOfVariation, regularStretches } from '#app/statistics/regular-gaps.ts'
import { burstFrom, scanAtLeast } from '#app/statistics/scan.ts'

test('two ratings a window, 96 windows: ten or eleven in one', () => {
  expect(Math.abs(scanAtLeast(10, 2, 96) - 0.02865)).toBeLessThan(5e-6)
  expect(Math.abs(scanAtLeast(11, 2, 96) - 0.00593)).toBeLessThan(5e-6)
})

test.each([
  [0.25, 6],
  [0.5, 7],
  [0.67, 8],
  [1, 9],
  [2, 13],
  [3, 15],
  [5, 20],
])('%d a window: a burst is %i', (psi, k) => {
  expect(burstFrom(psi, 96)).toBe(k)
})

test('nothing expected, nothing found', () => {
  expect(scanAtLeast(0, 1, 96)).toBe(1)
  expect(scanAtLeast(3, 0, 96)).toBe(0)
  expect(scanAtLeast(2, 5, 96)).toBe(1)
})

test('more in a window is rarer, a longer day or a busier counter makes it commoner', () => {
  const some = fc.record({
    psi: fc.double({ min: 0.05, max: 30, noNaN: true }),
    over: fc.integer({ min: 1, max: 40 }),
    windows: fc.integer({ min: 2, max: 200 }),
  })
  fc.assert(
    fc.property(some, ({ psi, over, windows }) => {
      const k = Math.ceil(psi) + over
      const p = scanAtLeast(k, psi, windows)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(scanAtLeast(k, psi, windows * 2)).toBeGreaterThanOrEqual(p)
      expect(burstFrom(psi * 1.5, windows)).toBeGreaterThanOrEqual(burstFrom(psi, windows))
      const from = burstFrom(psi, windows)
      expect(scanAtLeast(from, psi, windows)).toBeLessThanOrEqual(0.001)
      expect(scanAtLeast(from - 1, psi, windows)).toBeGreaterThan(0.001)
    }),
  )
})

test('a day drawn at random rarely holds a burst', () => {
  const random = pseudoRandom(11)
  const windows = 96
  const days = Array.from({ length: 2000 }, () => {
    const times: number[] = []
    let at = -Math.log(1 - random())
    while (at < windows) {
      times.push(at)
      at -= Math.log(1 - random())
    }
    return times.some((time, first) => (times[first + 8] ?? Infinity) <= time + 1)
  })
  expect(days.filter(Boolean).length).toBeLessThanOrEqual(8)
})

test('variation of gaps', () => {
  expect(coefficientOfVariation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12)
  expect(coefficientOfVariation([5])).toBeNull()
  expect(coefficientOfVariation([0, 0])).toBeNull()
})

test('ten gaps alike are a stretch, nine are none', () => {
  const every = (count: number, gap = 30) => Array.from({ length: count }, (_, at) => at * gap)
  expect(regularStretches(every(11))).toEqual([{ from: 0, to: 10, meanGap: 30 }])
  expect(regularStretches(every(10))).toEqual([])
  expect(regularStretches([])).toEqual([])
  expect(regularStretches([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual([])
})

test('a stretch amid people who come as they come is found where it is, and people alone make few', () => {
  const random = pseudoRandom(5)
  const coming = (from: number, count: number) => {
    const times = [from]
    while (times.length < count) times.push((times.at(-1) ?? 0) - 300 * Math.log(1 - random()))
    return times
  }
  const before = coming(0, 40)
  const start = (before.at(-1) ?? 0) + 900
  const planted = Array.from({ length: 15 }, (_, at) => start + at * 20 + 2 * random())
  const after = coming((planted.at(-1) ?? 0) + 900, 40)
  const [stretch, ...others] = regularStretches([...before, ...planted, ...after])
  expect(others).toEqual([])
  expect(stretch?.from).toBe(40)
  expect(stretch?.to).toBe(54)
  expect(regularStretches(coming(0, 20_000)).length).toBeLessThanOrEqual(6)
})

/** mulberry32 */
function pseudoRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
