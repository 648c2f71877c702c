import type { Day } from '#app/calendar/day.ts'
import type { LineageRow } from '#db/schema.ts'

/** Where the figures of closed offices go when they are rolled up by lineage, and what was rolled up. */
export interface Lineage {
  /** A predecessor and the one office that does its work today; a divided office is not in it. */
  into: ReadonlyMap<string, string>
  /** What each successor took over, predecessors outside the city (without figures) too. */
  taken: readonly TakenOver[]
}

export interface TakenOver {
  successorId: string
  predecessorId: string | null
  predecessorName: string
  day: Day
}

/** Lineage as it stands on a day; what was divided among several is nobody's to add to. */
export function lineageOn(rows: readonly LineageRow[], day: Day): Lineage {
  const known = rows.filter((row) => row.day <= day)
  const next = new Map<string, Set<string>>()
  for (const { predecessor_id, successor_id } of known) {
    if (predecessor_id === null) continue
    next.set(predecessor_id, (next.get(predecessor_id) ?? new Set()).add(successor_id))
  }
  const into = new Map<string, string>()
  for (const id of next.keys()) {
    const last = lastSuccessor(id, next)
    if (last !== id) into.set(id, last)
  }
  const taken = known
    .filter(({ predecessor_id }) => predecessor_id === null || next.get(predecessor_id)?.size === 1)
    .map((row) => ({
      successorId: into.get(row.successor_id) ?? row.successor_id,
      predecessorId: row.predecessor_id,
      predecessorName: row.predecessor_name,
      day: row.day,
    }))
  return { into, taken }
}

function lastSuccessor(id: string, next: ReadonlyMap<string, ReadonlySet<string>>): string {
  const seen = new Set<string>()
  let at = id
  for (;;) {
    const [only, ...others] = next.get(at) ?? []
    if (only === undefined || others.length > 0 || seen.has(at)) return at
    seen.add(at)
    at = only
  }
}
