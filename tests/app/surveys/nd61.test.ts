import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { containing, type Period } from '#app/calendar/period.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import { type IndicatorScore, readIndicatorForm } from '#app/surveys/indicator-form.ts'
import { enterIndicators, nd61Of, nd61OfOffices } from '#app/surveys/nd61.server.ts'
import { nd61Figures } from '#app/surveys/nd61-figures.ts'
import { readScoredPeriod, scoredPeriodName } from '#app/surveys/scored-period.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { anAnswer, asksFrom, auditOf, aViewer } from './survey-world.ts'

const MARCH = containing('month', '2026-03-01')
const QUARTER = containing('quarter', '2026-03-01')
const scores = (five: number, eight: number, nine: number): IndicatorScore[] => [
  { indicator: 5, points: five, note: 'Biên bản kiểm tra 03/2026' },
  { indicator: 8, points: eight, note: 'Sổ phản ánh, kiến nghị' },
  { indicator: 9, points: nine, note: 'Cổng dịch vụ công' },
]

describe.each(CITIES)('Nghị định 61 in $database', ({ open }) => {
  let city: SmallCity
  let viewer: Viewer
  beforeEach(async () => {
    city = await open()
    viewer = await aViewer(city, 'home_affairs')
    await asksFrom(city, 'nd61', '2026-01-01')
  })
  afterEach(() => city.close())

  const answer = async (points: string, times: number, place: 'wardA' | 'wardB' = 'wardA') => {
    const all = Object.fromEntries([1, 2, 3, 4, 6, 7].map((n) => [`i${n}`, [points]]))
    for (let i = 0; i < times; i++) await anAnswer(city, all, place)
  }
  const enter = (period: Period, given = scores(2, 2, 1), office: string = OFFICES.wardA) =>
    enterIndicators(city, viewer, { office, period, scores: given })

  test('means come from answers alone; sum and band only with all of 5, 8 and 9', async () => {
    await answer('2', 4)
    await answer('1', 2)
    const before = await nd61Of(city.store.read, OFFICES.wardA, MARCH)
    expect(before.citizens.map(({ indicator, mean, n }) => [indicator, mean, n])).toEqual(
      [1, 2, 3, 4, 6, 7].map((n) => [n, 1.67, 6]),
    )
    expect([before.entered, before.sum, before.band]).toEqual([[], null, null])
    await enter(MARCH, scores(2, 2, 1).slice(0, 2))
    expect((await nd61Of(city.store.read, OFFICES.wardA, MARCH)).sum).toBeNull()
    await enter(MARCH)
    const after = await nd61Of(city.store.read, OFFICES.wardA, MARCH)
    expect([after.sum, after.band]).toEqual([15, 'excellent'])
  })

  test('a period is scored by itself: a month says nothing of its quarter', async () => {
    await answer('2', 6)
    await enter(MARCH)
    const quarter = await nd61Of(city.store.read, OFFICES.wardA, QUARTER)
    expect([quarter.citizens[0]?.mean, quarter.sum]).toEqual([2, null])
    await enter(QUARTER, scores(0, 0, 0))
    expect((await nd61Of(city.store.read, OFFICES.wardA, QUARTER)).sum).toBe(12)
    expect((await nd61Of(city.store.read, OFFICES.wardA, MARCH)).sum).toBe(17)
  })

  test('of fewer than five answers nothing is shown, and no sum', async () => {
    await answer('2', 4)
    await enter(MARCH)
    const { citizens, sum, band } = await nd61Of(city.store.read, OFFICES.wardA, MARCH)
    expect(citizens[0]).toEqual({ indicator: 1, mean: null, n: null, hidden: true })
    expect([sum, band]).toEqual([null, null])
    expect((await nd61Of(city.store.read, OFFICES.wardB, MARCH)).citizens[0]).toEqual({
      indicator: 1,
      mean: null,
      n: 0,
      hidden: false,
    })
  })

  test('every office at once says what each says alone', async () => {
    await answer('2', 5)
    await answer('0', 6, 'wardB')
    await enter(MARCH)
    const all = await nd61OfOffices(city.store.read, MARCH)
    expect(all.map(({ id }) => id)).toEqual(['tp', 'p-a', 'p-b', 'mot-cua'])
    for (const { id, figures } of all) expect(figures).toEqual(await nd61Of(city.store.read, id, MARCH))
    expect(all.map(({ figures }) => figures.band)).toEqual([null, 'excellent', null, null])
  })

  test('entering is audited with before and after, and only what changed is written', async () => {
    await enter(MARCH)
    await enter(MARCH)
    await enter(MARCH, [{ indicator: 8, points: 0, note: 'Ba phản ánh chưa trả lời' }])
    const lines = await auditOf(city)
    expect(lines.map(({ action, subject_id }) => [action, subject_id])).toEqual([
      ['indicator.enter', 'p-a 2026-03-01 2026-03-31'],
      ['indicator.enter', 'p-a 2026-03-01 2026-03-31'],
    ])
    expect(JSON.parse(lines[1]?.before ?? '').scores[1]).toMatchObject({ indicator: 8, points: 2 })
    expect(JSON.parse(lines[1]?.after ?? '').scores).toEqual([
      { indicator: 8, points: 0, note: 'Ba phản ánh chưa trả lời' },
    ])
  })

  test('only Phòng Nội vụ enters, for offices there are and periods that are scored', async () => {
    for (const role of ['administrator', 'city_office', 'auditor', 'office_head'] as const) {
      expect(() =>
        enterIndicators(
          city,
          { ...viewer, role },
          { office: OFFICES.wardA, period: MARCH, scores: scores(1, 1, 1) },
        ),
      ).toThrow(Forbidden)
    }
    await expect(enter(MARCH, scores(1, 1, 1), 'p-x')).rejects.toThrow(NotFound)
    await expect(enter(containing('half', '2026-03-01'))).rejects.toThrow(NotFound)
    expect(await auditOf(city)).toEqual([])
  })
})

