/** Numbers from first to last, both included. */
export interface NumberRange {
  readonly first: number
  readonly last: number
}

/** Which of a device's numbers have come: all up to `highest` but those in gaps, which lie apart and in order. */
export interface NumbersSeen<Gap extends NumberRange = NumberRange> {
  readonly highest: number
  readonly gaps: readonly Gap[]
}

/** A number has come: what it skipped is a new gap, what it fills is none any more. */
export function withNumber<Gap extends NumberRange>(
  seen: NumbersSeen<Gap>,
  number: number,
  open: (range: NumberRange) => Gap,
): NumbersSeen<Gap> {
  if (number > seen.highest) {
    const { gaps } = withAnnounced(seen, number - 1, open)
    return { highest: number, gaps }
  }
  const filled = seen.gaps.find(({ first, last }) => first <= number && number <= last)
  if (!filled) return seen
  const parts = [
    { ...filled, last: number - 1 },
    { ...filled, first: number + 1 },
  ].filter(({ first, last }) => first <= last)
  return { ...seen, gaps: seen.gaps.flatMap((gap) => (gap === filled ? parts : [gap])) }
}

/** The device says that it has given out numbers up to `last`: those that have not come are a gap until they do. */
export function withAnnounced<Gap extends NumberRange>(
  seen: NumbersSeen<Gap>,
  last: number,
  open: (range: NumberRange) => Gap,
): NumbersSeen<Gap> {
  if (last <= seen.highest) return seen
  return { highest: last, gaps: [...seen.gaps, open({ first: seen.highest + 1, last })] }
}

/** The part of the gaps before that is no gap after: numbers that have come meanwhile. */
export function filledBetween<Gap extends NumberRange>(
  before: readonly Gap[],
  after: readonly NumberRange[],
): Gap[] {
  return after.reduce<Gap[]>(
    (filled, { first, last }) =>
      filled.flatMap((gap) =>
        gap.last < first || last < gap.first
          ? [gap]
          : [
              { ...gap, last: Math.min(gap.last, first - 1) },
              { ...gap, first: Math.max(gap.first, last + 1) },
            ].filter((part) => part.first <= part.last),
      ),
    [...before],
  )
}

export const countOf = (ranges: readonly NumberRange[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
