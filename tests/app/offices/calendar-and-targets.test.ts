import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { periodOf } from '#app/calendar/period.ts'
import { addWorkingDays } from '#app/calendar/working-days.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { removeDay, workingCalendarOf, writeDay } from '#app/offices/change-calendar.server.ts'
import { renameOffice } from '#app/offices/change-office.server.ts'
import { setTargets, targetsOfYear } from '#app/offices/set-targets.server.ts'
import { readPermille, targetField, writtenPermille } from '#app/offices/target.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import type { CalendarDayRow } from '#db/schema.ts'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { trailOf, viewerOf } from './office-world.ts'

describe('in a city', () => {
  let city: SmallCity
  let admin: Viewer
  beforeEach(async () => {
    city = await aSmallCity()
    admin = await viewerOf(city, 'administrator')
  })
  afterEach(() => city.close())

  const flood: CalendarDayRow = {
    ...{ day: '2026-09-08', kind: 'off', name: 'Nghỉ do bão' },
    ...{ certainty: 'announced', source: 'Công điện' },
  }
  const deadline = async () => addWorkingDays('2026-09-07', 1, await workingCalendarOf(city.store.read))

  test('a day that is written moves deadlines, and back when it is removed', async () => {
    expect(await deadline()).toBe('2026-09-08')
    expect(await writeDay(city, admin, flood)).toEqual({ done: 'dayWritten' })
    expect(await deadline()).toBe('2026-09-09')
    await writeDay(city, admin, { ...flood, kind: 'working' })
    expect(await deadline()).toBe('2026-09-08')
    expect(await removeDay(city, admin, { day: flood.day })).toEqual({ done: 'dayRemoved' })
    await expect(removeDay(city, admin, { day: flood.day })).rejects.toThrow(NotFound)
    const trail = await trailOf(city)
    expect(trail.map(({ action }) => action)).toEqual(['calendar.write', 'calendar.write', 'calendar.remove'])
    expect(trail.map(({ before }) => before !== null)).toEqual([false, true, true])
  })

  test('a year says its days and how many are worked', async () => {
    const year = await calendarOfYear(city.store.read, 2025)
    expect(year.days.map(({ day }) => day)).toContain('2025-04-26')
    expect(year.days.every(({ day }) => day.startsWith('2025-'))).toBe(true)
    expect(year.workingDays).toBe(261 - 12 + 1)
    expect((await calendarOfYear(city.store.read, 2031)).days).toEqual([])
  })

  const form = (fields: Record<string, string>) => new URLSearchParams(fields)
  const satisfied = targetField('satisfied', OFFICES.wardA)
  const onTime = targetField('on_time', OFFICES.wardA)

  test('targets are written, changed and taken away; only changes leave a trace', async () => {
    await setTargets(city, admin, 2026, form({ [satisfied]: '97,5', [onTime]: '' }))
    await setTargets(city, admin, 2026, form({ [satisfied]: '97.5', [onTime]: '99,5' }))
    const own = async (year: number) =>
      (await targetsOfYear(city.store.read, year)).offices.find(({ id }) => id === OFFICES.wardA)?.targets
    expect(await own(2026)).toEqual({ satisfied: 975, on_time: 995 })
    expect(await own(2027)).toEqual({})
    await setTargets(city, admin, 2026, form({ [satisfied]: '' }))
    expect(await own(2026)).toEqual({ on_time: 995 })
    expect((await trailOf(city)).map(({ before, after }) => [before, after])).toMatchObject([
      [{ permille: '' }, { permille: 975 }],
      [{ permille: '' }, { permille: 995 }],
      [{ permille: 975 }, { permille: '' }],
    ])
  })

  test('one field that is no percentage keeps all of them from being written', async () => {
    const typed = form({ [satisfied]: '97', [onTime]: 'chín chín' })
    expect(await setTargets(city, admin, 2026, typed)).toEqual({ problems: { [onTime]: 'not_a_percent' } })
    expect(await trailOf(city)).toEqual([])
  })

  test('the overview has them beside the figures of the year', async () => {
    await setTargets(city, admin, 2026, form({ [satisfied]: '97,5' }))
    const targetsIn = async (from: string, to: string) => {
      const period = periodOf(from, to)
      const { offices } = await officeOverview(city.store.read, LIVE, { period, today: '2026-03-16' })
      return offices.find(({ office }) => office.id === OFFICES.wardA)?.targets
    }
    expect(await targetsIn('2026-02-01', '2026-02-28')).toEqual({ satisfied: 975 })
    expect(await targetsIn('2025-02-01', '2025-02-28')).toEqual({})
  })

  test('a year has the offices of the year, under the names they had at its end', async () => {
    await renameOffice(city, admin, OFFICES.wardA, { name: 'Phường Kỳ Lừa', day: '2026-01-05' })
    const nameIn = async (year: number) =>
      (await targetsOfYear(city.store.read, year)).offices.find(({ id }) => id === OFFICES.wardA)?.name
    expect([await nameIn(2025), await nameIn(2026)]).toEqual(['Phường Đông Kinh', 'Phường Kỳ Lừa'])
  })

  test('Văn phòng sets targets and nothing else', async () => {
    const viewer: Viewer = { ...admin, role: 'city_office' }
    expect(await setTargets(city, viewer, 2026, form({ [satisfied]: '96' }))).toEqual({ done: 'targetsSet' })
    await expect((async () => writeDay(city, viewer, flood))()).rejects.toThrow(Forbidden)
    for (const role of ['office_head', 'home_affairs', 'auditor', 'case_handler'] as const) {
      const other = { ...viewer, role }
      await expect((async () => setTargets(city, other, 2026, form({})))()).rejects.toThrow(Forbidden)
    }
  })
})

test.each([
  ['97,5', 975],
  ['97.5', 975],
  [' 95 % ', 950],
  ['100', 1000],
  ['0', 0],
  ['', ''],
  ['100,1', null],
  ['97,55', null],
  ['-1', null],
  ['1e2', null],
  ['chín mươi', null],
])('%j is %j thousandths', (written, permille) => {
  expect(readPermille(written)).toBe(permille)
})

test('thousandths are written as they are typed', () => {
  for (const permille of [0, 5, 950, 975, 1000]) {
    expect(readPermille(writtenPermille(permille))).toBe(permille)
  }
  expect(writtenPermille(975)).toBe('97,5')
  expect(writtenPermille(950)).toBe('95')
})

test.each([
  ['2025', 2025],
  [null, 2026],
  ['', 2026],
  ['20255', 2026],
  ['1800', 2026],
  ['năm nay', 2026],
])('the year asked for by %j is %i', (asked, year) => {
  expect(readYear(asked, '2026-03-16')).toBe(year)
})
