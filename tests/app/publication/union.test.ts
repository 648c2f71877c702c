import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containing } from '#app/calendar/period.ts'
import { publicRows } from '#app/publication/exported-publication.ts'
import { inPublic } from '#app/publication/publication.ts'
import { publishedMonth } from '#app/publication/published-month.ts'
import { overviewOf } from '#app/reports/office-overview.server.ts'
import { noLineage } from '#app/reports/period-lines.ts'
import type { Report } from '#app/reports/report/report.ts'
import { complaintLines } from '#app/reports/report/report-complaints.ts'
import type { IndexDefinition } from '#app/statistics/index-definition.ts'
import type { OfficeRow } from '#db/schema.ts'
import { countOf, figuresOf, treesOf } from '../statistics/attacker.ts'
import { type Fact, RangeSolver } from '../statistics/range-solver.ts'

const INSIDE: IndexDefinition = {
  ...{ version: 1, validFrom: '0001-01-01', satisfiedLevels: [4, 5] },
  ...{ trustClasses: ['verified', 'open'], stages: ['return'], minimumN: 5 },
}
const NARROWEST = 5

interface Place {
  id: string
  parentId: string | null
  own: { verified: number; open: number }
}

const rowOf = ({ id, parentId }: Place): OfficeRow => ({
  ...{ id, name: id, name_folded: id, kind: 'ward', parent_id: parentId, path: '', position: 0 },
  ...{ gso_code: '', outside_authority: 0, valid_from: '0001-01-01', valid_to: '9999-12-31' },
})
const dossiersOf = (places: Place[]) =>
  places.map(({ id, own }) => ({
    ...{ office_id: id, returned: 500 + own.verified, on_time: 500, refused: 0, rated: own.verified },
  }))

/** A month as the desk of Văn phòng or Phòng Nội vụ prints it, page and files, by a definition's minimum. */
function overview(places: Place[], definition: IndexDefinition, month: string) {
  const none = { level_1: 0, level_2: 0, level_3: 0, level_4: 0 }
  const at = (office_id: string, trust: 'verified' | 'open', level_5: number) => ({
    ...{ office_id, trust, stage: 'return' as const, ...none, level_5 },
  })
  return overviewOf({
    ...{ period: containing('month', `${month}-01`), today: '2026-12-01', byLineage: false },
    ...{ lineage: noLineage, rows: places.map(rowOf), targets: [], months: [], definition },
    dossiers: dossiersOf(places),
    levels: places.flatMap(({ id, own }) => [at(id, 'verified', own.verified), at(id, 'open', own.open)]),
  })
}

/** What a reader has of one line: its ratings and those bound to a dossier, null where they are hidden. */
interface Read {
  n: number | null
  verified: (number | null)[]
}
type Reading = Map<string, Read>

function atTheDesk(places: Place[], month: string): Reading {
  return new Map(
    overview(places, INSIDE, month).offices.map(({ office, ratings, verified, rated }) => [
      office.id,
      {
        n: ratings.state === 'shown' ? ratings.n : ratings.state === 'none' ? 0 : null,
        verified: [rated, verified.state === 'shown' ? verified.n : null],
      },
    ]),
  )
}

function inPublicFile(places: Place[], month: string): Reading {
  const published = publishedMonth({
    ...{ overview: overview(places, inPublic(INSIDE), month), dossiers: dossiersOf(places), petitions: [] },
    sha256: '',
  })
  const rows = publicRows({ months: [published], answers: [], minimumN: 10 })
  const count = (cell: unknown) => (typeof cell === 'number' ? cell : null)
  return new Map(
    rows.map((row) => [String(row.office_id), { n: count(row.n), verified: [count(row.rated)] }]),
  )
}

const isBelow = (places: Pick<Place, 'id' | 'parentId'>[], id: string | null, top: string): boolean =>
  id === top || (id !== null && isBelow(places, places.find((one) => one.id === id)?.parentId ?? null, top))

