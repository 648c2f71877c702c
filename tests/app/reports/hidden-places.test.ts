import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenPlaces, ownLine } from '#app/reports/hidden-places.ts'
import { CITY, type PlacedOffice, rolledUp } from '#app/reports/office-tree.ts'
import { addPlaceCounts, nothingCounted, type PlaceCounts } from '#app/reports/place-counts.ts'
import { noCounts, totalOf } from '#app/statistics/level-counts.ts'
import { countOf, treesOf } from '../statistics/attacker.ts'
import { splitRanges } from './split-attacker.ts'

const DEFINITION = { minimumN: 5, satisfiedLevels: [4, 5] as const }

/** Places with so many verified and other ratings of their own, all at the best level. */
interface Split {
  id: string
  parentId: string | null
  own: { verified: number; others: number }
}

function placed(splits: Split[]) {
  const places = splits.map(
    ({ id, parentId }): PlacedOffice => ({
      id,
      name: id,
      kind: 'ward',
      depth: 0,
      outside: false,
      countsInto: parentId ?? CITY,
      validFrom: '',
      validTo: '',
    }),
  )
  const counts = new Map(
    splits.map(({ id, own }): [string, PlaceCounts] => {
      const headline = { ...noCounts, 5: own.verified + own.others }
      return [id, { ...nothingCounted, headline, verified: { ...noCounts, 5: own.verified } }]
    }),
  )
  const ownOf = (id: string) => counts.get(id) ?? nothingCounted
  const totals = rolledUp(places, ownOf, nothingCounted, addPlaceCounts)
  const sizes = (id: string) => {
    const { headline, verified } = totals.get(id) ?? nothingCounted
    const n = totalOf(verified)
    return { verified: n, others: totalOf(headline) - n }
  }
  return { hidden: hiddenPlaces(places, ownOf, DEFINITION), sizes }
}

const split = (id: string, parentId: string | null, verified: number, others: number): Split => ({
  id,
  parentId,
  own: { verified, others },
})

describe('what may not be shown', () => {
  test('a small office takes another one with it, in the ratings as in the verified alone', () => {
    const { hidden } = placed([
      split('city', null, 0, 0),
      split('small', 'city', 2, 1),
      split('middle', 'city', 20, 20),
      split('large', 'city', 50, 50),
    ])
    expect([...hidden.ratings]).toEqual(['small', 'middle'])
    expect(hidden.verified).toEqual(new Set(['small', 'middle']))
  })

  test('where only the others beside the verified are few, the ratings stay and their parts are hidden', () => {
    const { hidden } = placed([
      split('city', null, 0, 0),
      split('few-others', 'city', 40, 2),
      split('middle', 'city', 20, 20),
      split('large', 'city', 50, 50),
    ])
    expect([...hidden.ratings]).toEqual([])
    expect(hidden.verified).toEqual(new Set(['few-others', 'middle']))
  })

  test('one root that is hidden is the city: its sum is not shown above it', () => {
    const { hidden } = placed([split('city', null, 0, 0), split('a', 'city', 1, 0), split('b', 'city', 0, 4)])
    expect([...hidden.ratings].sort()).toEqual(['a', 'b', 'city'])
  })

  test('of several roots a small one takes the next with it, or the sum', () => {
    const three = placed([split('a', null, 3, 0), split('b', null, 9, 0), split('c', null, 30, 0)])
    expect([...three.hidden.ratings].sort()).toEqual(['a', 'b'])
    const alone = placed([split('a', null, 3, 0), split('b', null, 0, 0)])
    expect([...alone.hidden.ratings].sort()).toEqual([CITY, 'a'].sort())
  })

  test('the few that a parent counted itself cannot be had by taking its offices off', () => {
    const { hidden } = placed([
      split('city', null, 2, 0),
      split('a', 'city', 20, 0),
      split('b', 'city', 60, 0),
    ])
    expect(hidden.ratings).toEqual(new Set(['a', ownLine('city')]))
  })
})

const someSplits = treesOf(fc.record({ verified: countOf, others: countOf }), 12)

/** The few (1 to 4) whose number can be placed in a range narrower than 5 from what is shown. */
function givenAway(splits: Split[], isHidden: (part: 'n' | 'verified', id: string) => boolean): string[] {
  const { sizes } = placed(splits)
  const isParent = (id: string) => splits.some(({ parentId }) => parentId === id)
  const all = splits.flatMap(({ id, parentId, own }) => [
    { id, parentId, ...sizes(id), isOwn: false },
    ...(isParent(id) ? [{ id: ownLine(id), parentId: id, ...own, isOwn: true }] : []),
  ])
  const ranges = splitRanges(
    all.map(({ id, parentId, verified, others, isOwn }) => ({
      ...{ id, parentId, least: isOwn ? 0 : 1 },
      n: isOwn || isHidden('n', id) ? null : verified + others,
      verified: isOwn || isHidden('verified', id) ? null : verified,
    })),
  )
  return all.flatMap(({ id, verified, others }) => {
    const known = ranges.get(id)
    const parts = { n: verified + others, verified, others }
    return (['n', 'verified', 'others'] as const).flatMap((part) => {
      const isSmall = 0 < parts[part] && parts[part] < 5
      const width = known ? known[part].high - known[part].low : Number.POSITIVE_INFINITY
      return isSmall && width < 5 ? [`${id} ${part}`] : []
    })
  })
}

test('in random trees nobody can place the few anywhere in a range narrower than 5', () => {
  let withHidden = 0
  fc.assert(
    fc.property(someSplits, (splits) => {
      const { hidden } = placed(splits)
      withHidden += hidden.verified.size > 0 ? 1 : 0
      const isHidden = (part: 'n' | 'verified', id: string) =>
        (part === 'n' ? hidden.ratings : hidden.verified).has(id)
      expect(givenAway(splits, isHidden)).toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(withHidden).toBeGreaterThan(500)
})

test('the same attack finds them where only the small parts themselves are hidden', () => {
  const broken = fc.sample(someSplits, 500).filter((splits) => {
    const { sizes } = placed(splits)
    const few = (n: number) => 0 < n && n < 5
    return givenAway(splits, (part, id) => {
      const { verified, others } = sizes(id)
      return part === 'n' ? few(verified + others) : few(verified) || few(others)
    }).length
  })
  expect(broken.length).toBeGreaterThan(50)
})
