import { LAST_DAY } from '#app/calendar/day.ts'
import type { LineageRow, OfficeRow } from '#db/schema.ts'
import { isOpenOn } from './office.ts'
import type { Merger } from './office-form.ts'
import { canBePredecessor, openChildren, parentProblem } from './office-rules.ts'
import type { Problem, Problems } from './outcome.ts'

/** The value of `successor` that stands for an office opened by the merger. */
export const NEW_OFFICE = 'new'

/** Names of predecessors outside the city, one a line. */
export const outsideNames = ({ outside }: Pick<Merger, 'outside'>): string[] => [
  ...new Set(
    outside
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** What stands against a merger, at the field it is about. */
export function mergingProblems(
  offices: readonly OfficeRow[],
  lineage: readonly LineageRow[],
  merger: Merger,
): Problems {
  const predecessors = predecessorProblem(offices, lineage, merger)
  const successor =
    merger.successor === NEW_OFFICE
      ? newSuccessorProblems(offices, merger)
      : existingSuccessorProblems(offices, lineage, merger)
  return { ...successor, ...(predecessors ? { predecessors } : {}) }
}

function predecessorProblem(
  offices: readonly OfficeRow[],
  lineage: readonly LineageRow[],
  merger: Merger,
): Problem | null {
  const { predecessors, successor, day } = merger
  if (predecessors.length === 0 && outsideNames(merger).length === 0) return 'no_predecessor'
  const chosen = offices.filter(({ id }) => predecessors.includes(id))
  if (chosen.length < new Set(predecessors).size) return 'not_a_choice'
  if (chosen.some((office) => !canBePredecessor(office, day))) return 'predecessor_not_open'
  const left = chosen.flatMap(({ id }) => openChildren(offices, id, day))
  if (left.some(({ id }) => !predecessors.includes(id))) return 'open_children'
  const known = lineage.some(
    (line) => line.successor_id === successor && predecessors.includes(line.predecessor_id ?? ''),
  )
  return known ? 'already_merged' : null
}

function newSuccessorProblems(offices: readonly OfficeRow[], merger: Merger): Problems {
  const { name, parent, day, predecessors } = merger
  const wrong = predecessors.includes(parent)
    ? 'successor_is_predecessor'
    : parentProblem(offices, parent, day, LAST_DAY)
  return { ...(name === '' ? { name: 'required' as const } : {}), ...(wrong ? { parent: wrong } : {}) }
}

function existingSuccessorProblems(
  offices: readonly OfficeRow[],
  lineage: readonly LineageRow[],
  { successor, predecessors, day }: Merger,
): Problems {
  if (successor === '') return { successor: 'required' }
  const office = offices.find(({ id }) => id === successor)
  if (!office) return { successor: 'not_a_choice' }
  if (predecessors.includes(successor)) return { successor: 'successor_is_predecessor' }
  if (!isOpenOn(office, day)) return { successor: 'successor_not_open' }
  const follows = (id: string, seen: ReadonlySet<string>): boolean =>
    lineage.some(
      ({ predecessor_id, successor_id }) =>
        predecessor_id === id &&
        !seen.has(successor_id) &&
        (predecessors.includes(successor_id) || follows(successor_id, new Set([...seen, id]))),
    )
  return follows(successor, new Set()) ? { successor: 'lineage_circle' } : {}
}
