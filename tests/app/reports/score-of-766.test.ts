import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedPair, comparedParts } from '#app/reports/compared-shares.ts'
import { type Counted766, score766 } from '#app/reports/score-of-766.ts'
import type { LevelCounts } from '#app/statistics/level-counts.ts'

const counted = (change: Partial<Counted766> = {}): Counted766 => ({
  ...{ received: 100, overdue: 0, disliked: 0, petitions: { received: 0, onTime: 0, unsatisfied: 0 } },
  ...change,
})

describe('the satisfaction group of 766', () => {
  test.each([
    [20, 5.33],
    [15, 5.67],
    [10, 6],
    [0, 6],
  ])('%i of 100 overdue, none disliked: %d, the same from both sides', (overdue, points) => {
    expect(score766(counted({ overdue }), 5).dossiers).toEqual({ least: points, most: points })
  })

  test('nothing received is 0; no petition is 6 twice', () => {
    const score = score766(counted({ received: 0 }), 5)
    expect(score).toMatchObject({ dossiers: { least: 0, most: 0 }, onTime: 6, satisfied: 6 })
    expect(score.total).toEqual({ least: 12, most: 12 })
  })

  test('petitions: 17 of 19 on time is 5,37, and the unsatisfied are taken off', () => {
    const petitions = { received: 19, onTime: 17, unsatisfied: 5 }
    const score = score766(counted({ received: 10_000, petitions }), 5)
    expect([score.onTime, score.satisfied]).toEqual([5.37, 4.42])
  })

  test('late and disliked dossiers may be the same or not: a range, never counted twice at its upper end', () => {
    const score = score766(counted({ overdue: 12, disliked: 10 }), 5)
    expect(score.dossiers).toEqual({ least: 5.2, most: 5.87 })
  })

  test('a number of dislikes or petitions that is too small hides what would give it away', () => {
    const few = score766(counted({ disliked: 3 }), 5)
    expect([few.disliked, few.dossiers, few.total]).toEqual([null, null, null])
    const one = score766(counted({ petitions: { received: 1, onTime: 1, unsatisfied: 1 } }), 5)
    expect([one.satisfied, one.total, one.onTime]).toEqual([null, null, 6])
  })

  test('whatever is counted, 0 <= least <= most, and the sum is that of its parts', () => {
    const whole = fc.integer({ min: 0, max: 2_000_000 })
    const petitions = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map(([received, a, b]) => ({
      received,
      onTime: Math.min(a, received),
      unsatisfied: Math.min(b, received),
    }))
    fc.assert(
      fc.property(whole, whole, whole, petitions, (received, overdue, disliked, asked) => {
        const late = Math.min(overdue, received)
        const score = score766({ received, overdue: late, disliked, petitions: asked }, 5)
        const { dossiers, total } = score
        if (dossiers) {
          expect(dossiers.least).toBeGreaterThanOrEqual(0)
          expect(dossiers.least).toBeLessThanOrEqual(dossiers.most)
          expect(dossiers.most).toBeLessThanOrEqual(6)
        }
        if (!dossiers || !total) return
        const rest = score.onTime + (score.satisfied ?? 0)
        expect(total.least).toBeCloseTo(dossiers.least + rest, 1)
        expect(total.most).toBeCloseTo(dossiers.most + rest, 1)
      }),
      { numRuns: 300 },
    )
  })
})

const levels = (satisfied: number, others: number): LevelCounts => ({
  1: others,
  2: 0,
  3: 0,
  4: 0,
  5: satisfied,
})
const counting = { satisfiedLevels: [4, 5] as const, minimumN: 5 }

describe('groups of ratings beside each other', () => {
  test('two that may be shown are tested', () => {
    const { first, second, test: found } = comparedPair(levels(90, 10), levels(60, 40), counting)
    expect([first, second]).toMatchObject([{ n: 100 }, { n: 100 }])
    expect(found?.difference).toBeCloseTo(0.3, 10)
    expect(found?.p).toBeLessThan(0.001)
  })

  test('one too small hides the other too, since their sum is known', () => {
    const { first, second, test: found } = comparedPair(levels(90, 10), levels(2, 1), counting)
    expect([first.state, second.state, found]).toEqual(['hidden', 'hidden', null])
  })

  test('one that is empty is said to be empty', () => {
    expect(comparedPair(levels(90, 10), levels(0, 0), counting)).toMatchObject({
      ...{ first: { state: 'shown', n: 100 }, second: { state: 'none' }, test: null },
    })
  })

  test('each part stands against all others, in the order given; marks allow for their number', () => {
    const parts = [
      { id: 'a', counts: levels(95, 5) },
      { id: 'b', counts: levels(60, 40) },
      { id: 'c', counts: levels(3, 0) },
      { id: 'd', counts: levels(190, 10) },
    ]
    const compared = comparedParts(parts, counting, 0.05)
    expect(compared.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(compared[1]?.differs).toBe('below')
    expect(compared[2]).toMatchObject({ figure: { state: 'hidden' }, test: null, differs: null })
    expect(compared.filter(({ figure }) => figure.state === 'hidden').length).toBeGreaterThan(1)
  })
})
