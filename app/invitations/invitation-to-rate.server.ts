import { dayOf } from '#app/calendar/day.ts'
import { findInvitationToRate, type InvitationToRate } from '#db/queries/invitations.ts'
import { listSuccessors } from '#db/queries/office-lineage.ts'
import type { Db } from '#db/schema.ts'
import { lookupOf, type RatingCode } from './rating-code.ts'

/** An invitation that may be rated now, and the office its rating counts for. */
export interface UsableInvitation extends InvitationToRate {
  countsFor: { id: string; name: string }
  /** The printed office is closed: countsFor is its successor, and the page says so. */
  officeClosed: boolean
}

/**
 * The invitation behind a code when it may be rated at `now`; null for an unknown, used, expired or revoked one,
 * or a standing code of an office that closed without a successor. At most two statements.
 */
export async function invitationToRate(
  db: Db,
  code: RatingCode,
  now: Date,
): Promise<UsableInvitation | null> {
  const found = await findInvitationToRate(db, lookupOf(code))
  if (!found || !isUsable(found, now.toISOString())) return null
  const printed = { id: found.office_id, name: found.office_name }
  const today = dayOf(now)
  // A dossier's rating is about the office that handled it, open or closed since.
  if (found.kind === 'dossier' || today <= found.office_valid_to) {
    return { ...found, countsFor: printed, officeClosed: false }
  }
  const successors = await listSuccessors(db, found.office_id)
  const open = successors.find((s) => s.valid_from <= today && today <= s.valid_to)
  return open ? { ...found, countsFor: { id: open.id, name: open.name }, officeClosed: true } : null
}

function isUsable(invitation: InvitationToRate, now: string): boolean {
  switch (invitation.status) {
    case 'open':
      return invitation.valid_from <= now && now <= invitation.valid_to
    case 'answered':
      return invitation.changeable_until !== null && now <= invitation.changeable_until
    default:
      return false
  }
}
