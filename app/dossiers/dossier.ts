import type { Channel, Outcome, Respondent } from '#db/schema.ts'

/**
 * A citizen's or a business's dossier as the one-stop system tells it. Times are instants (ISO, UTC); `returnedAt` is
 * '' as long as it is open. It never carries a name, a number or an address of the applicant.
 */
export interface Dossier {
  code: string
  officeId: string
  procedureId: string
  channel: Exclude<Channel, 'unstated'>
  applicant: Exclude<Respondent, 'unstated'>
  receivedAt: string
  dueAt: string
  returnedAt: string
  outcome: Outcome
}

export const CHANNELS = ['counter', 'online', 'post'] as const
export const APPLICANTS = ['citizen', 'business'] as const
export const OUTCOMES = ['open', 'returned', 'refused', 'withdrawn'] as const

/** Whether the applicant was given an answer, and so may rate how the dossier was handled. */
export function isClosed(outcome: Outcome): boolean {
  return outcome === 'returned' || outcome === 'refused'
}
