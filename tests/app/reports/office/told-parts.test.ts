import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourFigures } from '#app/reports/office/hours.ts'
import { releasedDivisions } from '#app/reports/office/released-divisions.ts'
import { partsWithShare, toldParts, verifiedParts } from '#app/reports/office/told-parts.ts'
import type { IndexDefinition } from '#app/statistics/index-definition.ts'
import type { HourLevelSum } from '#db/queries/breakdown-sums.ts'
import type { ProcedureWithField } from '#db/queries/procedures.ts'
import type { ReleasedPartRow, Trust } from '#db/schema.ts'
import { Random } from '#scripts/demo-city/random.ts'

const K = 5
const DEFINITION_1: IndexDefinition = {
  version: 1,
  validFrom: '0001-01-01',
  trustClasses: ['verified', 'kiosk', 'open'],
  stages: ['return', 'unstated'],
  satisfiedLevels: [4, 5],
  minimumN: K,
}

const row = (
  kind: ReleasedPartRow['kind'],
  part: string,
  trust: Trust,
  [satisfied, unsatisfied = 0]: [number, number?],
): ReleasedPartRow => ({
  ...{ office_id: 'p-a', month: '2026-02', kind, part, trust },
  stage: trust === 'verified' ? 'return' : 'unstated',
  ...{ level_1: unsatisfied, level_2: 0, level_3: 0, level_4: 0, level_5: satisfied },
})

describe('how many ratings a part has', () => {
  test('small parts and their complements are hidden, of verified ratings and of the others apart', () => {
    const rows = [
      row('channel', 'counter', 'verified', [30]),
      row('channel', 'online', 'verified', [3]),
      row('channel', 'post', 'verified', [8]),
      row('channel', 'unstated', 'open', [6]),
    ]
    // Unstated is the complement of smallest n, but everybody knows it: it is all but the verified ones.
    expect(toldParts(rows, 'channel', DEFINITION_1)).toEqual([
      { id: 'counter', n: 30 },
      { id: 'online', n: null },
      { id: 'post', n: null },
      { id: 'unstated', n: 6 },
    ])
  })

  test('stages that are not in the headline are in no part', () => {
    const filing = { ...row('channel', 'counter', 'verified', [30]), stage: 'filing' as const }
    expect(toldParts([filing], 'channel', DEFINITION_1)).toEqual([])
  })

  test('nobody can place a hidden number in fewer than five, 2,000 random months (P2)', () => {
    const counts = fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(counts, counts, (verified, others) => {
        const rows = [
          ...verified.map((n, at) => row('procedure', `v${at}`, 'verified', [n])),
          ...others.map((n, at) => row('procedure', `o${at}`, 'open', [n])),
        ].filter(({ level_5 }) => level_5 > 0)
        const told = new Map(toldParts(rows, 'procedure', DEFINITION_1).map(({ id, n }) => [id, n]))
        for (const ns of [
          verified.map((n, at) => [`v${at}`, n] as const),
          others.map((n, at) => [`o${at}`, n] as const),
        ]) {
          const total = ns.reduce((sum, [, n]) => sum + n, 0)
          const hidden = ns.filter(([id, n]) => n > 0 && told.get(id) === null)
          const rest = hidden.reduce((sum, [, n]) => sum + n, 0)
          for (const [id, n] of ns) if (n > 0 && n < K) expect(told.get(id)).toBeNull()
          // A sum of fewer than five is not released at all; every cell of a batch has five.
          if (hidden.length > 0 && total >= K)
            expect(rest - hidden.length >= 5 || hidden.length === ns.filter(([, n]) => n > 0).length).toBe(
              true,
            )
        }
      }),
      { numRuns: 2_000, seed: 7 },
    )
  })

  test('half-days: none of a weekday is had from its other half, since whole days are known', () => {
    const half = (weekday: number, hour: number, n: number): HourLevelSum => ({
      ...{ weekday, hour, trust: 'open', stage: 'unstated' },
      ...{ level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: n },
    })
    const levels = [half(1, 0, 3), half(1, 12, 17), half(2, 0, 6), half(2, 12, 20)]
    const shown = (halfDays: boolean) =>
      hourFigures(levels, [], DEFINITION_1, { isHidden: false, halfDays }).cells.map(({ ratings }) => ratings)
    expect(shown(true)).toEqual([null, null, 6, 20])
  })
})

