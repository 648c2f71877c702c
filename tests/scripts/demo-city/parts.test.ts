import { describe, expect, test } from 'vitest'
import { isDay } from '#app/calendar/day.ts'
import { CityCalendar, counterTime, whenStaffed } from '#scripts/demo-city/city-calendar.ts'
import { cityOf } from '#scripts/demo-city/city-tree.ts'
import { fallenQuarter } from '#scripts/demo-city/dossier-of-day.ts'
import { EVERY_YEAR, HUNG_KINGS, TET } from '#scripts/demo-city/holidays.ts'
import { Lots, mishaps } from '#scripts/demo-city/lots.ts'
import { dossiersFor, quotasOf, Spread, sharedOut } from '#scripts/demo-city/quotas.ts'
import { Random } from '#scripts/demo-city/random.ts'

describe('chance', () => {
  const many = (draw: () => number, count = 20_000) => Array.from({ length: count }, draw)
  const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length

  test('the same seed draws the same, another one and another purpose do not', () => {
    const draws = (random: Random) => many(() => random.bits(), 5)
    expect(draws(new Random('a'))).toEqual(draws(new Random('a')))
    expect(draws(new Random('a'))).not.toEqual(draws(new Random('b')))
    expect(draws(new Random('a').for('x'))).toEqual(draws(new Random('a').for('x')))
    expect(draws(new Random('a').for('x'))).not.toEqual(draws(new Random('a').for('y')))
  })

  test('what it drew once it draws on every machine', () => {
    const random = new Random('hai-long')
    expect([random.bits(), random.bits()]).toEqual([2_629_629_513, 338_925_915])
    expect(random.hex(2)).toBe('dbe14dcd829975e6')
    expect(random.uuid(Date.UTC(2026, 0, 2))).toBe('019b7c01-0400-72e9-81de-202b83951d0f')
  })

  test('shares are even between 0 and 1', () => {
    const random = new Random('even')
    const shares = many(() => random.share())
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...shares)).toBeLessThan(1)
    expect(mean(shares)).toBeCloseTo(0.5, 1)
    const tenths = many(() => Math.floor(random.share() * 10))
    for (let tenth = 0; tenth < 10; tenth++) {
      expect(Math.abs(tenths.filter((t) => t === tenth).length - 2_000)).toBeLessThan(200)
    }
  })

  test('between takes both ends in, weights are kept, nothing is no choice', () => {
    const random = new Random('ends')
    expect(new Set(many(() => random.between(3, 5), 200))).toEqual(new Set([3, 4, 5]))
    const choices = [
      { name: 'rare', weight: 1 },
      { name: 'usual', weight: 9 },
    ]
    const rare = many(() => (random.weighted(choices).name === 'rare' ? 1 : 0))
    expect(mean(rare)).toBeCloseTo(0.1, 1)
    expect(() => random.pick([])).toThrow(RangeError)
  })

  test('a UUID is of version 7 and of its time', () => {
    const random = new Random('uuid')
    const at = Date.UTC(2026, 2, 16, 2, 0, 0, 123)
    const id = random.uuid(at)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at)
    expect(random.uuid(at) < random.uuid(at + 1)).toBe(true)
    expect(new Set(Array.from({ length: 10_000 }, () => random.uuid(at))).size).toBe(10_000)
  })
})

describe('lots', () => {
  test('of so many exactly so many are marked, each time the urn is filled', () => {
    const lots = new Lots(new Random('lots'), 100, 7)
    for (let urn = 0; urn < 5; urn++) {
      expect(Array.from({ length: 100 }, () => lots.draw()).filter(Boolean)).toHaveLength(7)
    }
  })

  test('mishaps come as often as their share, never where nothing goes wrong', () => {
    const never = mishaps(new Random('never'), 1, 500)
    expect(Array.from({ length: 500 }, () => never.draw())).not.toContain(true)
    for (const share of [0.88, 0.96, 0.995]) {
      const some = mishaps(new Random('some'), share, 20_000)
      const drawn = Array.from({ length: 20_000 }, () => some.draw()).filter(Boolean).length
      expect(Math.abs(drawn / 20_000 - (1 - share))).toBeLessThan(0.002)
    }
  })
})

