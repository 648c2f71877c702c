import { hiddenInTree, NARROWEST_RANGE } from './disclosure.ts'
import { hideLines, sumOf, type Unseen } from './hidden-lines.ts'
import {
  addCounts,
  LEVELS,
  type Level,
  type LevelCounts,
  noCounts,
  satisfiedOf,
  totalOf,
} from './level-counts.ts'

export interface TreeLevels {
  readonly id: string
  readonly parentId: string | null
  /** Counted at this place itself, without the places below. */
  readonly own: LevelCounts
}

/**
 * Which levels of a line that stands alone may not show their count. Its n and satisfied are shown, so each of
 * the two groups of levels has a known sum and is masked by itself: levels with 1 to `k`-1, then the next
 * smallest until two or more with at least `k` are masked, or the whole group. Fewer than `k` ratings show none.
 */
export function maskedLevels(counts: LevelCounts, k: number, satisfied: readonly Level[]): Set<Level> {
  const n = totalOf(counts)
  if (0 < n && n < k) return new Set(LEVELS)
  return new Set(groupsOf(satisfied).flatMap((group) => maskedInGroup(counts, group, k, satisfied)))
}

function maskedInGroup(counts: LevelCounts, group: Level[], k: number, satisfied: readonly Level[]): Level[] {
  if (isUnanimousNo(counts, satisfied)) return satisfiedOf(counts, group) > 0 ? group : []
  const small = group.filter((level) => isSmall(counts[level], k)).length
  if (small === 0) return []
  const size = (level: Level) => counts[level] || Number.MAX_SAFE_INTEGER
  const smallestFirst = group.toSorted((a, b) => size(a) - size(b))
  for (let masked = small; masked < group.length; masked++) {
    const levels = smallestFirst.slice(0, masked)
    // As long as a 0 beside them is shown, each masked level is known to have at least 1.
    if (satisfiedOf(counts, levels) >= Math.max(k, masked + NARROWEST_RANGE)) return levels
  }
  return group
}

/**
 * The same for a tree of lines, where a masked level could also be had by taking other lines from the one
 * above: a line shows a group of levels as a whole or not at all. `withoutN`: lines whose number is hidden.
 */
export function maskedLevelsInTree(
  places: readonly TreeLevels[],
  k: number,
  satisfied: readonly Level[],
  withoutN: ReadonlySet<string> = hiddenInTree(
    places.map((place) => ({ ...place, own: totalOf(place.own) })),
    k,
  ),
): Map<string, Set<Level>> {
  const totals = withThoseBelow(places)
  const masked = new Map(places.map(({ id }) => [id, new Set<Level>(withoutN.has(id) ? LEVELS : [])]))
  for (const group of groupsOf(satisfied)) {
    const lines = places.map((place) => ({ ...place, own: group.map((level) => place.own[level]) }))
    const mustHide = (id: string) =>
      withoutN.has(id) || maskedInGroup(totals.get(id) ?? noCounts, group, k, satisfied).length > 0
    for (const id of hideLines(lines, { isSmall: ({ id }) => mustHide(id), isVague }))
      for (const level of group) masked.get(id)?.add(level)
  }
  return masked
}

/** Every place's counts together with those of the places below it. */
export function withThoseBelow(places: readonly TreeLevels[]): Map<string, LevelCounts> {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]))
  const totals = new Map<string, LevelCounts>()
  for (const { id, own } of places)
    for (let at: string | null | undefined = id; at; at = parents.get(at))
      totals.set(at, addCounts(totals.get(at) ?? noCounts, own))
  return totals
}

/**
 * A line's count of a level has the range of a cell in a table of two by two with known margins, whose width is
 * the smallest margin: the line's group, the level in the rest, and what the rest has beside each. A group of
 * fewer than 5 has at most its own width.
 */
function isVague({ rest, hidden }: Unseen): boolean {
  const all = sumOf(rest)
  return hidden.every(({ mass }) => {
    const inLine = sumOf(mass)
    const width = Math.min(NARROWEST_RANGE, inLine)
    const levels = rest.filter((count) => count > 0)
    return all - inLine >= width && levels.every((count) => Math.min(count, all - count) >= width)
  })
}

/** The levels of which only the sum is shown: satisfied, and with n therefore the others. */
function groupsOf(satisfied: readonly Level[]): Level[][] {
  return [LEVELS.filter((level) => !satisfied.includes(level)), [...satisfied]]
}

const isSmall = (count: number, k: number): boolean => 0 < count && count < k

/** Everybody at one and the same unsatisfied level: to show it would say what each of them answered. */
function isUnanimousNo(counts: LevelCounts, satisfied: readonly Level[]): boolean {
  const n = totalOf(counts)
  return LEVELS.some((level) => !satisfied.includes(level) && counts[level] === n)
}
