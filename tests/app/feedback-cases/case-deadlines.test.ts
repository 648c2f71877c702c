import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '#app/calendar/working-days.ts'
import {
  deadlinesOf,
  escalationDue,
  extendedDeadline,
  reopenableUntil,
  reopenedDeadline,
  workingDaysLeft,
} from '#app/feedback-cases/case-deadlines.ts'
import { caseSettingsFrom } from '#app/feedback-cases/case-settings.ts'
import { workingCalendarOf } from '#app/offices/change-calendar.server.ts'
import type { CaseStatus } from '#db/schema.ts'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'

/** The calendar a city is delivered with, 2024 to 2027. */
let city: SmallCity
let calendar: WorkingCalendar
beforeAll(async () => {
  city = await aSmallCity()
  calendar = await workingCalendarOf(city.store.read)
})
afterAll(() => city.close())

const SETTINGS = caseSettingsFrom(new Map())

/** What, the day it counts from, how many working days, the day it leads to: worked out apart from the program. */
const EXAMPLES = [
  ['a plain week', '2026-03-02', 2, '2026-03-04'],
  ['over a weekend', '2026-03-05', 2, '2026-03-09'],
  ['received on Saturday', '2026-03-07', 2, '2026-03-10'],
  ['received on Sunday', '2026-03-08', 2, '2026-03-10'],
  ['fifteen plain days', '2026-03-02', 15, '2026-03-23'],
  ['fifteen from a Friday', '2026-03-06', 15, '2026-03-27'],
  ['fifteen from a Sunday', '2026-03-08', 15, '2026-03-27'],
  ['before Tết 2026', '2026-02-12', 2, '2026-02-23'],
  ['the last day before Tết 2026', '2026-02-13', 2, '2026-02-24'],
  ['inside Tết 2026', '2026-02-18', 2, '2026-02-24'],
  ['fifteen across Tết 2026', '2026-02-02', 15, '2026-03-02'],
  ['fifteen that end on the day before Tết', '2026-01-23', 15, '2026-02-13'],
  ['fifteen that would end in Tết', '2026-01-28', 15, '2026-02-25'],
  ['across Tết 2024', '2024-02-06', 2, '2024-02-15'],
  ['fifteen across Tết 2024', '2024-01-31', 15, '2024-02-28'],
  ['inside Tết 2024', '2024-02-10', 15, '2024-03-06'],
  ['across Tết 2025', '2025-01-24', 2, '2025-02-04'],
  ['fifteen across Tết 2025', '2025-01-15', 15, '2025-02-12'],
  ['across Tết 2027', '2027-02-04', 2, '2027-02-15'],
  ['fifteen across Tết 2027', '2027-01-25', 15, '2027-02-22'],
  ['inside Tết 2027', '2027-02-08', 2, '2027-02-15'],
  ['New Year of 2026 and its swapped Friday', '2025-12-31', 2, '2026-01-06'],
  ['a Saturday worked for it counts', '2026-01-09', 2, '2026-01-12'],
  ['received on that Saturday', '2026-01-10', 2, '2026-01-13'],
  ['fifteen across New Year 2026', '2025-12-22', 15, '2026-01-13'],
  ['the swapped Monday of 2024', '2024-04-26', 2, '2024-05-03'],
  ['fifteen across it and the Saturday worked for it', '2024-04-15', 15, '2024-05-09'],
  ['a deadline on the worked Saturday itself', '2024-05-02', 2, '2024-05-04'],
  ['30/4 and 1/5 of 2025, bridged', '2025-04-29', 2, '2025-05-06'],
  ['the worked Saturday before them', '2025-04-25', 2, '2025-04-28'],
  ['fifteen across both', '2025-04-14', 15, '2025-05-07'],
  ['Giỗ Tổ on a Sunday rests on Monday', '2026-04-24', 2, '2026-04-29'],
  ['fifteen across Giỗ Tổ, 30/4 and 1/5', '2026-04-15', 15, '2026-05-11'],
  ['1/5 on a Saturday rests on Monday', '2027-04-29', 2, '2027-05-05'],
  ['2/9 of 2026 with its bridge', '2026-08-28', 2, '2026-09-04'],
  ['the Saturday worked before it', '2026-08-21', 2, '2026-08-24'],
  ['fifteen across it', '2026-08-20', 15, '2026-09-14'],
  ['2/9 of 2027', '2027-09-01', 2, '2027-09-07'],
  ['across the end of a year', '2026-12-30', 2, '2027-01-04'],
  ['a leap day', '2024-02-27', 3, '2024-03-01'],
  ['fifteen across Giỗ Tổ 2024', '2024-04-10', 15, '2024-05-06'],
  ['ten more after a deadline before Tết (extension)', '2026-02-10', 10, '2026-03-03'],
  ['ten more after one in March (extension)', '2026-03-23', 10, '2026-04-06'],
  ['one more on a Friday (extension)', '2026-03-06', 1, '2026-03-09'],
  ['five more across 2/9 (extension)', '2026-08-27', 5, '2026-09-08'],
  ['sixty at most', '2026-03-02', 60, '2026-05-28'],
] as const

