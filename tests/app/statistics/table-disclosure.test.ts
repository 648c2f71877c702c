import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  maskedTable,
  maskOfSum,
  type TableMask,
  type TableRules,
  withTotal,
} from '#app/statistics/table-disclosure.ts'
import { type TableLine, tableLines } from '#app/statistics/table-lines.ts'
import { countOf } from './attacker.ts'
import { RangeSolver } from './range-solver.ts'
import { narrowCells } from './table-auditor.ts'

const LEVELS: TableRules = {
  k: 5,
  groups: [
    [0, 1, 2],
    [3, 4],
  ],
  negative: [0, 1, 2],
}
const line = (id: string, own: number[], parentId: string | null = null): TableLine => ({ id, parentId, own })

/** `(3)` for a masked cell, `*` before a hidden line. */
function shown(lines: readonly TableLine[], rules: TableRules): string[] {
  const mask = maskedTable(lines, rules)
  return [...tableLines(lines).values()].map(({ id, counts }) => {
    const cells = counts.map((count, at) => (mask.cells.get(id)?.has(at) ? `(${count})` : `${count}`))
    return `${mask.lines.has(id) ? '*' : ''}${id} ${cells.join(' ')}`
  })
}

test('a table of enough everywhere shows all, zeros too', () => {
  expect(shown(withTotal([line('a', [5, 0, 9, 30, 60]), line('b', [0, 0, 0, 0, 0])]), LEVELS)).toEqual([
    'a 5 0 9 30 60',
    'b 0 0 0 0 0',
    'total 5 0 9 30 60',
  ])
})

test('a small option takes the next smallest of its line and of its columns with it', () => {
  const lines = withTotal([
    line('a', [3, 40, 20, 30, 60]),
    line('b', [17, 16, 18, 40, 50]),
    line('c', [30, 31, 32, 40, 50]),
  ])
  expect(shown(lines, LEVELS)).toEqual([
    'a (3) 40 (20) 30 60',
    'b (17) 16 (18) 40 50',
    'c 30 31 32 40 50',
    'total 50 87 70 110 160',
  ])
})

test('a line of fewer than k is hidden whole, with the smallest other', () => {
  const lines = withTotal([line('a', [1, 2, 0]), line('b', [20, 20, 20]), line('c', [30, 30, 30])])
  expect(shown(lines, { k: 5 })).toEqual([
    '*a (1) (2) (0)',
    '*b (20) (20) (20)',
    'c 30 30 30',
    'total 51 52 50',
  ])
})

test('where everybody chose one negative option no option of the line is shown', () => {
  const rules = { k: 5, negative: [0, 1, 2] }
  expect(shown([line('a', [0, 12, 0, 0, 0])], rules)).toEqual(['a (0) (12) (0) (0) (0)'])
  expect(shown([line('a', [0, 0, 0, 0, 12])], rules)).toEqual(['a 0 0 0 0 12'])
  expect(shown([line('a', [0, 12, 0, 0, 0])], LEVELS)).toEqual(['a (0) (12) (0) 0 0'])
})

test('a parent is counted from its children, and what it counts itself is protected as a line', () => {
  const lines = [line('hall', [40, 41, 2]), line('a', [30, 30, 30], 'hall'), line('b', [20, 20, 20], 'hall')]
  expect(shown(lines, { k: 5 })).toEqual([
    'a 30 30 30',
    'b (20) 20 (20)',
    'hall 90 91 52',
    'hall/own (40) 41 (2)',
  ])
})

test('of two options hidden together one is not known from the other', () => {
  expect(shown([line('a', [2, 3, 40])], { k: 5 })).toEqual(['a (2) (3) (40)'])
  expect(shown([line('a', [2, 3, 0, 40])], { k: 5, groups: [[0, 1, 2], [3]] })).toEqual(['a (2) (3) (0) 40'])
})

test('in public and by counter the limit is 10', () => {
  expect(shown([line('a', [9, 40, 50])], { k: 10 })).toEqual(['a (9) (40) 50'])
  expect(shown([line('a', [9, 0, 0])], { k: 10 })).toEqual(['*a (9) (0) (0)'])
})

test('a sum shows only what can be reckoned from its parts', () => {
  const now = maskedTable([line('a', [3, 20, 30])], { k: 5 })
  const before = maskedTable([line('a', [9, 20, 3]), line('b', [1, 0, 0])], { k: 5 })
  const sum = maskOfSum([now, before])
  expect(sum.cells.get('a')).toEqual(new Set([0, 1, 2]))
  expect(sum.lines).toEqual(new Set(['b']))
})

/** A total, up to two fields below it, and lines below either. */
const someShape = fc.array(fc.constantFrom('total', 'field-1', 'field-2'), { minLength: 1, maxLength: 6 })
const someTable = fc
  .record({ shape: someShape, options: fc.integer({ min: 2, max: 5 }) })
  .chain(({ shape, options }) => {
    const period = fc.array(fc.array(countOf, { minLength: options, maxLength: options }), {
      minLength: shape.length,
      maxLength: shape.length,
    })
    const parents = [...new Set(shape.filter((parent) => parent !== 'total'))]
    const lines = (counts: number[][]): TableLine[] => [
      line('total', Array<number>(options).fill(0)),
      ...parents.map((id) => line(id, Array<number>(options).fill(0), 'total')),
      ...shape.map((parent, at) => line(`line-${at}`, counts[at] ?? [], parent)),
    ]
    return fc.tuple(period, period).map((periods) => periods.map(lines))
  })

