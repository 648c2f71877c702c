import { describe, expect, test } from 'vitest'
import { periodOf, previous } from '#app/calendar/period.ts'
import { workingCalendar } from '#app/calendar/working-days.ts'
import type { MonthCounts } from '#app/reports/month-counts.ts'
import type { PlacedOffice } from '#app/reports/office-tree.ts'
import type { PlaceFigures } from '#app/reports/overview.ts'
import { periodChange } from '#app/reports/period-change.ts'
import { reportProgress } from '#app/reports/report-progress.ts'
import { satisfiedShare } from '#app/statistics/satisfied-share.ts'
import { verdict } from '#app/statistics/verdict.ts'

const place = (id: string, countsInto: string | null): PlacedOffice => ({
  ...{ id, name: id, kind: 'ward', depth: countsInto === '*' ? 0 : 1, outside: false, countsInto },
  ...{ validFrom: '0001-01-01', validTo: '9999-12-31' },
})
const PLACES = [place('tp', '*'), place('a', 'tp'), place('b', 'tp'), place('c', 'tp')]
const definition = {
  ...{ version: 1, validFrom: '0001-01-01', trustClasses: ['open'], stages: ['unstated'] },
  ...{ satisfiedLevels: [4, 5], minimumN: 5 },
} as Parameters<typeof reportProgress>[0]['definition']
const rated = (satisfied: number, others = 0): MonthCounts => ({
  headline: { 1: 0, 2: others, 3: 0, 4: 0, 5: satisfied },
  ...{ returned: 0, onTime: 0, rated: 0 },
})
const calendar = workingCalendar([{ day: '2026-12-01', kind: 'off' }])

describe('the year towards 10 December', () => {
  const own = new Map([
    [
      'a',
      new Map([
        ['2026-01', rated(80)],
        ['2025-12', rated(0, 90)],
      ]),
    ],
    ['b', new Map([['2026-03', rated(20, 20)]])],
    ['c', new Map([['2026-03', rated(9, 1)]])],
  ])
  const on = (today: string) => reportProgress({ today, places: PLACES, own, definition, calendar })

  test('counts working days, months with ratings and offices that can be judged', () => {
    expect(on('2026-11-22')).toEqual({
      ...{ year: 2026, due: '2026-12-10' },
      // 23/11 to 10/12 are 14 days from Monday to Friday; one of them is a day off.
      workingDays: 13,
      covered: ['2026-01', '2026-03'],
      empty: [
        '2026-02',
        '2026-04',
        '2026-05',
        '2026-06',
        '2026-07',
        '2026-08',
        '2026-09',
        '2026-10',
        '2026-11',
      ],
      // 80 of 80 are enough for Đạt, 20 of 40 for Chưa đạt; 9 of 10 are enough for nothing.
      decided: ['a', 'b'],
      undecided: ['c'],
    })
  })

  test('on the day itself nothing is left, and the day after the next year begins', () => {
    expect(on('2026-12-10')).toMatchObject({ year: 2026, workingDays: 0 })
    expect(on('2026-12-11')).toMatchObject({ year: 2027, due: '2027-12-10', covered: [], empty: [] })
  })
})

describe('what changed', () => {
  const period = periodOf('2026-03-01', '2026-03-31')
  const figures = (k: number, n: number, onTime = 0, returned = 0): PlaceFigures => {
    const share = satisfiedShare(k, n)
    const levels = { 1: n - k, 2: 0, 3: 0, 4: 0, 5: k }
    return {
      ...{ returned, onTime, rated: 0, onTimeMet: null, verified: { state: 'none' } },
      ratings: share
        ? {
            state: 'shown',
            ...share,
            levels,
            verdict: verdict(share, 0.95),
            meetsTarget: share.share >= 0.95,
          }
        : { state: 'none' },
    }
  }

  test('a difference has its interval and says whether chance may be all of it', () => {
    const [change] = periodChange(previous(period), figures(90, 100), figures(99, 100)).shares
    expect(change).toMatchObject({ measure: 'satisfied', isMoreThanChance: true })
    expect(change?.difference.difference).toBeCloseTo(-0.09, 12)
    expect(change?.difference.upper).toBeLessThan(0)
    const [small] = periodChange(previous(period), figures(95, 100), figures(97, 100)).shares
    expect(small?.isMoreThanChance).toBe(false)
    expect(small?.difference.upper).toBeGreaterThan(0)
  })

  test('what is hidden or not there in one of them is compared with nothing', () => {
    const hidden: PlaceFigures = { ...figures(3, 3), rated: null, ratings: { state: 'hidden' } }
    const { shares, ratings } = periodChange(previous(period), hidden, figures(97, 100, 9, 10))
    expect([shares, ratings]).toEqual([[], null])
  })
})
