import type { ReleasedPartRow } from '#db/schema.ts'
import { hiddenLines } from '../../statistics/disclosure.ts'
import { countsInHeadline, type IndexDefinition } from '../../statistics/index-definition.ts'
import {
  addCounts,
  type LevelCounts,
  levelCountsOf,
  noCounts,
  totalOf,
} from '../../statistics/level-counts.ts'

export type PartKind = ReleasedPartRow['kind']

/** A part of a month's released ratings as a measured office may read it. */
export interface ToldPart {
  id: string
  /** null where it may not be shown. */
  n: number | null
}

/** What the ratings of a kind say, by part; only what the definition counts. */
export function countsByPart(
  rows: readonly ReleasedPartRow[],
  kind: PartKind,
  definition: IndexDefinition,
  isIn: (row: ReleasedPartRow) => boolean = () => true,
): Map<string, LevelCounts> {
  const sums = new Map<string, LevelCounts>()
  for (const row of rows) {
    if (row.kind !== kind || !countsInHeadline(definition, row.trust, row.stage) || !isIn(row)) continue
    sums.set(row.part, addCounts(sums.get(row.part) ?? noCounts, levelCountsOf(row)))
  }
  return sums
}

const isVerified = ({ trust }: ReleasedPartRow) => trust === 'verified'

/**
 * How many ratings each part has. An office reads the verified ratings and all of them apart, and knows which parts can
 * only have the one sort (no dossier, no procedure): each sort hides its own small parts and their complements, and a
 * part hidden in one is hidden.
 */
export function toldParts(
  rows: readonly ReleasedPartRow[],
  kind: PartKind,
  definition: IndexDefinition,
): ToldPart[] {
  const all = countsByPart(rows, kind, definition)
  const ids = [...all.keys()]
  const hidden = new Set<string>()
  for (const isIn of [isVerified, (row: ReleasedPartRow) => !isVerified(row)]) {
    const sort = countsByPart(rows, kind, definition, isIn)
    const ns = ids.map((id) => totalOf(sort.get(id) ?? noCounts))
    const { lines, total } = hiddenLines(ns, definition.minimumN)
    for (const [at, id] of ids.entries()) if (lines.has(at) || (total && ns[at])) hidden.add(id)
  }
  return ids.map((id) => ({ id, n: hidden.has(id) ? null : totalOf(all.get(id) ?? noCounts) }))
}

interface Divided {
  id: string
  n: number
  satisfied: number
}

/**
 * How far the odds of being unsatisfied may lie from the office's, up or down: among five people of a batch the one with
 * the worst odds is then never named with more than even odds (4 to 4 times 1; promise P4).
 */
const FARTHEST = 2

/**
 * Parts that may also say how many were satisfied, so that it helps nobody who knows who came when and for what to name
 * a person: `least` satisfied and as many unsatisfied in the part, and in what remains, neither far from the whole.
 * `parts`: those without an answer hidden as to their number, and the others in `rest`.
 */
export function partsWithShare(
  parts: readonly Divided[],
  rest: readonly Divided[],
  least: number,
): Set<string> {
  const whole = sumOf([...parts, ...rest])
  const oddsOf = ({ n, satisfied }: Omit<Divided, 'id'>) => (n - satisfied) / satisfied
  const usual = oddsOf(whole)
  const isSafe = (part: Omit<Divided, 'id'>) => {
    const isEnough = part.satisfied >= least && part.n - part.satisfied >= least
    return isEnough && oddsOf(part) <= usual * FARTHEST && oddsOf(part) >= usual / FARTHEST
  }
  const told = parts.filter(isSafe).toSorted((a, b) => b.n - a.n)
  for (;;) {
    const ids = new Set(told.map(({ id }) => id))
    const others = sumOf([...parts.filter(({ id }) => !ids.has(id)), ...rest])
    if (others.n === 0 || told.length === 0 || isSafe(others)) return ids
    told.pop()
  }
}

const sumOf = (parts: readonly Divided[]) =>
  parts.reduce((sum, { n, satisfied }) => ({ n: sum.n + n, satisfied: sum.satisfied + satisfied }), {
    n: 0,
    satisfied: 0,
  })

/** The verified ratings of each part with those satisfied among them. */
export function verifiedParts(
  rows: readonly ReleasedPartRow[],
  kind: PartKind,
  definition: IndexDefinition,
): Divided[] {
  return [...countsByPart(rows, kind, definition, isVerified)].map(([id, counts]) => ({
    ...{ id, n: totalOf(counts) },
    satisfied: definition.satisfiedLevels.reduce((sum, level) => sum + counts[level], 0),
  }))
}