const someRules = (options: number): fc.Arbitrary<TableRules> => {
  const all = Array.from({ length: options }, (_, at) => at)
  const groups = options < 4 ? undefined : [all.slice(0, options - 2), all.slice(options - 2)]
  return fc
    .record({
      k: fc.constantFrom(5, 10),
      groups: fc.constantFrom(undefined, groups),
      negative: fc.constant([0]),
    })
    .map(({ groups: chosen, ...rest }) => (chosen ? { ...rest, groups: chosen } : rest))
}

const someCase = someTable.chain((periods) =>
  fc.record({ periods: fc.constant(periods), rules: someRules(periods[0]?.[0]?.own.length ?? 0) }),
)

const published = (periods: readonly TableLine[][], rules: TableRules) =>
  periods.map((lines) => ({ lines, mask: maskedTable(lines, rules) }))

const partly = (mask: TableMask) =>
  [...mask.cells.values()].some(({ size }) => size > 0) &&
  [...mask.cells.values()].some(({ size }) => size === 0)

test('2,000 random tables with fields, total and the previous period: no hidden count in a range narrower than 5', () => {
  let withMasks = 0
  fc.assert(
    fc.property(someCase, ({ periods, rules }) => {
      const tables = published(periods, rules)
      if (tables.some(({ mask }) => partly(mask))) withMasks++
      expect(narrowCells(tables, maskOfSum(tables.map(({ mask }) => mask)), rules)).toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(withMasks).toBeGreaterThan(600)
}, 120_000)

test('every count below k is hidden, and no zero unless its line shows no option of the group', () => {
  fc.assert(
    fc.property(someCase, ({ periods, rules }) => {
      for (const { lines, mask } of published(periods, rules))
        for (const { id, counts } of tableLines(lines).values())
          for (const group of rules.groups ?? [counts.map((_count, at) => at)])
            for (const option of group) {
              const count = counts[option] ?? 0
              const isHidden = mask.cells.get(id)?.has(option) ?? false
              if (0 < count && count < rules.k) expect(isHidden).toBe(true)
              if (count === 0 && isHidden)
                expect(group.every((one) => mask.cells.get(id)?.has(one))).toBe(true)
            }
    }),
  )
})

/** What is left of a mask when nothing is hidden for the sake of others. */
function onlySmall(lines: readonly TableLine[], { k }: TableRules): TableMask {
  const all = [...tableLines(lines).values()]
  const n = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const isSmall = (count: number) => 0 < count && count < k
  const small = new Set(all.filter(({ counts }) => isSmall(n(counts))).map(({ id }) => id))
  const cells = all.map(({ id, counts }): [string, Set<number>] => [
    id,
    new Set(counts.flatMap((count, at) => (small.has(id) || isSmall(count) ? [at] : []))),
  ])
  return { lines: small, cells: new Map(cells) }
}

test('without complementary masking the same audit fails', () => {
  const rules = { k: 5 }
  const broken = fc.sample(someTable, { seed: 1, numRuns: 300 }).filter((periods) => {
    const tables = periods.map((lines) => ({ lines, mask: onlySmall(lines, rules) }))
    return narrowCells(tables, null, rules).length > 0
  })
  expect(broken.length).toBeGreaterThan(200)
})

test('a sum of two periods that is masked by itself alone fails it too', () => {
  const rules = { k: 5 }
  const broken = fc.sample(someTable, { seed: 2, numRuns: 300 }).filter(([before = [], now = []]) => {
    const tables = published([before, now], rules)
    const sums = before.map((one, at) => ({ ...one, own: one.own.map((n, i) => n + (now[at]?.own[i] ?? 0)) }))
    return narrowCells(tables, maskedTable(sums, rules), rules).length > 0
  })
  expect(broken.length).toBeGreaterThan(30)
})

test('the same counts give the same mask, in whatever order', () => {
  fc.assert(
    fc.property(someCase, ({ periods: [lines = []], rules }) => {
      const mask = maskedTable(lines, rules)
      const again = maskedTable(lines.toReversed(), rules)
      expect(new Set(again.lines)).toEqual(new Set(mask.lines))
      for (const [id, cells] of mask.cells) expect(again.cells.get(id)).toEqual(cells)
    }),
  )
})

test('the auditor itself: what follows from sums it finds, and no more', () => {
  const solver = new RangeSolver([
    { of: [0, 1], sum: 10 },
    { of: [2, 3], sum: 4 },
    { of: [0, 2], sum: 9 },
    { of: [1, 3], sum: 5 },
    { of: [3], sum: 1, atLeast: true },
  ])
  expect(solver.width([0])).toBeCloseTo(3, 9)
  expect(solver.width([0, 1])).toBeCloseTo(0, 9)
  expect(
    () =>
      new RangeSolver([
        { of: [0], sum: 1 },
        { of: [0], sum: 2, atLeast: true },
      ]),
  ).toThrow()
})
