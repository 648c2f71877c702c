import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts'
import { hiddenInTree } from '../../statistics/disclosure.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { addCounts, type LevelCounts, noCounts, satisfiedOf, totalOf } from '../../statistics/level-counts.ts'
import { withThoseBelow } from '../../statistics/level-disclosure.ts'
import { twoProportions } from '../../statistics/two-proportions.ts'
import { type ShareFigure, shareFigure } from '../rating-figure.ts'

/** One part of what was counted, as it may be printed. */
export interface BreakdownLine {
  id: string
  figure: ShareFigure
  /** Differs from all the other parts together by more than chance; null where that cannot be said. */
  differs: boolean | null
}

/** `counts` without those of the parts below it. */
export interface Part {
  id: string
  parentId?: string
  counts: LevelCounts
}

/** Of lines compared with the rest, at most this part stands out by chance. */
const FALSE_DISCOVERIES = 0.05
const WHOLE = '*'

/**
 * Parts of a sum that is shown, in the order given. `isHidden`: the sum itself may not be shown, and then none of them.
 * No part with fewer than `minimumN` is shown, nor as many others as would give it away.
 */
export function brokenDown(
  parts: readonly Part[],
  definition: Pick<IndexDefinition, 'satisfiedLevels' | 'minimumN'>,
  isHidden = false,
): BreakdownLine[] {
  const tree = [
    { id: WHOLE, parentId: null, own: noCounts },
    ...parts.map(({ id, parentId = WHOLE, counts }) => ({ id, parentId, own: counts })),
  ]
  const hidden = hiddenInTree(
    tree.map((line) => ({ ...line, own: totalOf(line.own) })),
    definition.minimumN,
  )
  const sums = withThoseBelow(tree)
  const lines = parts.map(({ id }) => {
    const counts = sums.get(id) ?? noCounts
    return { id, counts, figure: shareFigure(counts, definition, isHidden || hidden.has(id)) }
  })
  const differing = standingOut(lines, sums.get(WHOLE) ?? noCounts, definition)
  return lines.map(({ id, figure }) => ({ id, figure, differs: differing.get(id) ?? null }))
}

/** Which shown lines differ from the rest of the whole, all of them looked at together. */
function standingOut(
  lines: readonly { id: string; counts: LevelCounts; figure: ShareFigure }[],
  whole: LevelCounts,
  { satisfiedLevels }: Pick<IndexDefinition, 'satisfiedLevels'>,
): Map<string, boolean> {
  const counted = (counts: LevelCounts) => ({ k: satisfiedOf(counts, satisfiedLevels), n: totalOf(counts) })
  const all = counted(whole)
  const tests = lines.flatMap(({ id, counts, figure }) => {
    const one = counted(counts)
    const test = twoProportions(one, { k: all.k - one.k, n: all.n - one.n })
    return figure.state === 'shown' && test ? [{ id, p: test.p }] : []
  })
  const standing = benjaminiHochberg(
    tests.map(({ p }) => p),
    FALSE_DISCOVERIES,
  )
  return new Map(tests.map(({ id }, at) => [id, standing[at] ?? false]))
}

/** Sums rows into parts by a key, in the order of `ids`; keys that are not among them come last. */
export function partsBy<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  countsOf: (row: Row) => LevelCounts,
  ids: readonly string[] = [],
): Part[] {
  const sums = new Map<string, LevelCounts>(ids.map((id) => [id, noCounts]))
  for (const row of rows) {
    const id = idOf(row)
    sums.set(id, addCounts(sums.get(id) ?? noCounts, countsOf(row)))
  }
  return [...sums].map(([id, counts]) => ({ id, counts }))
}
