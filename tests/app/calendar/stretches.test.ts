import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, firstDayOf, lastDayOf } from '#app/calendar/day.ts'
import { stretchesOf } from '#app/calendar/stretches.ts'

const days = (from: string, to: string) => {
  const all: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
  return all
}

test.each([
  ['a month', '2026-02-01', '2026-02-28', ['month 2026-02 2026-02 1']],
  ['a year', '2025-11-01', '2026-10-31', ['month 2025-11 2026-10 1']],
  ['a few days', '2026-03-03', '2026-03-09', ['day 2026-03-03 2026-03-09 1']],
  ['a day', '2026-03-03', '2026-03-03', ['day 2026-03-03 2026-03-03 1']],
  [
    'most of a month',
    '2026-03-02',
    '2026-03-30',
    ['month 2026-03 2026-03 1', 'day 2026-03-01 2026-03-01 -1', 'day 2026-03-31 2026-03-31 -1'],
  ],
  [
    'months and a few days more',
    '2025-12-30',
    '2026-03-02',
    ['month 2026-01 2026-02 1', 'day 2025-12-30 2025-12-31 1', 'day 2026-03-01 2026-03-02 1'],
  ],
  [
    'a year but a few days',
    '2025-11-03',
    '2026-10-29',
    ['month 2025-11 2026-10 1', 'day 2025-11-01 2025-11-02 -1', 'day 2026-10-30 2026-10-31 -1'],
  ],
])('%s', (_, from, to, wanted) => {
  const written = stretchesOf({ from, to }).map((s) => `${s.unit} ${s.from} ${s.to} ${s.sign}`)
  expect(written).toEqual(wanted)
})

test('every day of a period is read once in the end, and never more than a month of days', () => {
  fc.assert(
    fc.property(fc.nat(800), fc.nat(500), (begin, length) => {
      const from = addDays('2024-01-01', begin)
      const to = addDays(from, length)
      const times = new Map<string, number>()
      let read = 0
      for (const stretch of stretchesOf({ from, to })) {
        const span =
          stretch.unit === 'month'
            ? days(firstDayOf(stretch.from), lastDayOf(stretch.to))
            : days(stretch.from, stretch.to)
        if (stretch.unit === 'day') read += span.length
        for (const day of span) times.set(day, (times.get(day) ?? 0) + stretch.sign)
      }
      const once = [...times].filter(([, n]) => n !== 0)
      expect(once.every(([, n]) => n === 1)).toBe(true)
      expect(once.map(([day]) => day).toSorted()).toEqual(days(from, to))
      expect(read).toBeLessThanOrEqual(31)
    }),
  )
})
