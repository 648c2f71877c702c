import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts'
import { hiddenLines } from '../../statistics/disclosure.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { addCounts, type LevelCounts, noCounts, satisfiedOf, totalOf } from '../../statistics/level-counts.ts'
import { twoProportions } from '../../statistics/two-proportions.ts'
import { type ShareFigure, shareFigure } from '../rating-figure.ts'

/** One part of what was counted, as it may be printed. */
export interface BreakdownLine {
  id: string
  figure: ShareFigure
  /** Differs from all the other parts together by more than chance; null where that cannot be said. */
  differs: boolean | null
}

export interface Part {
  id: string
  counts: LevelCounts
}

/** Of lines compared with the rest, at most this part stands out by chance. */
const FALSE_DISCOVERIES = 0.05

/**
 * Parts whose sum is known. `isHidden`: the sum itself may not be shown, and then none of its parts. `k`: no part with
 * fewer ratings is shown, nor as many others as would give it away.
 */
export function brokenDown(
  parts: readonly Part[],
  definition: Pick<IndexDefinition, 'satisfiedLevels' | 'minimumN'>,
  { isHidden = false, k = definition.minimumN }: { isHidden?: boolean; k?: number } = {},
): BreakdownLine[] {
  const hidden = hiddenLines(
    parts.map(({ counts }) => totalOf(counts)),
    k,
  )
  const figures = parts.map(({ counts }, at) =>
    shareFigure(counts, definition, isHidden || hidden.lines.has(at)),
  )
  const all = parts.reduce((sum, { counts }) => addCounts(sum, counts), noCounts)
  const ofCounts = (counts: LevelCounts) => ({
    k: satisfiedOf(counts, definition.satisfiedLevels),
    n: totalOf(counts),
  })
  const whole = ofCounts(all)
  const tests = parts.map(({ counts }, at) => {
    const one = ofCounts(counts)
    const rest = { k: whole.k - one.k, n: whole.n - one.n }
    return figures[at]?.state === 'shown' ? (twoProportions(one, rest)?.p ?? null) : null
  })
  const known = tests.filter((p) => p !== null)
  const standing = benjaminiHochberg(known, FALSE_DISCOVERIES)
  let nth = 0
  return parts.map(({ id }, at) => ({
    id,
    figure: figures[at] ?? { state: 'none' },
    differs: tests[at] === null ? null : (standing[nth++] ?? null),
  }))
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
