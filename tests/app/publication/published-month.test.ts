import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containing } from '#app/calendar/period.ts'
import { publicationCsv, publicationJson, publicRows } from '#app/publication/exported-publication.ts'
import { inPublic, type PublishedLine, type PublishedMonth } from '#app/publication/publication.ts'
import { publishedMonth } from '#app/publication/published-month.ts'
import { overviewOf } from '#app/reports/office-overview.server.ts'
import { noLineage } from '#app/reports/period-lines.ts'
import type { OfficeRow } from '#db/schema.ts'
import { countOf, figuresOf, rangesOf, treesOf } from '../statistics/attacker.ts'

const DEFINITION = inPublic({
  ...{ version: 1, validFrom: '0001-01-01', satisfiedLevels: [4, 5] },
  ...{ trustClasses: ['verified', 'open'], stages: ['return'], minimumN: 5 },
})

interface Own {
  verified: number
  open: number
  returned: number
  petitions: number
}
interface Place {
  id: string
  parentId: string | null
  own: Own
}

const rowOf = ({ id, parentId }: Place): OfficeRow => ({
  ...{ id, name: id, name_folded: id, kind: 'ward', parent_id: parentId, path: '', position: 0 },
  ...{ gso_code: '', outside_authority: 0, valid_from: '0001-01-01', valid_to: '9999-12-31' },
})

function published(places: Place[], month = '2026-01'): PublishedMonth {
  const dossiers = places.map(({ id, own }) => ({
    ...{ office_id: id, returned: own.returned + own.verified, on_time: own.returned, refused: 0 },
    rated: own.verified,
  }))
  const none = { level_1: 0, level_2: 0, level_3: 0, level_4: 0 }
  const overview = overviewOf({
    ...{
      period: containing('month', `${month}-01`),
      today: '2026-12-01',
      byLineage: false,
      lineage: noLineage,
    },
    ...{ rows: places.map(rowOf), targets: [], months: [], definition: DEFINITION, dossiers },
    levels: places.flatMap(({ id, own }) => [
      { office_id: id, trust: 'verified' as const, stage: 'return' as const, ...none, level_5: own.verified },
      { office_id: id, trust: 'open' as const, stage: 'return' as const, ...none, level_5: own.open },
    ]),
  })
  const petitions = places.map(({ id, own }) => ({
    ...{ office_id: id, received: own.petitions, answered: own.petitions, on_time: own.petitions },
  }))
  return publishedMonth({ overview, dossiers, petitions, sha256: '' })
}

const MEASURES = {
  n: (own: Own) => own.verified + own.open,
  returned: (own: Own) => own.returned + own.verified,
  rated: (own: Own) => own.verified,
  complaints_received: (own: Own) => own.petitions,
}
type Measure = keyof typeof MEASURES

/** All that anybody can have: the lines of the CSV, read back. */
function readBack(months: PublishedMonth[]) {
  const [head = '', ...lines] = publicationCsv({ months, answers: [], minimumN: 10 })
    .slice(1)
    .trimEnd()
    .split('\r\n')
  const names = head.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, at) => [names[at] ?? '', cell])))
}

/**
 * Hidden lines whose number lies in a range narrower than 5, given all that is published; who attacks knows which
 * offices above others count nothing themselves, and that none but the rated are hidden when they are 0.
 */
function givenAway(places: Place[], measure: Measure, shownOf: (id: string) => number | null): string[] {
  const of = MEASURES[measure]
  const isParent = (id: string) => places.some(({ parentId }) => parentId === id)
  const known = places.map(({ id, parentId, own }) => ({
    ...{ id, parentId, shown: shownOf(id), least: measure === 'rated' ? 0 : 1 },
    own: [0, isParent(id) && of(own) === 0 ? 0 : Number.POSITIVE_INFINITY] as const,
  }))
  const ranges = rangesOf(known)
  const sums = sumsOf(places, measure)
  return known.flatMap(({ id, shown }) => {
    const range = ranges.get(id)
    // That nobody rated tells of nobody.
    if (sums.get(id) === 0) return []
    return shown === null && range && range.high - range.low < 5 ? [`${measure} of ${id}`] : []
  })
}

const sumsOf = (places: Place[], measure: Measure) =>
  figuresOf(places.map(({ id, parentId, own }) => ({ id, parentId, own: MEASURES[measure](own) })))

const somePlaces = treesOf(
  fc.record({ verified: countOf, open: countOf, returned: countOf, petitions: countOf }),
  10,
)
const MEASURE_NAMES = Object.keys(MEASURES) as Measure[]

