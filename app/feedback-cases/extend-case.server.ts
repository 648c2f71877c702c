import type { Viewer } from '#app/auth/viewer.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { extendedDeadline } from './case-deadlines.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { takeStep } from './take-step.server.ts'

/** Moves the deadline once, by working days from the one there was, with a reason that the citizen reads. */
export function extendCase(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  { days, reason }: { days: number; reason: string },
): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'extend', async (tx, { row }) => {
    const { settings, calendar } = await caseCalendar(tx)
    if (days < 1 || days > settings.extensionDays) return { problems: { days: 'not_so_many_days' } }
    const answer_by = extendedDeadline(row.answer_by, days, calendar)
    return {
      change: { answer_by, extended_from: row.answer_by, extension_reason: reason, escalation: 0 },
      step: { kind: 'extended', note: reason },
      done: 'extended',
    }
  })
}
