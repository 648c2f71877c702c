import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '#app/calendar/clock.ts'
import { insertCaseEvents } from '#db/queries/case-events.ts'
import type { Tx } from '#db/schema.ts'
import type { StepKind } from './feedback-case.ts'

export interface Step {
  kind: StepKind
  /** Who did it; nobody: the citizen, or the city's own machine. */
  staffId?: string | null
  fromOfficeId?: string | null
  toOfficeId?: string | null
  toStaffId?: string | null
  note?: string
}

/** Adds a step to the way of a case, in the transaction that takes it. */
export const recordStep = (tx: Tx, clock: Clock, caseId: string, step: Step): Promise<void> =>
  recordSteps(tx, clock, [caseId], step)

/** The same step of several cases. */
export function recordSteps(tx: Tx, clock: Clock, caseIds: readonly string[], step: Step): Promise<void> {
  const at = clock.now().toISOString()
  return insertCaseEvents(
    tx,
    caseIds.map((case_id) => ({
      ...{ id: uuidv7(), case_id, at, kind: step.kind, note: step.note ?? '' },
      ...{ staff_id: step.staffId ?? null, to_staff_id: step.toStaffId ?? null },
      ...{ from_office_id: step.fromOfficeId ?? null, to_office_id: step.toOfficeId ?? null },
    })),
  )
}
