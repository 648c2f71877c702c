import type { Lineage, TakenOver } from '../offices/lineage.ts'
import type { Level } from '../statistics/level-counts.ts'
import { totalOf } from '../statistics/level-counts.ts'
import type { HiddenPlaces } from './hidden-places.ts'
import { CITY, type PlacedOffice, rolledUp, topOf } from './office-tree.ts'
import { addPlaceCounts, nothingCounted, type PlaceCounts } from './place-counts.ts'

type Counts = ReadonlyMap<string, PlaceCounts>

/** Every office's own counts, those of a predecessor added to its successor's. */
export function countsByLineage(counts: Counts, { into }: Lineage): Map<string, PlaceCounts> {
  const moved = new Map<string, PlaceCounts>()
  for (const [id, own] of counts) {
    const at = into.get(id) ?? id
    moved.set(at, addPlaceCounts(moved.get(at) ?? nothingCounted, own))
  }
  return moved
}

/** Predecessors whose figures, or whose want of figures, stand in a successor's line. */
export const includedIn = ({ taken }: Lineage, officeId: string): TakenOver[] =>
  taken.filter(({ successorId }) => successorId === officeId)

interface Table {
  places: PlacedOffice[]
  counts: Counts
}

/**
 * What may not be shown when figures are rolled up by lineage: whatever is not a sum of lines that are shown without.
 * The two tables stand beside each other, one click apart, so the second must say nothing that cannot be reckoned from
 * the first; then no subtraction between them finds a hidden figure either.
 */
export function hiddenByLineage(
  plain: Table & { hidden: HiddenPlaces },
  rolled: Pick<Table, 'places'>,
  lineage: Lineage,
): HiddenPlaces {
  const counted = [...plain.counts].filter(([, { headline }]) => totalOf(headline) > 0).map(([id]) => id)
  const before = membersOf(plain.places, (id) => counted.filter((each) => each === id))
  const after = membersOf(rolled.places, (id) =>
    counted.filter((each) => (lineage.into.get(each) ?? each) === id),
  )
  const printed = (hidden: ReadonlySet<string>) => printedLines(plain.places).filter((id) => !hidden.has(id))
  const shown = printed(plain.hidden.ratings)
  const shownVerified = printed(plain.hidden.verified)
  const ratings = new Set<string>()
  const verified = new Set<string>()
  const levels = new Map<string, Set<Level>>()
  for (const id of printedLines(rolled.places)) {
    const parts = partsOf(after.get(id) ?? new Set(), shown, before)
    if (parts) levels.set(id, new Set(parts.flatMap((part) => [...(plain.hidden.levels.get(part) ?? [])])))
    else ratings.add(id)
    if (!parts || !partsOf(after.get(id) ?? new Set(), shownVerified, before)) verified.add(id)
  }
  return { ratings, verified, levels }
}

const printedLines = (places: PlacedOffice[]): string[] => {
  const top = topOf(places)
  return top === CITY ? [CITY, ...places.map(({ id }) => id)] : places.map(({ id }) => id)
}

/** Whose own ratings a line adds up. */
function membersOf(places: PlacedOffice[], ownOf: (id: string) => string[]): Map<string, Set<string>> {
  const none: ReadonlySet<string> = new Set()
  return rolledUp<ReadonlySet<string>>(
    places,
    (id) => new Set(ownOf(id)),
    none,
    (a, b) => new Set([...a, ...b]),
  ) as Map<string, Set<string>>
}

/** Shown lines that add up to exactly these members; null when there are none. Lines nest, so the largest go first. */
function partsOf(
  members: ReadonlySet<string>,
  shown: readonly string[],
  membersOfLine: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | null {
  const lines = shown
    .map((id) => ({ id, members: membersOfLine.get(id) ?? new Set<string>() }))
    .filter((line) => line.members.size > 0)
    .toSorted((a, b) => b.members.size - a.members.size)
  const parts: string[] = []
  let left = new Set(members)
  for (const line of lines) {
    if ([...line.members].some((id) => !left.has(id))) continue
    parts.push(line.id)
    left = new Set([...left].filter((id) => !line.members.has(id)))
  }
  return left.size === 0 ? parts : null
}
