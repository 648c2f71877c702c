import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineageOn } from '#app/offices/lineage.ts'
import { countsByLineage, hiddenByLineage, includedIn } from '#app/reports/by-lineage.ts'
import { hiddenPlaces } from '#app/reports/hidden-places.ts'
import { CITY, placedOffices, rolledUp, topOf } from '#app/reports/office-tree.ts'
import { addPlaceCounts, nothingCounted, type PlaceCounts } from '#app/reports/place-counts.ts'
import { noCounts, totalOf } from '#app/statistics/level-counts.ts'
import { aLine, anOffice } from '#tests/app/offices/some-offices.ts'

const DEFINITION = { minimumN: 5, satisfiedLevels: [4, 5] as const }

const counted = (satisfied: number, others: number): PlaceCounts => ({
  ...nothingCounted,
  headline: { ...noCounts, 5: satisfied, 2: others },
})

/** Six offices under a city that ends, and two successors at the top, as in 2025. */
const OFFICES = [
  anOffice('city'),
  ...['a', 'b', 'c', 'd'].map((id) => anOffice(id, { parent: 'city' })),
  anOffice('s'),
  anOffice('t'),
]
const LINES = ['a>s', 'b>s', 'c>t', '>t']

function tablesOf(own: ReadonlyMap<string, PlaceCounts>) {
  const lineage = lineageOn(
    LINES.map((line) => aLine(line)),
    '2026-01-01',
  )
  const ownOf = (id: string) => own.get(id) ?? nothingCounted
  const places = placedOffices(OFFICES, () => true)
  const rolled = placedOffices(OFFICES, ({ id }) => !lineage.into.has(id))
  const hidden = hiddenPlaces(places, ownOf, DEFINITION)
  const hiddenToo = hiddenByLineage({ places, counts: own, hidden }, { places: rolled }, lineage)
  const moved = countsByLineage(own, lineage)
  const rolledOwn = (id: string) => moved.get(id) ?? nothingCounted
  const sum = rolledUp(rolled, rolledOwn, nothingCounted, addPlaceCounts)
  return { places, rolled, hidden, hiddenToo, into: lineage.into, sum }
}

const n = (counts: PlaceCounts | undefined) => totalOf((counts ?? nothingCounted).headline)

describe('by lineage', () => {
  test('a successor has the sum, what was divided or stayed keeps its own', () => {
    const own = new Map(['a', 'b', 'c', 'd', 's'].map((id, at) => [id, counted(10 + at, 10)]))
    const { rolled, sum, hiddenToo } = tablesOf(own)
    expect(rolled.map(({ id }) => id)).toEqual(['city', 'd', 's', 't'])
    expect([n(sum.get('s')), n(sum.get('t')), n(sum.get('city')), n(sum.get(CITY))]).toEqual([
      65, 22, 23, 110,
    ])
    expect(hiddenToo.ratings).toEqual(new Set())
  })

  test('a sum with a hidden part is hidden, however large it is', () => {
    const own = new Map([
      ['a', counted(3, 0)],
      ['b', counted(100, 50)],
      ['c', counted(40, 40)],
      ['d', counted(30, 30)],
      ['s', counted(20, 20)],
    ])
    const { hidden, hiddenToo } = tablesOf(own)
    expect(hidden.ratings.has('a')).toBe(true)
    expect(hiddenToo.ratings.has('s')).toBe(true)
  })

  test('what it shows can be reckoned from what stands without it: 300 random cities', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 6 }))
    const city = fc.array(small, { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(city, (figures) => {
        const own = new Map(
          OFFICES.map(({ id }, at) => {
            const [satisfied = 0, others = 0] = figures[at] ?? []
            return [id, counted(satisfied, others)] as const
          }),
        )
        const { places, rolled, hidden, hiddenToo, into } = tablesOf(own)
        const markOf = (id: string) => (n(own.get(id)) > 0 ? 2 ** OFFICES.findIndex((o) => o.id === id) : 0)
        const add = (x: number, y: number) => x + y
        const marks = rolledUp(places, markOf, 0, add)
        const takenIn = (id: string) =>
          OFFICES.filter((office) => (into.get(office.id) ?? office.id) === id).map(({ id: own }) =>
            markOf(own),
          )
        const rolledMarks = rolledUp(rolled, (id) => takenIn(id).reduce(add, 0), 0, add)
        const lines = [CITY, ...places.map(({ id }) => id)].filter((id) => !hidden.ratings.has(id))
        const shown = [CITY, ...rolled.map(({ id }) => id)].filter((id) => !hiddenToo.ratings.has(id))
        const reckoned = reckonable(lines.map((id) => marks.get(id) ?? 0))
        expect(topOf(rolled)).toBe(CITY)
        expect(shown.filter((id) => !reckoned.has(rolledMarks.get(id) ?? 0))).toEqual([])
      }),
      { numRuns: 300, seed: 20250701 },
    )
  })

  test('a line says whom it includes, those without figures too', () => {
    const lineage = lineageOn(
      LINES.map((line) => aLine(line)),
      '2026-01-01',
    )
    expect(includedIn(lineage, 't').map(({ predecessorName }) => predecessorName)).toEqual(['c', 'ngoài'])
    expect(includedIn(lineage, 'd')).toEqual([])
  })
})

/** Whose ratings can be had by adding up lines that have nobody in common; each office is a bit. */
function reckonable(marks: number[]): Set<number> {
  const sums = new Set([0])
  for (const mark of marks) {
    for (const sum of [...sums]) if ((sum & mark) === 0) sums.add(sum + mark)
  }
  return sums
}
