import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  FIRST_DAY,
  firstDayOf,
  isDay,
  LAST_DAY,
  lastDayOf,
  monthOf,
  startOf,
  writtenDay,
} from '#app/calendar/day.ts'

test('the day in Vietnam begins at 17:00 UTC of the day before', () => {
  expect(dayOf(new Date('2026-01-31T16:59:59.999Z'))).toBe('2026-01-31')
  expect(dayOf(new Date('2026-01-31T17:00:00.000Z'))).toBe('2026-02-01')
  expect(startOf('2026-02-01').toISOString()).toBe('2026-01-31T17:00:00.000Z')
})

test('only days of the calendar are days', () => {
  for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', FIRST_DAY, LAST_DAY])
    expect(isDay(day)).toBe(true)
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '٢٠٢٦-01-01',
    '',
  ])
    expect(isDay(text)).toBe(false)
})

test('months have their last day', () => {
  const last = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']
  last.forEach((date, at) => {
    const month = addMonths('2026-01', at)
    expect(lastDayOf(month)).toBe(`${month}-${date}`)
  })
  expect(lastDayOf('2024-02')).toBe('2024-02-29')
  expect(lastDayOf('2100-02')).toBe('2100-02-28')
})

test('months are counted over the year’s end, and in the first and the last year there is', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2025-12', 1)).toBe('2026-01')
  expect(addMonths('2026-03', -27)).toBe('2023-12')
  expect(addMonths('0001-01', 11)).toBe('0001-12')
  expect(lastDayOf('0001-01')).toBe('0001-01-31')
  expect(lastDayOf('9999-12')).toBe(LAST_DAY)
})

test('days are counted over month and year', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(writtenDay('2026-08-03')).toBe('03/08/2026')
})

const someDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map(dayOf)

test('a day is in its month, starts as itself, and there and back is where it was', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, distance) => {
      expect(isDay(day)).toBe(true)
      expect(dayOf(startOf(day))).toBe(day)
      expect(addDays(addDays(day, distance), -distance)).toBe(day)
      const month = monthOf(day)
      expect(addMonths(addMonths(month, distance), -distance)).toBe(month)
      expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true)
      expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addMonths(month, 1)))
    }),
  )
})