describe('shares of procedures', () => {
  const part = (id: string, satisfied: number, unsatisfied: number) => ({
    ...{ id, satisfied },
    n: satisfied + unsatisfied,
  })

  test.each([
    ['five and five at least in each', [part('a', 60, 6), part('b', 40, 5)], ['a', 'b']],
    ['four unsatisfied are too few', [part('a', 60, 6), part('b', 40, 4)], []],
    [
      'what remains is told by subtraction, so the smallest goes with it',
      [part('a', 60, 6), part('b', 40, 6), part('c', 20, 1)],
      ['a'],
    ],
    [
      'one that remains alone takes another with it',
      [part('a', 60, 6), part('b', 50, 6), part('c', 40, 5), part('d', 9, 0)],
      ['a', 'b'],
    ],
    ['a part much worse than the rest names who was there', [part('a', 90, 6), part('b', 8, 12)], []],
    ['all satisfied is known of everybody in it', [part('a', 60, 0), part('b', 40, 6)], []],
  ] as const)('%s', (_name, parts, shown) => {
    expect([...partsWithShare(parts, [], K)].toSorted()).toEqual(shown)
  })

  test('are of verified ratings, and hidden where the number is', () => {
    const known = ['a', 'b', 'c'].map((id) => ({ id, name: id, code: id })) as ProcedureWithField[]
    const parts = [
      row('all', '', 'verified', [100, 17]),
      row('procedure', 'a', 'verified', [60, 7]),
      row('procedure', 'b', 'verified', [40, 10]),
      row('procedure', '', 'open', [9, 1]),
    ]
    const { procedures, n } = releasedDivisions({ parts, dossiers: [], known }, DEFINITION_1)
    expect(n).toBe(117)
    expect(procedures.map((line) => [line.id, line.n, line.share.state])).toEqual([
      ['a', 67, 'shown'],
      ['b', 50, 'shown'],
      ['', 10, 'none'],
    ])
  })
})

describe('who was unsatisfied, to one who knows who came when and for what (P4)', () => {
  interface Visitor {
    batch: number
    procedure: string
    isUnsatisfied: boolean
  }

  /** A month of an office: batches of 5 to 8, procedures of unequal use, one of them worse than the others. */
  function aMonth(random: Random): Visitor[] {
    const kinds = random.between(3, 12)
    const worse = random.between(0, kinds - 1)
    const usual = random.between(3, 12) / 100
    return Array.from({ length: random.between(15, 60) }, (_, batch) =>
      Array.from({ length: random.between(5, 8) }, (): Visitor => {
        const at = Math.min(random.between(0, kinds - 1), random.between(0, kinds - 1))
        const chance = at === worse ? usual * 2 : usual
        return { batch, procedure: `p${at}`, isUnsatisfied: random.chance(chance) }
      }),
    ).flat()
  }

  const unsatisfiedIn = (people: Visitor[]) => people.filter(({ isUnsatisfied }) => isUnsatisfied).length
  const rowsOf = (month: Visitor[]) =>
    [...Map.groupBy(month, ({ procedure }) => procedure)].map(([procedure, people]) => {
      const bad = unsatisfiedIn(people)
      return row('procedure', procedure, 'verified', [people.length - bad, bad])
    })

  /** How much likelier than not somebody of each procedure is unsatisfied, from what is shown and what remains. */
  function oddsOf(month: Visitor[], isTold: (id: string) => boolean): (visitor: Visitor) => number {
    const odds = (people: Visitor[]) => {
      const bad = unsatisfiedIn(people)
      return bad === people.length ? 1e9 : bad / (people.length - bad)
    }
    const rest = odds(month.filter(({ procedure }) => !isTold(procedure)))
    const told = new Map(
      [...Map.groupBy(month, ({ procedure }) => procedure)].map(([id, people]) => [id, odds(people)]),
    )
    return ({ procedure }) => (isTold(procedure) ? (told.get(procedure) ?? 0) : rest)
  }

  /** Of batches with one unsatisfied person, how often the best guess is right, and how often any guess is. */
  function guesses(isToldIn: (month: Visitor[]) => (id: string) => boolean) {
    const random = new Random('promise P4, divided')
    let [right, blind, events, told, named] = [0, 0, 0, 0, 0]
    for (let n = 0; n < 300; n += 1) {
      const month = aMonth(random)
      const isTold = isToldIn(month)
      told += rowsOf(month).filter(({ part }) => isTold(part)).length
      const odds = oddsOf(month, isTold)
      for (const people of Map.groupBy(month, ({ batch }) => batch).values()) {
        if (unsatisfiedIn(people) !== 1) continue
        const most = Math.max(...people.map(odds))
        const best = people.filter((visitor) => odds(visitor) === most)
        right += unsatisfiedIn(best) / best.length
        const all = people.reduce((sum, visitor) => sum + odds(visitor), 0)
        if (most > all / 2 && best.length === 1) named += 1
        blind += 1 / people.length
        events += 1
      }
    }
    return { more: (right - blind) / events, named: named / events, events, told }
  }

  const byRule = (month: Visitor[]) => {
    const rows = rowsOf(month)
    const shown = new Map(toldParts(rows, 'procedure', DEFINITION_1).map(({ id, n }) => [id, n !== null]))
    const parts = verifiedParts(rows, 'procedure', DEFINITION_1)
    const [open, rest] = [parts.filter(({ id }) => shown.get(id)), parts.filter(({ id }) => !shown.get(id))]
    const told = partsWithShare(open, rest, K)
    return (id: string) => told.has(id)
  }

  test('batches and shares together: hardly a better guess than among five', () => {
    const { more, named, events, told } = guesses(byRule)
    expect(events).toBeGreaterThan(2_000)
    expect(told).toBeGreaterThan(100)
    expect(more).toBeLessThanOrEqual(1 / 5)
    expect(more).toBeLessThan(0.1)
    expect(named).toBe(0)
  })

  test('without the rule the adversary wins: one in twenty is named with more than even odds', () => {
    expect(guesses(() => () => true).named).toBeGreaterThan(1 / 20)
  })
})
