import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { hiddenLines } from '../statistics/disclosure.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { addCounts, type LevelCounts, noCounts, satisfiedOf, totalOf } from '../statistics/level-counts.ts'
import { type TwoProportions, twoProportions } from '../statistics/two-proportions.ts'
import { type ShareFigure, shareFigure } from './rating-figure.ts'

type Counting = Pick<IndexDefinition, 'satisfiedLevels' | 'minimumN'>

/** Two groups of ratings that add up to something shown, and whether they differ by more than chance. */
export interface ComparedPair {
  first: ShareFigure
  second: ShareFigure
  /** null where one of the two is not shown or has no ratings. */
  test: TwoProportions | null
}

export function comparedPair(first: LevelCounts, second: LevelCounts, counting: Counting): ComparedPair {
  const { lines, total } = hiddenLines([totalOf(first), totalOf(second)], counting.minimumN)
  const figures = [first, second].map((counts, at) =>
    shareFigure(counts, counting, total || lines.has(at)),
  ) as [ShareFigure, ShareFigure]
  return { first: figures[0], second: figures[1], test: testOf(...figures) }
}

function testOf(a: ShareFigure, b: ShareFigure): TwoProportions | null {
  if (a.state !== 'shown' || b.state !== 'shown') return null
  return twoProportions({ k: a.satisfied, n: a.n }, { k: b.satisfied, n: b.n })
}

/** One part of all ratings against all the others. */
export interface ComparedPart {
  id: string
  figure: ShareFigure
  test: TwoProportions | null
  /** Marked when all parts are looked at together (Benjamini-Hochberg). */
  differs: 'below' | 'above' | null
}

/** Each part against the rest, in the order given; what is small, or would give it away, shows nothing. */
export function comparedParts(
  parts: readonly { id: string; counts: LevelCounts }[],
  counting: Counting,
  falseMarks: number,
): ComparedPart[] {
  const ns = parts.map(({ counts }) => totalOf(counts))
  const hidden = hiddenLines(ns, counting.minimumN)
  const all = parts.map(({ counts }) => counts).reduce(addCounts, noCounts)
  const satisfied = (counts: LevelCounts) => satisfiedOf(counts, counting.satisfiedLevels)
  const compared = parts.map(({ id, counts }, at) => {
    const figure = shareFigure(counts, counting, hidden.total || hidden.lines.has(at))
    const n = totalOf(counts)
    const rest = { k: satisfied(all) - satisfied(counts), n: totalOf(all) - n }
    const test = figure.state === 'shown' ? twoProportions({ k: figure.satisfied, n }, rest) : null
    return { id, figure, test }
  })
  const marks = benjaminiHochberg(
    compared.flatMap(({ test }) => test?.p ?? []),
    falseMarks,
  )
  let tested = 0
  return compared.map((part) => {
    const isMarked = part.test !== null && marks[tested++] === true
    const side = (part.test?.difference ?? 0) < 0 ? 'below' : 'above'
    return { ...part, differs: isMarked ? side : null }
  })
}