/**
 * Lines hidden at the desk whose number all readings together place in a range narrower than 5. Who attacks knows the
 * tree, which offices above others count nothing themselves, and that a hidden line has a rating.
 */
function givenAway(places: Place[], readings: Reading[]): string[] {
  const under = new Map(
    places.map(({ id }) => [id, places.flatMap((one, at) => (isBelow(places, one.id, id) ? [at] : []))]),
  )
  const verifiedOf = (id: string) => (under.get(id) ?? []).map((at) => 2 * at)
  const allOf = (id: string) => (under.get(id) ?? []).flatMap((at) => [2 * at, 2 * at + 1])
  const empty = places.flatMap(({ id, own }, at) =>
    places.some(({ parentId }) => parentId === id) && own.verified + own.open === 0
      ? [2 * at, 2 * at + 1].map((of): Fact => ({ of: [of], sum: 0 }))
      : [],
  )
  const facts = readings.flatMap((reading) =>
    [...reading].flatMap(([id, { n, verified }]): Fact[] => [
      n === null ? { of: allOf(id), sum: 1, atLeast: true } : { of: allOf(id), sum: n },
      ...verified.flatMap((sum) => (sum === null ? [] : [{ of: verifiedOf(id), sum }])),
    ]),
  )
  const solver = new RangeSolver([...empty, ...facts])
  const sums = (of: (own: Place['own']) => number) =>
    figuresOf(places.map(({ id, parentId, own }) => ({ id, parentId, own: of(own) })))
  const [n, verified] = [sums((own) => own.verified + own.open), sums((own) => own.verified)]
  const isNarrow = (of: number[]) => solver.width(of) < NARROWEST - 1e-6
  return [...(readings[0] ?? [])].flatMap(([id, read]) => [
    ...(read.n === null && (n.get(id) ?? 0) > 0 && isNarrow(allOf(id)) ? [`ratings of ${id}`] : []),
    ...(read.verified.every((one) => one === null) && (verified.get(id) ?? 0) > 0 && isNarrow(verifiedOf(id))
      ? [`verified of ${id}`]
      : []),
  ])
}

const somePlaces = treesOf(fc.record({ verified: countOf, open: countOf }), 7)

describe('P2: the public page and its files together with the desk’s', () => {
  /**
   * A hidden line of verified ratings may be known where all that is unseen is nought, which tells of nobody
   * (hidden-places.ts): of those the public file may add none either.
   */
  test('of this month and of the one before, the public file places nothing hidden at the desk any nearer', () => {
    let hidden = 0
    fc.assert(
      fc.property(somePlaces, somePlaces, (before, now) => {
        for (const [places, month] of [
          [before, '2025-12'],
          [now, '2026-01'],
        ] as const) {
          const desk = atTheDesk(places, month)
          hidden += [...desk.values()].filter(({ n }) => n === null).length
          const alone = givenAway(places, [desk])
          expect(alone.filter((line) => line.startsWith('ratings'))).toEqual([])
          expect(givenAway(places, [desk, inPublicFile(places, month)])).toEqual(alone)
        }
      }),
      { numRuns: 300 },
    )
    expect(hidden).toBeGreaterThan(300)
  })

  test('what the public sees, the desk sees too or could: no public number is hidden at the desk', () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const desk = atTheDesk(places, '2026-01')
        for (const [id, { n }] of inPublicFile(places, '2026-01'))
          if (n !== null && desk.has(id)) expect([id, desk.get(id)?.n]).toEqual([id, n])
      }),
      { numRuns: 300 },
    )
  })

  test('the same attack breaks a public file that hides small numbers without their complements', () => {
    const broken = fc.sample(somePlaces, 200).filter((places) => {
      const sums = figuresOf(
        places.map(({ id, parentId, own }) => ({ id, parentId, own: own.verified + own.open })),
      )
      const bare: Reading = new Map(
        [...sums].map(([id, n]) => [id, { n: 0 < n && n < 10 ? null : n, verified: [] }]),
      )
      const desk = atTheDesk(places, '2026-01')
      return givenAway(places, [desk, bare]).length > givenAway(places, [desk]).length
    })
    expect(broken.length).toBeGreaterThan(20)
  })
})

