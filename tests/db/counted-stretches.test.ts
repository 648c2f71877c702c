import { afterEach, describe, expect, test } from 'vitest'
import { addDays, lastDayOf, monthOf } from '#app/calendar/day.ts'
import { stretchesOf } from '#app/calendar/stretches.ts'
import { sumDossiersOver, sumLevelsOfTwo, sumLevelsOver } from '#db/queries/counted-stretches.ts'
import { sumDossiersByOfficeInDays } from '#db/queries/dossier-counts.ts'
import { sumLevelsByOfficeInDays } from '#db/queries/level-counts.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { rate, returnDossiers, times } from '../app/reports/rated-city.ts'

const random = new Random('stretches')
const FIRST = '2026-01-01'
const anyDay = () => addDays(FIRST, random.between(0, 119))

let city: SmallCity
afterEach(() => city.close())

/** Rows in an order of their own, lines of nothing but zeros left out. */
const lines = (rows: object[]) =>
  rows
    .filter((row) => Object.values(row).some((value) => typeof value === 'number' && value !== 0))
    .map((row) => JSON.stringify(Object.entries(row).toSorted()))
    .toSorted()

describe.each(CITIES)('counts over stretches in $database', ({ open }) => {
  test('are those of the days, for any period', async () => {
    city = await open()
    await city.store.write(async (tx) => {
      for (let n = 0; n < 40; n += 1) {
        const office = random.pick([OFFICES.wardA, OFFICES.wardB])
        const trust = random.pick(['verified', 'open'] as const)
        const day = anyDay()
        await rate(tx, { office, day, trust }, times(random.between(1, 3), random.pick([1, 4, 5] as const)))
        await returnDossiers(tx, { office, day, onTime: random.between(0, 3), late: 1 })
      }
    })
    const { read } = city.store
    for (let n = 0; n < 15; n += 1) {
      const [from = '', to = ''] = [anyDay(), anyDay()].toSorted()
      const stretches = stretchesOf({ from, to })
      expect(lines(await sumLevelsOver(read, stretches))).toEqual(
        lines(await sumLevelsByOfficeInDays(read, from, to)),
      )
      expect(lines(await sumDossiersOver(read, stretches))).toEqual(
        lines(await sumDossiersByOfficeInDays(read, from, to)),
      )
    }
    const month = { from: '2026-03-01', to: lastDayOf(monthOf('2026-03-01')) }
    const two = { earlier: stretchesOf({ from: '2026-02-01', to: '2026-02-28' }), later: stretchesOf(month) }
    const both = await sumLevelsOfTwo(read, two)
    const later = both.filter((row) => row.later === 1).map(({ later: _, ...row }) => row)
    expect(lines(later)).toEqual(lines(await sumLevelsByOfficeInDays(read, month.from, month.to)))
    expect(both.some((row) => row.later === 0)).toBe(true)
  }, 60_000)
})
