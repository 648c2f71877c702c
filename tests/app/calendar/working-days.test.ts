import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '#app/calendar/day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
  weekdayOf,
  workingCalendar,
  workingDaysBetween,
} from '#app/calendar/working-days.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
let calendar: WorkingCalendar
beforeAll(async () => {
  city = await aSmallCity()
  calendar = workingCalendar(await listCalendarDays(city.store.read))
})
afterAll(() => city.close())

/** Day, number of working days, the day they end on, and why. */
const PROMISES: [Day, number, Day, string][] = [
  ['2024-01-02', 1, '2024-01-03', 'an ordinary week'],
  ['2023-12-29', 1, '2024-01-02', 'New Year 2024 on a Monday'],
  ['2024-02-07', 1, '2024-02-15', 'Tết Giáp Thìn, 8 to 14 February'],
  ['2024-02-06', 2, '2024-02-15', 'one day before Tết, one after'],
  ['2024-02-05', 5, '2024-02-19', 'a week that Tết cuts in two'],
  ['2024-01-31', 15, '2024-02-28', 'fifteen working days across Tết 2024'],
  ['2024-02-10', 1, '2024-02-15', 'received on the first day of Tết'],
  ['2024-04-17', 1, '2024-04-19', 'Hùng Kings on a Thursday'],
  ['2024-04-26', 1, '2024-05-02', 'Monday 29 April swapped away'],
  ['2024-05-02', 2, '2024-05-04', 'Saturday 4 May worked for it'],
  ['2024-05-03', 2, '2024-05-06', 'the worked Saturday and then a Monday'],
  ['2024-04-25', 5, '2024-05-06', 'five days over 30 April and 1 May'],
  ['2024-08-30', 1, '2024-09-04', '2 and 3 September 2024'],
  ['2024-08-28', 3, '2024-09-04', 'a promise over National Day 2024'],
  ['2024-12-31', 1, '2025-01-02', 'New Year 2025 on a Wednesday'],
  ['2025-01-24', 1, '2025-02-03', 'Tết Ất Tỵ: nine days without one worked'],
  ['2025-01-23', 2, '2025-02-03', 'the last Friday before Tết 2025'],
  ['2025-01-20', 5, '2025-02-03', 'the fifth day is the first after Tết'],
  ['2025-01-17', 15, '2025-02-14', 'fifteen working days across Tết 2025'],
  ['2025-04-04', 1, '2025-04-08', 'Hùng Kings on a Monday'],
  ['2025-04-25', 1, '2025-04-26', 'Saturday 26 April worked beforehand'],
  ['2025-04-25', 3, '2025-04-29', 'the worked Saturday counts as one of three'],
  ['2025-04-29', 1, '2025-05-05', '30 April to 4 May 2025 in one rest'],
  ['2025-04-24', 5, '2025-05-05', 'five days around the long rest'],
  ['2025-08-29', 1, '2025-09-03', '1 and 2 September 2025'],
  ['2025-06-30', 1, '2025-07-01', 'the day of the merger is a working day'],
  ['2025-12-31', 1, '2026-01-05', '1 and 2 January 2026'],
  ['2026-01-09', 1, '2026-01-10', 'Saturday 10 January worked for the second'],
  ['2026-01-05', 6, '2026-01-12', 'a week of six working days'],
  ['2026-02-13', 1, '2026-02-23', 'Tết Bính Ngọ: nine days without one worked'],
  ['2026-02-12', 3, '2026-02-24', 'three days around Tết 2026'],
  ['2026-02-02', 15, '2026-03-02', 'fifteen working days across Tết 2026'],
  ['2026-04-24', 1, '2026-04-28', 'Hùng Kings on a Sunday, given back on Monday'],
  ['2026-04-29', 1, '2026-05-04', '30 April and 1 May beside a weekend'],
  ['2026-08-21', 1, '2026-08-22', 'Saturday 22 August worked beforehand'],
  ['2026-08-28', 1, '2026-09-03', '31 August to 2 September 2026'],
  ['2026-08-20', 7, '2026-08-28', 'the worked Saturday inside a longer promise'],
  ['2026-12-31', 1, '2027-01-04', 'New Year 2027 on a Friday'],
  ['2027-02-04', 1, '2027-02-12', 'Tết Đinh Mùi as expected, with two days given back'],
  ['2027-02-03', 2, '2027-02-12', 'one day before Tết 2027, one after'],
  ['2027-01-25', 10, '2027-02-15', 'ten working days across Tết 2027'],
  ['2027-04-15', 1, '2027-04-19', 'Hùng Kings on a Friday'],
  ['2027-04-29', 1, '2027-05-04', '1 May on a Saturday, given back on Monday'],
  ['2027-09-01', 1, '2027-09-06', '2 and 3 September 2027 as expected'],
  ['2025-07-05', 0, '2025-07-05', 'no working days: the day itself, even a Saturday'],
]

