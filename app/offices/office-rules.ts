import { addDays, type Day, LAST_DAY } from '#app/calendar/day.ts'
import type { LineageRow, OfficeRow } from '#db/schema.ts'
import { dayBefore, isOpenOn, nowSince, type OfficeHistory, parentOn } from './office.ts'
import type { Problem, Problems } from './outcome.ts'

type Offices = readonly OfficeRow[]

const byId = (offices: Offices, id: string) => offices.find((office) => office.id === id)

/** The problem of standing under `parentId` from a day to a day, if there is one. */
export function parentProblem(offices: Offices, parentId: string, from: Day, to: Day): Problem | null {
  if (parentId === '') return null
  const parent = byId(offices, parentId)
  if (!parent) return 'not_a_choice'
  return parent.valid_from <= from && to <= parent.valid_to ? null : 'beyond_parent'
}

/** What is wrong with an office that is to be valid from a day (to a day) under a parent. */
export function openingProblems(
  offices: Offices,
  { parent, from, until }: { parent: string; from: Day; until: Day | '' },
): Problems {
  if (until !== '' && until < from) return { until: 'until_before_from' }
  const wrong = parentProblem(offices, parent, from, until || LAST_DAY)
  return wrong ? { parent: wrong } : {}
}

/** A change holds from a day inside the office's validity, after the last one of its kind, and not in the future. */
function changeDayProblem(office: OfficeRow, since: Day, day: Day, today: Day): Problem | null {
  if (day > today) return 'day_in_future'
  if (day <= office.valid_from || day > office.valid_to) return 'day_outside'
  return day <= since ? 'before_last_change' : null
}

export function renamingProblems(
  office: OfficeRow,
  { names }: OfficeHistory,
  { name, day }: { name: string; day: Day },
  today: Day,
): Problems {
  const wrongDay = changeDayProblem(office, nowSince(names, office), day, today)
  return {
    ...(name === office.name ? { name: 'same_name' as const } : {}),
    ...(wrongDay ? { day: wrongDay } : {}),
  }
}

export function movingProblems(
  offices: Offices,
  { parents }: OfficeHistory,
  office: OfficeRow,
  { parent, day }: { parent: string; day: Day },
  today: Day,
): Problems {
  const wrongDay = changeDayProblem(office, nowSince(parents, office), day, today)
  if (wrongDay) return { day: wrongDay }
  if (parent === (office.parent_id ?? '')) return { parent: 'same_parent' }
  const wrong = parentProblem(offices, parent, day, office.valid_to)
  if (wrong) return { parent: wrong }
  // Other offices may have moved since: no day from then to now may hold a circle.
  const days = [day, ...parents.map((row) => addDays(row.valid_to, 1)).filter((moved) => moved > day)]
  const isCircle = days.some((each) => isBelow(offices, parents, parent, office.id, each))
  return isCircle ? { parent: 'circle' } : {}
}

/** Whether an office is another one, or stands somewhere below it, on a day. */
function isBelow(
  offices: Offices,
  parents: OfficeHistory['parents'],
  id: string,
  above: string,
  day: Day,
): boolean {
  for (let at = byId(offices, id), steps = 0; at && steps <= offices.length; steps += 1) {
    if (at.id === above) return true
    const parentId = parentOn(at, parents, day)
    at = parentId === null ? undefined : byId(offices, parentId)
  }
  return false
}

/** The offices directly below one that are still open on a day. */
export function openChildren(offices: Offices, officeId: string, day: Day): OfficeRow[] {
  return offices.filter((office) => office.parent_id === officeId && office.valid_to >= day)
}

/** What stands against an office being closed from `day` on: its last day is the one before. */
export function closingProblems(
  offices: Offices,
  lineage: readonly LineageRow[],
  office: OfficeRow,
  day: Day,
): Problems {
  if (hasSuccessor(lineage, office.id)) return { day: 'has_successor' }
  if (day <= office.valid_from || office.valid_to === dayBefore(day)) return { day: 'day_outside' }
  if (openChildren(offices, office.id, day).length > 0) return { day: 'open_children' }
  const beyond = parentProblem(offices, office.parent_id ?? '', office.valid_from, dayBefore(day))
  return beyond ? { day: beyond } : {}
}

export function reopeningProblems(
  offices: Offices,
  lineage: readonly LineageRow[],
  office: OfficeRow,
): Problems {
  if (hasSuccessor(lineage, office.id)) return { reopen: 'has_successor' }
  if (office.valid_to === LAST_DAY) return { reopen: 'already_so' }
  const beyond = parentProblem(offices, office.parent_id ?? '', office.valid_from, LAST_DAY)
  return beyond ? { reopen: beyond } : {}
}

export const hasSuccessor = (lineage: readonly LineageRow[], officeId: string): boolean =>
  lineage.some((line) => line.predecessor_id === officeId)

/** Whether an office was still there on the last day before a merger, and stood before it. */
export const canBePredecessor = (office: OfficeRow, day: Day): boolean =>
  office.valid_from < day && isOpenOn(office, dayBefore(day))
