import { expect, test } from 'vitest'
import { lastSettledMonth, settledMonths } from '#app/publication/settled-months.ts'

test('a month is public from its eighth day on', () => {
  expect(lastSettledMonth('2026-03-07')).toBe('2026-01')
  expect(lastSettledMonth('2026-03-08')).toBe('2026-02')
  expect(lastSettledMonth('2026-01-01')).toBe('2025-11')
})

test('twelve months, oldest first', () => {
  const months = settledMonths('2026-03-16')
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-03', '2026-02'])
})