test('there are at least 40 examples', () => expect(EXAMPLES.length).toBeGreaterThanOrEqual(40))

describe('a deadline in working days', () => {
  test.each(EXAMPLES)('%s: %s + %i = %s', (_what, day, n, expected) => {
    const settings = { ...SETTINGS, classificationDays: n, handlingDays: n, reopenDays: n }
    expect(deadlinesOf(day, settings, calendar)).toEqual({ classify_by: expected, answer_by: expected })
    expect(extendedDeadline(day, n, calendar)).toBe(expected)
    expect(reopenedDeadline(day, settings, calendar)).toBe(expected)
    expect(reopenableUntil(day, settings, calendar)).toBe(expected)
    expect(workingDaysLeft(expected, day, calendar)).toBe(n)
  })

  test('by default two days for classifying and fifteen for an answer', () => {
    expect(deadlinesOf('2026-03-16', SETTINGS, calendar)).toEqual({
      classify_by: '2026-03-18',
      answer_by: '2026-04-06',
    })
  })
})

/** A case due on Friday 13/02/2026, the last working day before Tết; the next ones are the 23rd, 24th, 25th ... */
const due = (status: CaseStatus) => ({ status, classify_by: '2026-02-13', answer_by: '2026-02-13' })

describe('who has to hear that a case is late', () => {
  test.each([
    ['assigned', '2026-02-12', 0],
    ['assigned', '2026-02-13', 0],
    ['assigned', '2026-02-14', 1],
    ['assigned', '2026-02-20', 1],
    ['assigned', '2026-02-23', 1],
    ['assigned', '2026-02-24', 2],
    ['assigned', '2026-02-26', 2],
    ['assigned', '2026-02-27', 3],
    ['assigned', '2026-12-31', 3],
    ['received', '2026-02-13', 0],
    ['received', '2026-02-14', 3],
    ['quarantined', '2026-02-14', 3],
    ['classified', '2026-02-14', 3],
    ['answered', '2026-02-27', 0],
    ['closed', '2026-02-27', 0],
    ['set_aside', '2026-02-27', 0],
  ] as const)('%s on %s: %i', (status, today, level) => {
    expect(escalationDue(due(status), today, SETTINGS, calendar)).toBe(level)
  })

  test('by the numbers set: at once, when they are the least', () => {
    const strict = { ...SETTINGS, headAfterDays: 1, cityAfterDays: 2 }
    const level = (day: string) => escalationDue(due('assigned'), day, strict, calendar)
    expect([level('2026-02-20'), level('2026-02-23'), level('2026-02-24')]).toEqual([1, 2, 3])
  })
})

test('settings that were never written, or are no number of days, have their defaults', () => {
  const stored = new Map([
    ['cases.handling_days', '10'],
    ['cases.reopen_days', '-1'],
    ['cases.contact_days', '9999'],
    ['cases.extension_days', 'x'],
  ])
  expect(caseSettingsFrom(stored)).toEqual({ ...SETTINGS, handlingDays: 10 })
})
