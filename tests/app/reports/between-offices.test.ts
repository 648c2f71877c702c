import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf } from '#app/calendar/period.ts'
import { xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import {
  type Between,
  type BetweenLine,
  compareOffices,
  withoutThoseAbove,
} from '#app/reports/between-offices.ts'
import { exportedBetween } from '#app/reports/exported-between.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import type { PlacedOffice } from '#app/reports/office-tree.ts'
import { type RatingFigure, ratingFigure } from '#app/reports/rating-figure.ts'
import { funnelLimits } from '#app/statistics/funnel.ts'
import { writeTarget } from '#db/queries/targets.ts'
import { csvOf, workbookOf } from '#tests/world/exported.ts'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { rate, times } from './rated-city.ts'

const office = (id: string, more: Partial<PlacedOffice> = {}): PlacedOffice => ({
  ...{ id, name: id, kind: 'ward', depth: 0, outside: false, countsInto: '*' },
  ...{ validFrom: '0001-01-01', validTo: '9999-12-31' },
  ...more,
})
const rated = (satisfied: number, n: number): RatingFigure =>
  ratingFigure(
    { 1: n - satisfied, 2: 0, 3: 0, 4: 0, 5: satisfied },
    { satisfiedLevels: [4, 5] },
    false,
    new Set(),
  )

describe('offices among the limits', () => {
  const compared = (ratings: RatingFigure[], more: Partial<PlacedOffice> = {}) =>
    compareOffices(ratings.map((each, at) => ({ office: office(`o${at}`, more), ratings: each }))).map(
      (line) => line.compared,
    )

  test('each has the exact limits of its own number of ratings, and its place among them', () => {
    const [low, fair, high] = compared([rated(80, 100), rated(95, 100), rated(500, 500)])
    expect([low?.place, fair?.place, high?.place]).toEqual(['below_998', 'inside', 'above_998'])
    expect(low?.limits).toEqual(funnelLimits(100, 0.95))
    expect(high?.limits).toEqual(funnelLimits(500, 0.95))
  })

  test('a mark says on which side, and there is none within the limits', () => {
    const marks = compared([rated(80, 100), rated(95, 100), rated(500, 500)]).map((each) => each?.differs)
    expect(marks).toEqual(['below', null, 'above'])
  })

  test('one that would be marked alone is not, among many that are on target', () => {
    const outside = rated(89, 100)
    const [alone] = compared([outside])
    const [among] = compared([outside, ...Array.from({ length: 39 }, () => rated(95, 100))])
    expect([alone?.place, among?.place]).toEqual(['below_95', 'below_95'])
    expect([alone?.differs, among?.differs]).toEqual(['below', null])
  })

  test('hidden, unrated and outside offices take no part: the others are marked as if those were not there', () => {
    const shown = [rated(90, 100), rated(96, 100)]
    const rest: RatingFigure[] = [{ state: 'hidden' }, { state: 'none' }]
    const all = compared([...shown, ...rest])
    expect(all.slice(2)).toEqual([null, null])
    expect(all.slice(0, 2)).toEqual(compared(shown))
    expect(compared([rated(1, 100)], { outside: true })).toEqual([null])
  })

  test('of any offices exactly on target none is marked for being small or large', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const marks = compared(sizes.map((twenties) => rated(twenties * 19, twenties * 20)))
        expect(marks.every((each) => each?.differs === null && each.place === 'inside')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('a line above others is left out, wherever in the tree', () => {
    const lines = [office('tp'), office('a', { countsInto: 'tp' }), office('b', { countsInto: 'a' })]
    expect(withoutThoseAbove(lines.map((each) => ({ office: each }))).map((line) => line.office.id)).toEqual([
      'b',
    ])
  })
})

const FEBRUARY = periodOf('2026-02-01', '2026-02-28')
const TODAY = '2026-03-16'

describe.each(CITIES)('between the offices of a city on $database', ({ open }) => {
  let city: SmallCity
  let between: Between
  const lineOf = (id: string): BetweenLine | undefined => between.lines.find((line) => line.office.id === id)
  beforeAll(async () => {
    city = await open()
    await city.store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardA, day: '2026-02-10' }, [...times(80, 5), ...times(20, 2)])
      await rate(tx, { office: OFFICES.wardA, day: '2026-01-10' }, times(40, 4))
      await rate(tx, { office: OFFICES.wardA, day: '2026-01-11', stage: 'filing' }, times(40, 1))
      await rate(tx, { office: OFFICES.wardB, day: '2026-02-10' }, [...times(95, 5), ...times(5, 3)])
      await rate(tx, { office: OFFICES.wardB, day: '2025-03-01' }, times(3, 1))
      await rate(tx, { office: OFFICES.wardB, day: '2025-02-28' }, times(30, 1))
      await rate(tx, { office: OFFICES.oneStop, day: '2026-02-10' }, times(60, 5))
      await writeTarget(tx, { office_id: OFFICES.wardA, year: 2026, measure: 'satisfied', permille: 970 })
    })
    between = await betweenOffices(city.store.read, LIVE, { period: FEBRUARY, today: TODAY })
  })
  afterAll(() => city.close())

  test('the order is the tree’s and the offices above are not among them', async () => {
    const overview = await officeOverview(city.store.read, LIVE, { period: FEBRUARY, today: TODAY })
    const order = overview.offices.map((line) => line.office.id).filter((id) => id !== OFFICES.city)
    expect(between.lines.map((line) => line.office.id)).toEqual(order)
  })

  test('every figure is the overview’s', async () => {
    const overview = await officeOverview(city.store.read, LIVE, { period: FEBRUARY, today: TODAY })
    for (const {
      office: { id },
      ratings,
    } of between.lines) {
      expect(ratings).toEqual(overview.offices.find((line) => line.office.id === id)?.ratings)
    }
  })

  test('the one far below is marked, the others are not; its own target stands beside', () => {
    expect(lineOf(OFFICES.wardA)).toMatchObject({
      ratings: { satisfied: 80, n: 100 },
      compared: { place: 'below_998', differs: 'below' },
      targets: { satisfied: 970 },
    })
    expect(lineOf(OFFICES.wardB)?.compared).toMatchObject({ place: 'inside', differs: null })
  })

  test('twelve months to the period’s last, counted as the headline counts, small ones not shown', () => {
    expect([between.months[0], between.months.at(-1)]).toEqual(['2025-03', '2026-02'])
    const wardA = lineOf(OFFICES.wardA)?.months ?? []
    expect(wardA).toHaveLength(12)
    expect(wardA.at(-1)).toMatchObject({ state: 'shown', satisfied: 80, n: 100 })
    // Filing is not in the headline.
    expect(wardA.at(-2)).toMatchObject({ state: 'shown', satisfied: 40, n: 40 })
    expect(lineOf(OFFICES.wardB)?.months[0]).toEqual({ state: 'hidden' })
    expect(lineOf(OFFICES.wardB)?.months[1]).toEqual({ state: 'none' })
  })

  test('each month is as its own overview shows it', async () => {
    for (const [at, month] of between.months.entries()) {
      const last = month === '2026-02' ? '28' : '31'
      const period = periodOf(`${month}-01`, `${month}-${last}`)
      if (period.kind !== 'month') continue
      const overview = await officeOverview(city.store.read, LIVE, { period, today: TODAY })
      for (const {
        office: { id },
        months,
      } of between.lines) {
        const there = overview.offices.find((line) => line.office.id === id)?.ratings
        expect([month, id, months[at]?.state]).toEqual([month, id, there?.state])
      }
    }
  })

  test('CSV, XLSX and page have the same numbers, and a hidden one is an empty cell in both', async () => {
    const table = () => exportedBetween('vi', between)
    const csv = (await csvOf(table())).slice(1).trimEnd().split('\r\n')
    const [names, ...lines] = csv.map((line) => line.split(';'))
    const sheet = workbookOf(await xlsxFile(table())).rows
    const at = (name: string) => names?.indexOf(name) ?? -1
    for (const [row, line] of between.lines.entries()) {
      const cell = (name: string) => lines[row]?.[at(name)]
      const number = (name: string) => Number(cell(name)?.replace(',', '.'))
      const { ratings, compared, months } = line
      if (ratings.state === 'shown' && compared) {
        expect(number('ratings')).toBe(ratings.n)
        expect(number('limit_lower_95')).toBeCloseTo(compared.limits.inner.lower, 6)
        expect(number('limit_upper_998')).toBeCloseTo(compared.limits.outer.upper, 6)
        expect(sheet[row + 1]?.[at('share')]).toBe(ratings.share)
        expect(sheet[row + 1]?.[at('limit_lower_95')]).toBe(compared.limits.inner.lower)
        expect(cell('differs')).toBe(compared.differs ?? '')
      }
      for (const [index, month] of between.months.entries()) {
        const figure = months[index]
        const [n, share] = [cell(`ratings_${month}`), cell(`share_${month}`)]
        if (figure?.state === 'hidden') {
          expect([n, share]).toEqual(['', ''])
          expect(sheet[row + 1]?.[at(`ratings_${month}`)] ?? null).toBeNull()
          expect(sheet[row + 1]?.[at(`share_${month}`)] ?? null).toBeNull()
        } else if (figure?.state === 'shown') {
          expect(number(`ratings_${month}`)).toBe(figure.n)
          expect(sheet[row + 1]?.[at(`share_${month}`)]).toBe(figure.share)
        } else expect([n, share]).toEqual(['0', ''])
      }
    }
  })
})
