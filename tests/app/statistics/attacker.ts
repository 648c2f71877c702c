import fc from 'fast-check'

/** What somebody who sees all that is shown knows of one place of a tree. */
export interface Known {
  readonly id: string
  readonly parentId: string | null
  /** Null when hidden. */
  readonly shown: number | null
  /** The least a hidden figure can be. */
  readonly least: number
  readonly own: readonly [low: number, high: number]
}

/** The range each figure can have, by narrowing every sum of the tree in both directions until nothing moves. */
export function rangesOf(places: readonly Known[]): Map<string, { low: number; high: number }> {
  const ranges = new Map(
    places.map(({ id, shown, least }) => [id, { low: shown ?? least, high: shown ?? Infinity }]),
  )
  const range = (id: string) => ranges.get(id) ?? { low: 0, high: Infinity }
  for (let moved = true; moved; ) {
    moved = false
    const narrow = (id: string, low: number, high: number) => {
      const known = range(id)
      if (low <= known.low && high >= known.high) return
      ranges.set(id, { low: Math.max(low, known.low), high: Math.min(high, known.high) })
      moved = true
    }
    for (const { id, own } of places) {
      const below = places.filter((place) => place.parentId === id).map((place) => place.id)
      const lowest = below.reduce((sum, child) => sum + range(child).low, own[0])
      const highest = below.reduce((sum, child) => sum + range(child).high, own[1])
      narrow(id, lowest, highest)
      for (const child of below) {
        const others = own[1] + below.filter((c) => c !== child).reduce((sum, c) => sum + range(c).high, 0)
        narrow(child, range(id).low - others, range(id).high - (lowest - range(child).low))
      }
    }
  }
  return ranges
}

/** Trees of up to `most` places, any shape, the first one the root. */
export function treesOf<Own>(own: fc.Arbitrary<Own>, most: number) {
  return fc.array(fc.record({ under: fc.nat(), own }), { minLength: 1, maxLength: most }).map((places) =>
    places.map((place, at) => ({
      id: `p${at}`,
      parentId: at === 0 ? null : `p${place.under % at}`,
      own: place.own,
    })),
  )
}

/** Counts as offices have them: many none or few, some many. */
export const countOf = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 3, arbitrary: fc.integer({ min: 8, max: 90 }) },
)

/** Every place's count with everything below it, by asking of each place whether it lies below. */
export function figuresOf(
  places: readonly { id: string; parentId: string | null; own: number }[],
): Map<string, number> {
  const isBelow = (id: string | null, top: string): boolean =>
    id === top || (id !== null && isBelow(places.find((p) => p.id === id)?.parentId ?? null, top))
  return new Map(
    places.map(({ id }) => [id, places.filter((p) => isBelow(p.id, id)).reduce((sum, p) => sum + p.own, 0)]),
  )
}