type Petitioned = { id: string; parentId: string | null; own: number }

/** Complaints received by place, as a month's report prints them and as the public page does; null where hidden. */
function petitionsRead(places: Petitioned[]) {
  const month = '2026-01'
  const rated = places.map(({ id, parentId }) => ({ id, parentId, own: { verified: 0, open: 0 } }))
  const offices = rated.map(rowOf).map((row) => ({ ...row, parent: row.parent_id ?? '', outside: 0 }))
  const record = { offices, from: '2026-01-01', to: '2026-01-31', index_definitions: [{ minimum_n: 5 }] }
  const report = { record, scope: { office: '' } } as unknown as Report
  const more = { petitions: places.map(({ id, own }) => [id, 'attitude', own, own, own, 0]) }
  // A place without a line had none.
  const printed = new Map<string, number | null>(places.map(({ id }) => [id, 0]))
  const lines = complaintLines(report, more as unknown as Parameters<typeof complaintLines>[1])
  for (const { id, complaints } of lines) printed.set(id, complaints?.received ?? null)
  const published = publishedMonth({
    overview: overview(rated, inPublic(INSIDE), month),
    dossiers: dossiersOf(rated),
    petitions: places.map(({ id, own }) => ({
      office_id: id,
      ...{ received: own, answered: own, on_time: own },
    })),
    sha256: '',
  })
  const shown = [published.city, ...published.offices]
  return { printed, public: new Map(shown.map(({ id, petitions }) => [id, petitions?.received ?? null])) }
}

/** Lines hidden in the report whose complaints all readings together place in a range narrower than 5. */
function petitionsGivenAway(places: Petitioned[], readings: Map<string, number | null>[]): string[] {
  const under = (top: string) => places.flatMap(({ id }, at) => (isBelow(places, id, top) ? [at] : []))
  const facts = readings.flatMap((reading) =>
    [...reading].flatMap(([id, n]): Fact[] => {
      const of = under(id)
      if (of.length === 0) return []
      return [n === null ? { of, sum: 1, atLeast: true } : { of, sum: n }]
    }),
  )
  const inner = places.flatMap(({ id, own }, at): Fact[] =>
    places.some(({ parentId }) => parentId === id) && own === 0 ? [{ of: [at], sum: 0 }] : [],
  )
  const solver = new RangeSolver([...inner, ...facts])
  return [...(readings[0] ?? [])]
    .filter(([id, n]) => n === null && solver.width(under(id)) < NARROWEST - 1e-6)
    .map(([id]) => id)
}

describe('P2: complaints on the public page together with those of a report', () => {
  test('nothing hidden in a month’s report is placed nearer by what the public page shows of it', () => {
    let hidden = 0
    fc.assert(
      fc.property(treesOf(countOf, 7), (places) => {
        const { printed, public: shown } = petitionsRead(places)
        hidden += [...printed.values()].filter((n) => n === null).length
        expect(petitionsGivenAway(places, [printed])).toEqual([])
        expect(petitionsGivenAway(places, [printed, shown])).toEqual([])
        for (const [id, n] of shown) if (n !== null && printed.has(id)) expect(printed.get(id)).toBe(n)
      }),
      { numRuns: 300 },
    )
    expect(hidden).toBeGreaterThan(200)
  })

  test('beside a public page that hides small ones without their complements the report gives them away', () => {
    const broken = fc.sample(treesOf(countOf, 7), 200).filter((places) => {
      const { printed } = petitionsRead(places)
      const bare = new Map([...figuresOf(places)].map(([id, n]) => [id, 0 < n && n < 10 ? null : n]))
      return petitionsGivenAway(places, [printed, bare]).length > 0
    })
    expect(broken.length).toBeGreaterThan(20)
  })
})
