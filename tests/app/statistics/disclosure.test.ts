import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenInTree, hiddenLines, type TreeCount } from '#app/statistics/disclosure.ts'
import { countOf, figuresOf, rangesOf, treesOf } from './attacker.ts'

const lines = (ns: readonly number[], k = 5) => {
  const hidden = hiddenLines(ns, k)
  return { lines: [...hidden.lines].sort((a, b) => a - b), total: hidden.total }
}

test('lines of enough ratings, and lines of none, are shown', () => {
  expect(lines([5, 40, 0, 12])).toEqual({ lines: [], total: false })
  expect(lines([])).toEqual({ lines: [], total: false })
  expect(lines([0, 0])).toEqual({ lines: [], total: false })
})

test('a line of fewer than k takes the next smallest with it', () => {
  expect(lines([3, 50, 40, 0])).toEqual({ lines: [0, 2], total: false })
  expect(lines([3, 3, 40])).toEqual({ lines: [0, 1, 2], total: false })
  expect(lines([3, 4, 40])).toEqual({ lines: [0, 1], total: false })
})

test('of equal lines the same one is always taken', () => {
  expect(lines([20, 3, 20, 20])).toEqual({ lines: [0, 1], total: false })
})

test('where all lines together are too few the total is hidden as well', () => {
  expect(lines([3, 0])).toEqual({ lines: [0], total: true })
  expect(lines([2, 3])).toEqual({ lines: [0, 1], total: true })
  expect(lines([4, 0, 5], 10)).toEqual({ lines: [0, 2], total: true })
})

test('for a higher k the lines hidden together have at least k', () => {
  expect(lines([3, 4, 50, 60], 10)).toEqual({ lines: [0, 1, 2], total: false })
})

/** All ways to give the hidden lines at least one each so that they add up to the rest. */
function* splits(rest: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [rest]
  else
    for (let first = 1; first <= rest - parts + 1; first++)
      for (const others of splits(rest - first, parts - 1)) yield [first, ...others]
}

test('whoever tries every split of a shown total finds no hidden line in a range narrower than 5', () => {
  const few = fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 5 })
  fc.assert(
    fc.property(few, fc.constantFrom(5, 10), (ns, k) => {
      const hidden = hiddenLines(ns, k)
      expect(ns.every((n, at) => n === 0 || n >= k || hidden.lines.has(at))).toBe(true)
      if (hidden.total || hidden.lines.size === 0) return
      const rest = [...hidden.lines].reduce((sum, at) => sum + (ns[at] ?? 0), 0)
      expect(hidden.lines.size).toBeGreaterThanOrEqual(2)
      expect(rest).toBeGreaterThanOrEqual(k)
      const first = [...splits(rest, hidden.lines.size)].map((split) => split[0] ?? 0)
      expect(Math.max(...first) - Math.min(...first)).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 2000 },
  )
})

/** The narrowest range of a hidden figure for somebody who knows that none of them is 0. */
function narrowest(
  places: readonly TreeCount[],
  hidden: ReadonlySet<string>,
  knowsWhereNoneIsTaken: boolean,
) {
  const figures = figuresOf(places)
  const ranges = rangesOf(
    places.map(({ id, parentId, own }) => ({
      id,
      parentId,
      shown: hidden.has(id) ? null : (figures.get(id) ?? null),
      least: 1,
      own: [0, knowsWhereNoneIsTaken && own === 0 ? 0 : Infinity],
    })),
  )
  const widths = [...hidden].map((id) => (ranges.get(id)?.high ?? 0) - (ranges.get(id)?.low ?? 0))
  return Math.min(...widths)
}

const someTree = treesOf(countOf, 14)

test('in a random tree no hidden figure can be placed in a range narrower than 5', () => {
  let withHidden = 0
  fc.assert(
    fc.property(someTree, fc.constantFrom(5, 10), fc.boolean(), (places, k, knowing) => {
      const hidden = hiddenInTree(places, k)
      for (const [id, n] of figuresOf(places)) if (0 < n && n < k) expect(hidden).toContain(id)
      if (hidden.size > 0) withHidden++
      expect(narrowest(places, hidden, knowing)).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 3000 },
  )
  expect(withHidden).toBeGreaterThan(500)
})

test('the same attack breaks a tree in which only the small figures are hidden', () => {
  const onlySmall = (places: readonly TreeCount[]) =>
    new Set([...figuresOf(places)].filter(([, n]) => 0 < n && n < 5).map(([id]) => id))
  const broken = fc.sample(someTree, 500).filter((places) => narrowest(places, onlySmall(places), false) < 5)
  expect(broken.length).toBeGreaterThan(50)
})

test('a figure of none stays, and the order of the places changes nothing', () => {
  fc.assert(
    fc.property(someTree, (places) => {
      const hidden = hiddenInTree(places, 5)
      for (const [id, n] of figuresOf(places)) if (n === 0) expect(hidden).not.toContain(id)
      expect([...hiddenInTree(places.toReversed(), 5)].sort()).toEqual([...hidden].sort())
    }),
  )
})

const place = (id: string, parentId: string | null, own: number): TreeCount => ({ id, parentId, own })

test('what a place counts itself is unseen, and enough of it protects a small place below', () => {
  expect(hiddenInTree([place('city', null, 30), place('ward', 'city', 3)], 5)).toEqual(new Set(['ward']))
  const one = [place('city', null, 1), place('small', 'city', 3), place('large', 'city', 60)]
  expect(hiddenInTree(one, 5)).toEqual(new Set(['small', 'large']))
})

test('a place that is the sum of shown ones is not hidden alone', () => {
  const places = [
    place('city', null, 0),
    place('small', 'city', 3),
    place('hall', 'city', 0),
    place('police', 'hall', 20),
    place('land', 'hall', 30),
    place('ward', 'city', 55),
  ]
  expect(hiddenInTree(places, 5)).toEqual(new Set(['small', 'hall', 'police']))
})

test('hiding goes on upwards when a part of the tree cannot hide its own', () => {
  const places = [
    place('city', null, 0),
    place('hall', 'city', 0),
    place('police', 'hall', 2),
    place('land', 'hall', 3),
    place('ward', 'city', 25),
    place('commune', 'city', 80),
  ]
  expect(hiddenInTree(places, 5)).toEqual(new Set(['hall', 'police', 'land', 'ward']))
})
