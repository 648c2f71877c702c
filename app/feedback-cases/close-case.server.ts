import type { Viewer } from '#app/auth/viewer.ts'
import { addDays, dayOf, startOf } from '#app/calendar/day.ts'
import { listCasesAnsweredBefore, updateCases } from '#db/queries/feedback-cases.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { reopenableUntil } from './case-deadlines.ts'
import { recordSteps } from './case-log.server.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { takeStep } from './take-step.server.ts'

/** Ends an answered case before its days for another look are over; the citizen may still ask for one. */
export function closeCase(parts: CaseParts, viewer: Viewer, caseId: string): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'close', async () => ({
    change: { status: 'closed', closed_at: parts.clock.now().toISOString() },
    step: { kind: 'closed' },
    done: 'closed',
  }))
}

/** Ends answered cases whose days for another look are over; answers how many. */
export function closeEndedCases({ store, clock }: Pick<CaseParts, 'store' | 'clock'>): Promise<number> {
  return store.write(async (tx) => {
    const { settings, calendar } = await caseCalendar(tx)
    const today = dayOf(clock.now())
    // No answer of the last few days can be old enough.
    const before = startOf(addDays(today, 1 - settings.reopenDays)).toISOString()
    const answered = await listCasesAnsweredBefore(tx, before)
    const ended = answered
      .filter((row) => reopenableUntil(dayOf(new Date(row.answered_at)), settings, calendar) < today)
      .map(({ id }) => id)
    await updateCases(tx, ended, { status: 'closed', closed_at: clock.now().toISOString() })
    await recordSteps(tx, clock, ended, { kind: 'closed' })
    return ended.length
  })
}