describe('P2: what is published', () => {
  test('from page, CSV and JSON nobody can place a hidden number in a range narrower than 5', () => {
    let hidden = 0
    fc.assert(
      fc.property(somePlaces, (places) => {
        const rows = new Map(readBack([published(places)]).map((row) => [row.office_id, row]))
        for (const measure of MEASURE_NAMES) {
          const shownOf = (id: string) => {
            const cell = rows.get(id)?.[measure]
            return cell ? Number(cell) : null
          }
          hidden += places.filter(({ id }) => shownOf(id) === null).length
          expect(givenAway(places, measure, shownOf)).toEqual([])
          for (const { id } of places) {
            const shown = shownOf(id)
            expect(shown === null || shown === 0 || shown >= 10).toBe(true)
          }
        }
      }),
      { numRuns: 600 },
    )
    expect(hidden).toBeGreaterThan(1000)
  })

  test('the same attack finds the small ones where their complements are shown', () => {
    const broken = fc.sample(somePlaces, 300).filter((places) =>
      MEASURE_NAMES.some((measure) => {
        const sums = sumsOf(places, measure)
        const shownOf = (id: string) => {
          const n = sums.get(id) ?? 0
          return 0 < n && n < 10 ? null : n
        }
        return givenAway(places, measure, shownOf).length > 0
      }),
    )
    expect(broken.length).toBeGreaterThan(50)
  })

  test('JSON and CSV say the same, and each month stands alone: no sum over months is published', () => {
    fc.assert(
      fc.property(somePlaces, somePlaces, (before, after) => {
        const months = [published(before, '2025-12'), published(after, '2026-01')]
        const alone = [readBack(months.slice(0, 1)), readBack(months.slice(1))].flat()
        expect(readBack(months)).toEqual(alone)
        const json = JSON.parse(
          publicationJson({ months, answers: [], minimumN: 10 }, '2026-02-09T00:00:00.000Z'),
        )
        expect(Object.keys(json)).toEqual(['updated_at', 'target', 'hidden_below', 'rows', 'answers'])
        const counts = (row: Record<string, unknown>) =>
          [...MEASURE_NAMES, 'satisfied', 'on_time', 'complaints_on_time'].map((name) => `${row[name] ?? ''}`)
        expect(json.rows.map(counts)).toEqual(readBack(months).map(counts))
        expect(publicRows({ months, answers: [], minimumN: 10 })).toHaveLength(alone.length)
      }),
      { numRuns: 50 },
    )
  })
})

const own = (verified: number, open: number, returned = 0, petitions = 0): Own => ({
  verified,
  open,
  returned,
  petitions,
})
const lineOf = ({ city, offices }: PublishedMonth, id: string): PublishedLine | undefined =>
  [city, ...offices].find((line) => line.id === id)

test('nine ratings are hidden with the next smallest, ten are shown', () => {
  const month = published([
    { id: 'city', parentId: null, own: own(0, 0) },
    { id: 'nine', parentId: 'city', own: own(0, 9) },
    { id: 'ten', parentId: 'city', own: own(0, 10) },
    { id: 'many', parentId: 'city', own: own(40, 60) },
  ])
  expect(lineOf(month, 'nine')?.ratings.state).toBe('hidden')
  expect(lineOf(month, 'ten')?.ratings.state).toBe('hidden')
  expect(lineOf(month, 'many')?.ratings).toMatchObject({ state: 'shown', n: 100 })
  expect(month.city.ratings).toMatchObject({ state: 'shown', n: 119 })
  expect([month.city.rated, lineOf(month, 'many')?.rated]).toEqual([40, 40])
  const lone = published([{ id: 'ten', parentId: null, own: own(0, 10) }])
  expect(lone.city.ratings).toMatchObject({ state: 'shown', n: 10 })
})

test('what may not be told of an office counts for the city, and cannot be had by subtraction', () => {
  const places = [
    { id: 'city', parentId: null, own: own(0, 0) },
    { id: 'a', parentId: 'city', own: own(0, 0, 0, 30) },
    { id: 'b', parentId: 'city', own: own(0, 0, 0, 12) },
  ]
  const { overview } = { overview: published(places) }
  expect(overview.city.petitions?.received).toBe(42)
  const period = containing('month', '2026-01-01')
  const counted = overviewOf({
    ...{ period, today: '2026-12-01', byLineage: false, lineage: noLineage, targets: [], months: [] },
    ...{ rows: places.map(rowOf), definition: DEFINITION, dossiers: [], levels: [] },
  })
  const month = publishedMonth({
    ...{ overview: counted, dossiers: [], sha256: 'a'.repeat(64) },
    petitions: [
      { office_id: 'a', received: 30, answered: 20, on_time: 19 },
      { office_id: 'b', received: 12, answered: 12, on_time: 12 },
      { office_id: '', received: 1, answered: 0, on_time: 1 },
    ],
  })
  expect(month.record).toBe('a'.repeat(12))
  expect(month.city.petitions).toEqual({ received: 43, answered: 32, onTime: 32 })
  expect(lineOf(month, 'a')?.petitions).toEqual({ received: 30, answered: 20, onTime: 19 })
  expect(lineOf(month, 'b')?.petitions).toBeNull()
})
