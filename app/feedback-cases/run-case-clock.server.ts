import { addDays, dayOf, startOf } from '#app/calendar/day.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { forgetEndedContacts } from './case-contact.server.ts'
import type { CaseParts } from './case-parts.ts'
import { closeEndedCases } from './close-case.server.ts'
import { escalateCases, remindOfDeadlines } from './escalate-cases.server.ts'

/** All that time alone does to cases; run every so often, by any number of processes. */
export async function runCaseClock(parts: Omit<CaseParts, 'secret'>) {
  const closed = await closeEndedCases(parts)
  const raised = await escalateCases(parts)
  await remindOfDeadlines(parts)
  const { settings } = await caseCalendar(parts.store.read)
  const keptSince = startOf(addDays(dayOf(parts.clock.now()), 0 - settings.contactDays)).toISOString()
  const forgotten = await forgetEndedContacts(parts, keptSince)
  return { closed, raised, forgotten }
}
