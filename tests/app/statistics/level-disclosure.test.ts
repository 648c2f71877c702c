import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEVELS, type Level, type LevelCounts, totalOf } from '#app/statistics/level-counts.ts'
import {
  maskedLevels,
  maskedLevelsInTree,
  type TreeLevels,
  withThoseBelow,
} from '#app/statistics/level-disclosure.ts'
import { countOf, rangesOf, treesOf } from './attacker.ts'

const SATISFIED = [4, 5] as const
const GROUPS: readonly (readonly Level[])[] = [[1, 2, 3], SATISFIED]

const levels = (...[one = 0, two = 0, three = 0, four = 0, five = 0]: number[]): LevelCounts => ({
  1: one,
  2: two,
  3: three,
  4: four,
  5: five,
})
const masked = (counts: LevelCounts, k = 5) => [...maskedLevels(counts, k, SATISFIED)].sort()

test('a line of enough at every level, or of none, shows all', () => {
  expect(masked(levels(5, 0, 9, 30, 60))).toEqual([])
  expect(masked(levels(0, 0, 0, 0, 0))).toEqual([])
})

test('a line of fewer than k shows none', () => {
  expect(masked(levels(0, 0, 1, 2, 1))).toEqual([1, 2, 3, 4, 5])
})

test('a small level takes the next smallest of its own group with it', () => {
  expect(masked(levels(3, 40, 20, 30, 60))).toEqual([1, 3])
  expect(masked(levels(9, 8, 7, 2, 60))).toEqual([4, 5])
  expect(masked(levels(2, 3, 40, 30, 60))).toEqual([1, 2, 3])
  expect(masked(levels(4, 4, 0, 30, 60))).toEqual([1, 2])
})

test('a level of none is masked only where the others do not suffice', () => {
  expect(masked(levels(3, 0, 9, 30, 60))).toEqual([1, 3])
  expect(masked(levels(3, 0, 0, 30, 60))).toEqual([1, 2, 3])
  expect(masked(levels(0, 0, 0, 3, 0, 0))).toEqual([1, 2, 3, 4, 5])
  expect(masked(levels(9, 0, 9, 0, 3))).toEqual([4, 5])
})

test('where everybody chose the same unsatisfied level it is masked, a unanimous satisfied one is not', () => {
  expect(masked(levels(12, 0, 0, 0, 0))).toEqual([1, 2, 3])
  expect(masked(levels(0, 0, 0, 0, 12))).toEqual([])
})

test('which levels are satisfied is the index definition’s word', () => {
  expect([...maskedLevels(levels(20, 20, 3, 20, 20), 5, [3, 4, 5])].sort()).toEqual([3, 4])
})

/** Every way to share `sum` among `parts`. */
function* shares(sum: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [sum]
  else for (let n = 0; n <= sum; n++) for (const rest of shares(sum - n, parts - 1)) yield [n, ...rest]
}

/** The narrowest range of a masked level for somebody who tries every group that fits what is shown. */
function narrowestInLine(counts: LevelCounts, hidden: ReadonlySet<Level>): number {
  const widths = GROUPS.map((group) => {
    const inGroup = group.filter((level) => hidden.has(level))
    const sum = inGroup.reduce((all, level) => all + counts[level], 0)
    if (inGroup.length === 0) return Infinity
    const least = inGroup.length < group.length ? 1 : 0
    const first = [...shares(sum, inGroup.length)]
      .filter((share) => share.every((n) => n >= least))
      .map((share) => share[0] ?? 0)
    const width = Math.max(...first) - Math.min(...first)
    return inGroup.length === group.length && width === sum ? Infinity : width
  })
  return Math.min(...widths)
}

const someLevels = fc
  .tuple(countOf, countOf, countOf, countOf, countOf)
  .map((counts) => levels(...counts.map((n) => (n > 30 ? n - 60 : n)).map(Math.abs)))