describe('quotas', () => {
  test('parts are whole and add up, each within one of its due', () => {
    const weights = [3, 1, 0, 2.5, 7]
    for (const total of [0, 1, 5, 13, 1_000]) {
      const parts = sharedOut(total, weights)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
      parts.forEach((part, at) => {
        expect(Math.abs(part - (total * (weights[at] ?? 0)) / 13.5)).toBeLessThan(1)
      })
    }
  })

  test('a spread gives all of it by the last day, nothing on a day without weight', () => {
    const random = new Random('spread')
    const weights = Array.from({ length: 365 }, (_, day) => (day % 7 === 6 ? 0 : 0.5 + random.share()))
    for (const total of [0, 1, 36, 9_999]) {
      const spread = new Spread(total, weights, 0.3)
      const given = weights.map((weight) => spread.next(weight))
      expect(given.reduce((a, b) => a + b, 0)).toBe(total)
      expect(given.filter((_, day) => day % 7 === 6).every((count) => count === 0)).toBe(true)
      expect(Math.min(...given)).toBeGreaterThanOrEqual(0)
    }
  })

  test.each([
    [9_000, 39_600],
    [50_000, 220_000],
    [50_001, 75_002],
    [1_000_000, 1_500_000],
  ])('%i ratings have %i dossiers', (ratings, dossiers) => {
    expect(dossiersFor(ratings)).toBe(dossiers)
  })

  test.each([1, 30, 9_000, 1_000_000])(
    '%i ratings are shared out whole; no office has more links than dossiers',
    (n) => {
      const { offices } = cityOf(40, new Random('offices'))
      const quotas = quotasOf(n, offices)
      const sum = quotas.reduce((total, { verified, open, kiosk }) => total + verified + open + kiosk, 0)
      expect(sum).toBe(n)
      for (const { verified, dossiers, office, open } of quotas) {
        expect(verified).toBeLessThanOrEqual(dossiers)
        if (office.row.id === 'x-quang-lac') expect(verified + open).toBeLessThanOrEqual(36)
      }
    },
  )
})

describe('the calendar', () => {
  const calendar = new CityCalendar('2026-11-22')
  const indexOf = (day: string) => calendar.days.findIndex((one) => one.day === day)

  test('working days skip Sundays, Saturdays and Tết', () => {
    const workingDay = (day: string, count: number) =>
      calendar.at(calendar.workingDaysAfter(indexOf(day), count)).day
    expect(workingDay('2026-01-08', 1)).toBe('2026-01-09')
    expect(workingDay('2026-01-09', 1)).toBe('2026-01-12')
    expect(workingDay('2026-01-10', 1)).toBe('2026-01-12')
    expect(workingDay('2026-02-13', 1)).toBe('2026-02-23')
    expect(workingDay('2025-12-31', 2)).toBe('2026-01-05')
    expect(() => calendar.workingDaysAfter(indexOf('2026-10-30'), 500)).toThrow(RangeError)
  })

  test('the last open day of the year may be a Saturday', () => {
    expect(calendar.at(calendar.lastOpen).day).toBe('2026-10-31')
    expect(calendar.at(calendar.lastOpen).opening).toBe('morning')
    const other = new CityCalendar('2026-06-01')
    expect(other.at(other.lastOpen).day).toBe('2026-05-30')
  })

  test('its twelve months end where the day’s month begins', () => {
    expect([calendar.first, calendar.last, calendar.length]).toEqual(['2025-11-01', '2026-10-31', 365])
    expect(new CityCalendar('2024-03-01').length).toBe(366)
    expect(calendar.indexOf(calendar.at(17).start)).toBe(17)
    expect(calendar.indexOf(calendar.at(18).start - 1)).toBe(17)
  })

  test.each([
    ['2026-11-22', ['2026-04', '2026-05', '2026-06']],
    ['2026-01-05', ['2025-07', '2025-08', '2025-09']],
    ['2026-03-31', ['2025-07', '2025-08', '2025-09']],
    ['2026-05-01', ['2025-10', '2025-11', '2025-12']],
  ])('until %s the bad quarter is the last whole one but one', (until, months) => {
    expect(fallenQuarter(new CityCalendar(until))).toEqual(months)
  })

  test('moments lie in opening hours, on Saturdays in the morning', () => {
    const random = new Random('hours')
    const hours = (opening: 'whole' | 'morning') =>
      Array.from({ length: 2_000 }, () => counterTime(random, opening) / 3_600_000)
    expect(Math.min(...hours('whole'))).toBeGreaterThanOrEqual(7.5)
    expect(Math.max(...hours('whole'))).toBeLessThan(17)
    expect(Math.max(...hours('morning'))).toBeLessThan(11.5)
  })

  test('what would be handed out at lunch or after closing is handed out when somebody is there', () => {
    const at = (hour: number, opening: 'whole' | 'morning' = 'whole') =>
      whenStaffed(hour * 3_600_000, opening) / 3_600_000
    expect(at(10)).toBe(10)
    expect(at(12)).toBe(14)
    expect(at(18)).toBeCloseTo(17, 5)
    expect(at(12, 'morning')).toBeCloseTo(11.5, 5)
  })

  test('holidays are real days, Tết of each year from 2024 to 2028 at least seven', () => {
    expect(TET.map(({ from }) => from.slice(0, 4))).toEqual(['2024', '2025', '2026', '2027', '2028'])
    for (const { from, to } of TET) {
      expect(isDay(from) && isDay(to)).toBe(true)
      expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(6 * 86_400_000)
    }
    expect(HUNG_KINGS.every(isDay)).toBe(true)
    expect(EVERY_YEAR.every((day) => isDay(`2026-${day}`))).toBe(true)
  })
})
