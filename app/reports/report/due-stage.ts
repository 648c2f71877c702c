import type { Day } from '../../calendar/day.ts'
import { slugOf } from './report-address.ts'
import type { DueTask } from './report-periods.ts'

/** How near a task is; each stage is told of once. */
export type DueStage = 'soon' | 'near' | 'today' | 'late'

/** Working days before the day, from which on it is told of. */
const SOON = 10
const NEAR = 3

/** null: not yet. A month is closed every month: its day stands in the list and no letter is written for it. */
export function dueStage({ what, period, earliest, workingDays }: DueTask, today: Day): DueStage | null {
  if (period.kind === 'month' || (what === 'close' && today < earliest)) return null
  if (workingDays < 0) return 'late'
  if (workingDays === 0) return 'today'
  if (workingDays <= NEAR) return 'near'
  return workingDays <= SOON ? 'soon' : null
}

/** A task as a notice names it, and as its address goes on: `nam-nop/2026-01-01`. */
export const taskSubject = ({ period }: Pick<DueTask, 'period'>): string =>
  `${slugOf(period.kind)}/${period.from}`
