import type { Day } from '#app/calendar/day.ts'
import type { DossierCountColumns, DossierRow, Outcome } from '#db/schema.ts'

/** On time or early: returned no later than the day promised, both as days in Vietnam; '' is not returned yet. */
export function isOnTime(returnedDay: Day | '', dueDay: Day): boolean {
  return returnedDay !== '' && returnedDay <= dueDay
}

/** Closed, returned or refused, after the day it was promised for. */
export const isClosedLate = ({ outcome, on_time }: Pick<DossierRow, 'outcome' | 'on_time'>): boolean =>
  (outcome === 'returned' || outcome === 'refused') && on_time === 0

/**
 * What one dossier adds to the counts of its office on the day it was returned. The shares promised are of dossiers
 * *returned*, so a refused one is counted beside them, and an open or withdrawn one not at all.
 */
export function contributionOf(dossier: {
  outcome: Outcome
  onTime: boolean
  /** Its return-stage link has been answered. */
  rated: boolean
}): DossierCountColumns {
  const returned = dossier.outcome === 'returned'
  return {
    returned: Number(returned),
    on_time: Number(returned && dossier.onTime),
    refused: Number(dossier.outcome === 'refused'),
    rated: Number(returned && dossier.rated),
  }
}