describe('a promise in working days', () => {
  test.each(PROMISES)('%s and %i working days: %s (%s)', (from, n, to) => {
    expect(addWorkingDays(from, n, calendar)).toBe(to)
    expect(workingDaysBetween(from, to, calendar)).toBe(n)
  })

  test('the table is of at least forty examples of four years', () => {
    expect(PROMISES.length).toBeGreaterThanOrEqual(40)
    expect(new Set(PROMISES.map(([, , to]) => to.slice(0, 4))).size).toBe(4)
  })
})

describe('the delivered calendar', () => {
  test.each([
    ['2024', 1, 12],
    ['2025', 1, 12],
    ['2026', 2, 13],
    ['2027', 0, 11],
  ])('%s: %i Saturdays worked, %i weekdays off', (year, worked, free) => {
    const ofYear = (days: ReadonlySet<Day>) => [...days].filter((day) => day.startsWith(year))
    expect(ofYear(calendar.working).map(weekdayOf)).toEqual(Array(worked).fill(6))
    expect(ofYear(calendar.off).filter((day) => weekdayOf(day) <= 5)).toHaveLength(free)
  })

  test('every day says where it comes from, and 2027 says which of its days are only expected', async () => {
    const rows = await listCalendarDays(city.store.read)
    expect(rows.filter(({ source, name }) => source === '' || name === '')).toEqual([])
    const expected = rows.filter(({ certainty }) => certainty === 'expected')
    expect(new Set(expected.map(({ day }) => day.slice(0, 4)))).toEqual(new Set(['2027']))
    expect(expected).toHaveLength(8)
  })

  test('each swapped day off has one Saturday worked for it', () => {
    expect([...calendar.working]).toHaveLength(4)
    expect([...calendar.working].filter((day) => calendar.off.has(day))).toEqual([])
  })
})

describe('counting', () => {
  const plain = workingCalendar([])

  test('without a calendar a week has five days', () => {
    const monday = '2026-06-01'
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isWorkingDay(addDays(monday, n), plain))
    expect(week).toEqual([true, true, true, true, true, false, false])
    expect(weekdayOf('2026-06-07')).toBe(7)
  })

  test('forth and back agree for every day of four years and any number of days', () => {
    for (let day = '2024-01-01'; day < '2027-12-01'; day = addDays(day, 17)) {
      for (const n of [1, 2, 5, 15, 22]) {
        const end = addWorkingDays(day, n, calendar)
        expect([day, n, workingDaysBetween(day, end, calendar)]).toEqual([day, n, n])
        expect(isWorkingDay(end, calendar)).toBe(true)
        expect(workingDaysBetween(end, day, calendar)).toBeLessThanOrEqual(0)
      }
    }
  })

  test('the same day is no working day away from itself', () => {
    expect(workingDaysBetween('2025-01-24', '2025-01-24', calendar)).toBe(0)
    expect(workingDaysBetween('2025-02-05', '2025-01-24', calendar)).toBe(-3)
  })

  test.each([-1, 1.5, Number.NaN])('%d working days is no number of days', (n) => {
    expect(() => addWorkingDays('2025-01-01', n, plain)).toThrow(RangeError)
  })

  test('a calendar in which nobody ever works is refused instead of searched for ever', () => {
    const rest = Array.from({ length: 100 }, (_, n) => ({
      day: addDays('2025-01-01', n),
      kind: 'off' as const,
    }))
    expect(() => addWorkingDays('2025-01-01', 1, workingCalendar(rest))).toThrow('No working day')
  })
})
