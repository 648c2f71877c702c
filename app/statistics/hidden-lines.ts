/** One line of a table whose lines form a tree; `own` holds its counts without the lines below it. */
export interface Line {
  readonly id: string
  readonly parentId: string | null
  readonly own: readonly number[]
}

interface Branch {
  readonly id: string
  readonly own: readonly number[]
  readonly below: readonly Branch[]
  /** What the line shows: its own counts and everything below, raw, whatever the lines below may show. */
  readonly total: readonly number[]
  /** Their sum. */
  readonly n: number
}

/** What remains of a shown line when the nearest shown lines below it are taken off: its own counts and hidden lines. */
export interface Unseen {
  readonly rest: readonly number[]
  /** Each hidden line: what of the rest lies in it, and whether nothing but its own counts does. */
  readonly hidden: readonly { mass: readonly number[]; isEnd: boolean }[]
  readonly shown: readonly Branch[]
}

export interface HidingRule {
  /** Whether a line must be hidden whatever the others show. */
  isSmall(line: { id: string; total: readonly number[] }): boolean
  /** Whether the rest tells too little about each hidden line in it. */
  isVague(unseen: Unseen): boolean
}

/**
 * Hides small lines and then, from the bottom up, the next smallest beside or below them, or at last the line
 * above, until no rest tells too much. Lines with nothing to count stay. The same lines give the same answer.
 */
export function hideLines(lines: readonly Line[], rule: HidingRule): Set<string> {
  const hidden = new Set<string>()
  for (const root of branchesOf(lines)) settle(root, rule, hidden)
  return hidden
}

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((count, at) => count + (b[at] ?? 0))

function settle(branch: Branch, rule: HidingRule, hidden: Set<string>): void {
  for (const below of branch.below) settle(below, rule, hidden)
  if (branch.n === 0) return
  while (!hidden.has(branch.id)) {
    const unseen = unseenOf(branch, hidden)
    if (rule.isSmall(branch)) hidden.add(branch.id)
    else if (unseen.hidden.length === 0 || rule.isVague(unseen)) return
    else hideFrom(smallest(unseen.shown) ?? branch, hidden)
  }
}

/** A line that is the sum of shown ones stays known when it is hidden, so the smallest below goes with it. */
function hideFrom(branch: Branch, hidden: Set<string>): void {
  hidden.add(branch.id)
  const { rest, shown } = unseenOf(branch, hidden)
  const next = smallest(shown)
  if (next && sumOf(rest) === 0) hideFrom(next, hidden)
}

function unseenOf(branch: Branch, hidden: ReadonlySet<string>): Unseen {
  const below = branch.below.filter((line) => line.n > 0)
  const inside = below
    .filter((line) => hidden.has(line.id))
    .map((line) => {
      const unseen = unseenOf(line, hidden)
      const isEnd = unseen.hidden.length === 0 && unseen.shown.length === 0
      return { unseen, line: { mass: unseen.rest, isEnd } }
    })
  return {
    rest: inside.reduce((rest, { line }) => plus(rest, line.mass), branch.own),
    hidden: inside.flatMap(({ unseen, line }) => [line, ...unseen.hidden]),
    shown: [...below.filter((line) => !hidden.has(line.id)), ...inside.flatMap(({ unseen }) => unseen.shown)],
  }
}

function smallest(branches: readonly Branch[]): Branch | undefined {
  let least: Branch | undefined
  for (const branch of branches) {
    if (!least || branch.n < least.n || (branch.n === least.n && branch.id < least.id)) least = branch
  }
  return least
}

/** The roots with what hangs below them; a line whose parent is not among the lines is a root. */
function branchesOf(lines: readonly Line[]): Branch[] {
  const ids = new Set(lines.map((line) => line.id))
  const byParent = Map.groupBy(lines, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null))
  const grow = (line: Line): Branch => {
    const below = (byParent.get(line.id) ?? []).map(grow)
    const total = below.reduce((sum, branch) => plus(sum, branch.total), line.own)
    return { id: line.id, own: line.own, below, total, n: sumOf(total) }
  }
  return (byParent.get(null) ?? []).map(grow)
}
