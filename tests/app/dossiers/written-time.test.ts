import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '#app/calendar/day.ts'
import { isAfter, readTime, type WrittenTime } from '#app/dossiers/written-time.ts'

test.each([
  ['2026-01-15T08:30:00+07:00', '2026-01-15T01:30:00.000Z', '2026-01-15'],
  ['2026-01-15T08:30:00', '2026-01-15T01:30:00.000Z', '2026-01-15'],
  ['2026-01-15 08:30', '2026-01-15T01:30:00.000Z', '2026-01-15'],
  ['2026-01-15T01:30:00Z', '2026-01-15T01:30:00.000Z', '2026-01-15'],
  ['2026-01-15T01:30:00.1234567Z', '2026-01-15T01:30:00.123Z', '2026-01-15'],
  ['2026-01-15t01:30:00z', '2026-01-15T01:30:00.000Z', '2026-01-15'],
  ['2026-01-15T23:30:00Z', '2026-01-15T23:30:00.000Z', '2026-01-16'],
  ['2026-01-15T17:00:00Z', '2026-01-15T17:00:00.000Z', '2026-01-16'],
  ['2026-01-15T16:59:59Z', '2026-01-15T16:59:59.000Z', '2026-01-15'],
  ['2026-01-15T00:30:00+08', '2026-01-14T16:30:00.000Z', '2026-01-14'],
  ['2026-01-15T00:30:00+0700', '2026-01-14T17:30:00.000Z', '2026-01-15'],
  ['2026-01-15T08:30:00-05:30', '2026-01-15T14:00:00.000Z', '2026-01-15'],
])('%s is an instant and a day in Vietnam', (text, at, day) => {
  expect(readTime(text)).toEqual({ at, day, dayAlone: false })
})

test('a day alone stands for its first instant, a deadline for its last', () => {
  const day = '2026-01-15'
  expect(readTime(day)).toEqual({ at: '2026-01-14T17:00:00.000Z', day, dayAlone: true })
  expect(readTime(day, 'end')).toEqual({ at: '2026-01-15T16:59:59.999Z', day, dayAlone: true })
  expect(readTime('2024-02-29')?.day).toBe('2024-02-29')
})

test.each([
  '',
  '15/01/2026',
  '2026-1-5',
  '2026-02-29',
  '2026-13-01',
  '1999-12-31',
  '2100-01-01',
  '9999-12-31',
  '20260115',
  '2026-01-15T',
  '2026-01-15T8:30',
  '2026-01-15T24:00:00',
  '2026-01-15T08:60:00',
  '2026-01-15T08:30:60',
  '2026-01-15T08:30:00+25:00',
  '2026-01-15T08:30:00+07:99',
  '2026-01-15+07:00',
  '2026-01-15T08:30:00 +07:00',
  '2026-01-15T08:30:00+07:00\n',
  'hôm qua',
])('%j is no time', (text) => {
  expect(readTime(text)).toBeNull()
})

test('every instant of the century reads back as itself, on its day in Vietnam', () => {
  const instants = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      const at = instant.toISOString()
      expect(readTime(at)).toEqual({ at, day: dayOf(instant), dayAlone: false })
    }),
  )
})

test('two times are compared as far as both say', () => {
  const read = (text: string): WrittenTime => {
    const time = readTime(text)
    if (!time) throw new Error(text)
    return time
  }
  const after = (a: string, b: string) => isAfter(read(a), read(b))
  expect(after('2026-01-15T10:00', '2026-01-15T09:59')).toBe(true)
  expect(after('2026-01-15T10:00', '2026-01-15T10:00')).toBe(false)
  expect(after('2026-01-15T10:00', '2026-01-15')).toBe(false)
  expect(after('2026-01-15', '2026-01-15T10:00')).toBe(false)
  expect(after('2026-01-16T00:00', '2026-01-15')).toBe(true)
  expect(after('2026-01-15T17:00:00Z', '2026-01-15')).toBe(true)
})