test('in a random line no masked level can be placed in a range narrower than 5, or than its group', () => {
  fc.assert(
    fc.property(someLevels, fc.constantFrom(5, 10), (counts, k) => {
      const hidden = maskedLevels(counts, k, SATISFIED)
      for (const level of LEVELS)
        if (0 < counts[level] && counts[level] < k) expect([...hidden]).toContain(level)
      if (totalOf(counts) >= k) expect(narrowestInLine(counts, hidden)).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 2000 },
  )
})

test('the same attack breaks a line in which only the small levels are masked', () => {
  const onlySmall = (counts: LevelCounts) =>
    new Set(LEVELS.filter((level) => 0 < counts[level] && counts[level] < 5))
  const lines = fc.sample(someLevels, 500).filter((counts) => totalOf(counts) >= 5)
  expect(lines.filter((counts) => narrowestInLine(counts, onlySmall(counts)) < 5).length).toBeGreaterThan(100)
})

type Masks = ReadonlyMap<string, ReadonlySet<Level>>

/** How far below the promised width a masked small level of a tree falls; 0 when none does. */
function shortfall(places: readonly TreeLevels[], masks: Masks): number {
  const totals = withThoseBelow(places)
  const shows = (id: string, level: Level) => !masks.get(id)?.has(level)
  const unseen = (id: string, group: readonly Level[]): number =>
    places
      .filter((place) => place.parentId === id && !group.every((level) => shows(place.id, level)))
      .reduce(
        (sum, child) => sum + unseen(child.id, group),
        group.reduce((sum, level) => sum + (places.find((p) => p.id === id)?.own[level] ?? 0), 0),
      )
  const gaps = GROUPS.flatMap((group) =>
    group.flatMap((level) => {
      const ranges = rangesOf(
        places.map(({ id, parentId, own }) => ({
          id,
          parentId,
          shown: shows(id, level) ? (totals.get(id)?.[level] ?? 0) : null,
          least: 0,
          own: [0, group.reduce((sum, one) => sum + own[one], 0)],
        })),
      )
      return places.map(({ id }) => {
        const count = totals.get(id)?.[level] ?? 0
        if (shows(id, level) || count === 0 || count >= 5) return 0
        const { low, high } = ranges.get(id) ?? { low: 0, high: 0 }
        return Math.max(0, Math.min(5, unseen(id, group)) - (high - low))
      })
    }),
  )
  return Math.max(0, ...gaps)
}

const treesOfLevels = treesOf(someLevels, 9)

test('in a random tree no small level can be had from the lines above, below and beside it', () => {
  let withMasks = 0
  fc.assert(
    fc.property(treesOfLevels, (places) => {
      const masks = maskedLevelsInTree(places, 5, SATISFIED)
      for (const [id, counts] of withThoseBelow(places))
        for (const level of LEVELS)
          if (0 < counts[level] && counts[level] < 5) expect([...(masks.get(id) ?? [])]).toContain(level)
      if ([...masks.values()].some((mask) => mask.size > 0 && mask.size < 5)) withMasks++
      expect(shortfall(places, masks)).toBe(0)
    }),
    { numRuns: 1500 },
  )
  expect(withMasks).toBeGreaterThan(300)
})

test('the same attack breaks a tree in which every line is masked by itself', () => {
  const alone = (places: readonly TreeLevels[]) =>
    new Map([...withThoseBelow(places)].map(([id, counts]) => [id, maskedLevels(counts, 5, SATISFIED)]))
  const broken = fc.sample(treesOfLevels, 300).filter((places) => shortfall(places, alone(places)) > 0)
  expect(broken.length).toBeGreaterThan(50)
})

test('two wards hide their small groups behind each other, the city shows its own', () => {
  const place = (id: string, own: LevelCounts, parentId: string | null = 'city') => ({ id, parentId, own })
  const masks = maskedLevelsInTree(
    [
      place('city', levels(), null),
      place('a', levels(2, 4, 9, 30, 60)),
      place('b', levels(7, 6, 8, 40, 50)),
      place('c', levels(30, 30, 30, 40, 50)),
    ],
    5,
    SATISFIED,
  )
  expect(Object.fromEntries([...masks].map(([id, mask]) => [id, [...mask]]))).toEqual({
    city: [],
    a: [1, 2, 3],
    b: [1, 2, 3],
    c: [],
  })
})

test('a line whose n is hidden shows no level, not even those nobody chose', () => {
  const places = [
    { id: 'city', parentId: null, own: levels(30, 30, 30, 30, 30) },
    { id: 'a', parentId: 'city', own: levels(0, 0, 0, 3, 0) },
  ]
  expect(maskedLevelsInTree(places, 5, SATISFIED).get('a')).toEqual(new Set(LEVELS))
})

test('a line hidden for the sake of a smaller one is not given away by the levels of the others', () => {
  const places = [
    { id: 'city', parentId: null, own: levels() },
    { id: 'small', parentId: 'city', own: levels(0, 0, 0, 0, 3) },
    { id: 'beside', parentId: 'city', own: levels(0, 8, 8, 0, 0) },
    { id: 'large', parentId: 'city', own: levels(20, 20, 20, 20, 20) },
  ]
  const masks = maskedLevelsInTree(places, 5, SATISFIED)
  expect(masks.get('beside')).toEqual(new Set(LEVELS))
  expect(masks.get('large')).toContain(3)
})