describe('what small numbers hide', () => {
  const counts = (byMonth: Record<string, number>) =>
    Object.entries(byMonth).flatMap(([month, n]) =>
      [1, 2, 3, 4, 6, 7].map((indicator) => ({ month, identity: `nd61.${indicator}`, option: '2', n })),
    )
  const nOf = (period: Period, byMonth: Record<string, number>) =>
    nd61Figures(period, counts(byMonth), []).citizens[0]?.n
  const month = (n: number) => containing('month', `2026-0${n}-01`)

  test('a quarter does not give away its one small month', () => {
    const year = { '2026-01': 20, '2026-02': 30, '2026-03': 3 }
    const shown = [1, 2, 3].map((n) => nOf(month(n), year))
    expect(shown[2]).toBeNull()
    const quarter = nOf(QUARTER, year)
    const known = shown.filter((n) => n !== null && n !== undefined)
    expect(quarter === null || known.length < 2).toBe(true)
  })

  test('where months are large all is shown', () => {
    const year = { '2026-01': 20, '2026-02': 30, '2026-03': 25 }
    expect([nOf(month(1), year), nOf(QUARTER, year), nOf(containing('year', '2026-01-01'), year)]).toEqual([
      20, 75, 75,
    ])
  })

  test('the empty mark that a question was answered is not a point', () => {
    const twice = [...counts({ '2026-03': 8 }), { month: '2026-03', identity: 'nd61.1', option: '', n: 8 }]
    expect(nd61Figures(MARCH, twice, []).citizens[0]).toEqual({ indicator: 1, mean: 2, n: 8, hidden: false })
  })
})

describe('the form', () => {
  const read = (fields: Record<string, string>) => readIndicatorForm(new URLSearchParams(fields))

  test('points with their grounds, those left empty not entered yet', () => {
    expect(read({ points5: ' 2 ', note5: ' Biên  bản ', points8: '', note8: '' })).toEqual([
      { indicator: 5, points: 2, note: 'Biên bản' },
    ])
  })

  test.each([
    [{ points5: '3', note5: 'x' }, { points5: 'points' }],
    [{ points5: '1,5', note5: 'x' }, { points5: 'points' }],
    [{ points8: '', note8: 'chỉ có căn cứ' }, { points8: 'points' }],
    [{ points9: '0', note9: ' ' }, { note9: 'note' }],
    [{ points9: '0', note9: 'd'.repeat(501) }, { note9: 'note_long' }],
  ])('%o is refused at its field, with all that was typed', (fields, problems) => {
    expect(read(fields)).toMatchObject({
      problems,
      typed: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, v.trim()])),
    })
  })
})

test.each([
  [null, null, '2026-01-01', 'Quý I/2026'],
  ['2026-03-01', '2026-03-31', '2026-03-01', 'Tháng 03/2026'],
  ['2025-01-01', '2025-12-31', '2025-01-01', 'Năm 2025'],
  ['2026-01-01', '2026-06-30', '2026-01-01', 'Quý I/2026'],
  ['2026-03-02', '2026-03-31', '2026-01-01', 'Quý I/2026'],
  ['x', 'y', '2026-01-01', 'Quý I/2026'],
])('from %s to %s is looked at as %s, %s', (from, to, first, name) => {
  const period = readScoredPeriod(from, to, '2026-05-20')
  expect([period.from, scoredPeriodName('vi', period)]).toEqual([first, name])
})
