import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, firstDayOf, lastDayOf, monthOf } from '#app/calendar/day.ts'
import {
  containing,
  isWholeMonths,
  lastTwelveMonths,
  lastWholeMonth,
  monthsOf,
  next,
  periodOf,
  previous,
  readPeriod,
} from '#app/calendar/period.ts'

test.each([
  ['month', '2024-02-01', '2024-02-29'],
  ['quarter', '2026-04-01', '2026-06-30'],
  ['half', '2026-07-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
  ['days', '2026-02-01', '2026-04-30'],
  ['days', '2026-02-01', '2026-02-27'],
  ['days', '2026-04-01', '2026-09-30'],
  ['days', '2025-07-01', '2026-06-30'],
  ['days', '2026-03-08', '2026-03-08'],
] as const)('%s: from %s to %s', (kind, from, to) => {
  expect(periodOf(from, to)).toEqual({ kind, from, to })
})

test('the period of each kind a day lies in', () => {
  expect(containing('month', '2026-11-30')).toMatchObject({ from: '2026-11-01', to: '2026-11-30' })
  expect(containing('quarter', '2026-11-30')).toMatchObject({ from: '2026-10-01', to: '2026-12-31' })
  expect(containing('half', '2026-06-30')).toMatchObject({ from: '2026-01-01', to: '2026-06-30' })
  expect(containing('year', '2026-01-01')).toMatchObject({ from: '2026-01-01', to: '2026-12-31' })
})

test('the last whole month is over: not even its last day is today', () => {
  expect(lastWholeMonth('2026-01-01')).toEqual(periodOf('2025-12-01', '2025-12-31'))
  expect(lastWholeMonth('2026-03-31')).toEqual(periodOf('2026-02-01', '2026-02-28'))
})

test('before and after', () => {
  expect(previous(periodOf('2026-03-01', '2026-03-31'))).toEqual(periodOf('2026-02-01', '2026-02-28'))
  expect(next(periodOf('2026-10-01', '2026-12-31'))).toEqual(containing('quarter', '2027-01-01'))
  expect(previous(containing('half', '2026-02-02'))).toEqual(containing('half', '2025-12-31'))
  expect(next(containing('year', '2023-05-05'))).toEqual(containing('year', '2024-05-05'))
  expect(next(periodOf('2026-01-01', '2026-02-28'))).toEqual(periodOf('2026-03-01', '2026-04-30'))
  expect(previous(periodOf('2026-03-02', '2026-03-08'))).toEqual(periodOf('2026-02-23', '2026-03-01'))
})

test('whole months, and the months touched', () => {
  expect(isWholeMonths(periodOf('2026-02-01', '2026-04-30'))).toBe(true)
  expect(isWholeMonths(periodOf('2026-02-01', '2026-04-29'))).toBe(false)
  expect(isWholeMonths(periodOf('2026-02-02', '2026-04-30'))).toBe(false)
  expect(monthsOf(periodOf('2025-12-31', '2026-02-01'))).toEqual(['2025-12', '2026-01', '2026-02'])
})

test('twelve months that end with the last one of the period', () => {
  expect(lastTwelveMonths(containing('month', '2026-02-10'))).toEqual(periodOf('2025-03-01', '2026-02-28'))
  expect(lastTwelveMonths(periodOf('2026-02-20', '2026-12-05'))).toEqual(containing('year', '2026-01-01'))
})

const TODAY = '2026-08-23'

test('an address without days asks for the last whole month', () => {
  for (const none of [null, ''])
    expect(readPeriod(none, none, TODAY)).toEqual({ kind: 'month', from: '2026-07-01', to: '2026-07-31' })
})

test('an address with days asks for these, ten years at most', () => {
  expect(readPeriod('2026-01-01', '2026-03-31', TODAY)).toMatchObject({ kind: 'quarter' })
  expect(readPeriod('2026-08-23', '2026-08-23', TODAY)).toMatchObject({ kind: 'days' })
  expect(readPeriod('2016-03-01', '2026-02-28', TODAY)).toMatchObject({ to: '2026-02-28' })
  expect(readPeriod('2016-03-01', '2026-03-01', TODAY)).toBeNull()
  expect(readPeriod('2016-02-29', '2026-02-28', TODAY)).not.toBeNull()
  expect(readPeriod('2016-02-29', '2026-03-01', TODAY)).toBeNull()
})

test.each([
  ['2026-02-30', '2026-03-31'],
  ['2026-02-01', '2026-02-29'],
  ['2026-03-01', '2026-02-28'],
  ['2026-03-01', null],
  [null, '2026-03-01'],
  ['', '2026-03-01'],
  ['01/03/2026', '31/03/2026'],
  ['0001-01-01', '0001-01-31'],
  ['9999-12-01', '9999-12-31'],
])('an address cannot ask from %s to %s', (from, to) => {
  expect(readPeriod(from, to, TODAY)).toBeNull()
})

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map(dayOf)
const somePeriod = fc.oneof(
  fc.record({ kind: fc.constantFrom('month', 'quarter', 'half', 'year'), day: someDay }).map((p) => {
    return containing(p.kind, p.day)
  }),
  fc.tuple(someDay, fc.nat(1000)).map(([from, days]) => periodOf(from, addDays(from, days))),
  fc
    .tuple(someDay.map(monthOf), fc.nat(30))
    .map(([month, months]) => periodOf(firstDayOf(month), lastDayOf(addMonths(month, months)))),
)

test('the one before and the one after touch it, are of its kind, and lead back', () => {
  fc.assert(
    fc.property(somePeriod, (period) => {
      expect(next(period).from).toBe(addDays(period.to, 1))
      expect(previous(period).to).toBe(addDays(period.from, -1))
      if (period.kind === 'days' && !isWholeMonths(period)) return
      if (period.kind !== 'days') expect(next(period).kind).toBe(period.kind)
      expect(previous(next(period))).toEqual(period)
      expect(next(previous(period))).toEqual(period)
    }),
  )
})

test('a calendar period holds its day, has its number of months, and is read back from its ends', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      for (const [kind, months] of [
        ['month', 1],
        ['quarter', 3],
        ['half', 6],
        ['year', 12],
      ] as const) {
        const period = containing(kind, day)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(monthsOf(period)).toHaveLength(months)
        expect(readPeriod(period.from, period.to, day)).toEqual(period)
      }
    }),
  )
})
