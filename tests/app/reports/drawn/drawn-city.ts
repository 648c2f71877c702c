import { periodOf } from '#app/calendar/period.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from '../rated-city.ts'

export const TODAY = '2026-04-10'
export const AS_OF = '2026-04-10T02:30:00.000Z'
export const VIEWER = { name: 'Nông Thị Lan', role: 'city_office' } as const
export const MARCH = periodOf('2026-03-01', '2026-03-31')

/** Fifteen months, so that a baseline of twelve is there and limits stand on it. */
const MONTHS = Array.from({ length: 15 }, (_, at) =>
  new Date(Date.UTC(2025, at, 10)).toISOString().slice(0, 10),
)

/** Levels that differ from month to month and from place to place, enough of each to be shown. */
function levelsOf(at: number, place: number): Level[] {
  const bad = 12 + ((at * 5 + place * 7) % 6)
  return [
    ...times(60 + 10 * place + ((at * 13) % 9), 5),
    ...times(24 + ((at * 7 + place) % 8), 4),
    ...times(11 + ((at + place) % 3), 3),
    ...times(bad, 2),
    ...times(11 + (at % 2), 1),
  ]
}

const WORSE: Level[] = [5, 4, 3, 2, 1].flatMap((level) => times(level === 2 ? 70 : 15, level as Level))

/**
 * The small city with numbers for every picture: shares that change, a month of one office that is hidden, one that
 * nobody rated, a last month that is a signal, dossiers late and on time.
 */
export async function aDrawnCity(): Promise<SmallCity> {
  const city = await aSmallCity()
  const places = [OFFICES.wardA, OFFICES.wardB, OFFICES.oneStop]
  await city.store.write(async (tx) => {
    for (const [at, day] of MONTHS.entries()) {
      for (const [place, office] of places.entries()) {
        const isLast = at === MONTHS.length - 1
        const levels = place === 0 && isLast ? WORSE : levelsOf(at, place)
        if (place === 1 && at === 9) await rate(tx, { office, day }, times(3, 5))
        else if (place !== 1 || at !== 7) await rate(tx, { office, day, trust: 'verified' }, levels)
      }
      const late = at === MONTHS.length - 1 ? 20 : 1 + (at % 3)
      await returnDossiers(tx, { office: OFFICES.wardA, day, onTime: 80 + at, late, rated: 10 })
    }
  })
  return city
}
