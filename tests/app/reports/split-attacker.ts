/** What is seen of one line: its ratings and the verified among them, null where hidden. */
export interface SeenLine {
  readonly id: string
  readonly parentId: string | null
  readonly n: number | null
  readonly verified: number | null
  /** A line of no ratings shows 0, so a hidden one has at least one; what is no line may have none. */
  readonly least: number
}

interface Range {
  low: number
  high: number
}

/** The ranges of one line: all ratings, the verified, the others. */
export type Ranges = Record<Part, Range>
type Part = 'n' | 'verified' | 'others'
const PARTS: Part[] = ['n', 'verified', 'others']

/**
 * What can be worked out by somebody who knows that every line is the sum of the lines below it and that ratings
 * are verified or not: every such sum is narrowed in both directions until nothing moves.
 */
export function splitRanges(lines: readonly SeenLine[]): Map<string, Ranges> {
  const ranges = new Map(lines.map((line) => [line.id, seen(line)]))
  const of = (id: string) => ranges.get(id) ?? seen({ id, parentId: null, n: null, verified: null, least: 0 })
  const sums = lines.flatMap((line) => {
    const { n, verified, others } = of(line.id)
    const below = lines.filter(({ parentId }) => parentId === line.id).map(({ id }) => of(id))
    const byPart = below.length > 0 ? PARTS.map((part) => [of(line.id)[part], below.map((b) => b[part])]) : []
    return [[n, [verified, others]], ...byPart] as [Range, Range[]][]
  })
  for (let moved = true; moved; ) moved = sums.map(([whole, parts]) => narrow(whole, parts)).includes(true)
  return ranges
}

function seen({ n, verified, least }: SeenLine): Ranges {
  const exact = (value: number | null, low: number): Range => ({
    low: value ?? low,
    high: value ?? Number.POSITIVE_INFINITY,
  })
  return { n: exact(n, least), verified: exact(verified, 0), others: exact(null, 0) }
}

function narrow(whole: Range, parts: Range[]): boolean {
  const total = (end: keyof Range) => parts.reduce((sum, part) => sum + part[end], 0)
  let moved = tighten(whole, total('low'), total('high'))
  for (const part of parts) {
    const others = parts.filter((other) => other !== part)
    const sum = (end: keyof Range) => others.reduce((all, other) => all + other[end], 0)
    moved = tighten(part, whole.low - sum('high'), whole.high - sum('low')) || moved
  }
  return moved
}

function tighten(range: Range, low: number, high: number): boolean {
  const moved = low > range.low || high < range.high
  range.low = Math.max(range.low, low)
  range.high = Math.min(range.high, high)
  return moved
}
