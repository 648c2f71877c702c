import { deleteOtherSessionsOf } from '#db/queries/sessions.ts'
import { updateStaffPassword } from '#db/queries/staff.ts'
import { withdrawStaffInvitations } from '#db/queries/staff-invitations.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { hashPassword } from './password.server.ts'
import { type PasswordFault, passwordFault } from './password.ts'
import { sessionHash } from './session.server.ts'
import type { SignInParts } from './sign-in.server.ts'
import type { Viewer } from './viewer.ts'

export interface PasswordChange {
  current: string
  password: string
  again: string
  address: string
  /** This session goes on; the others of the account end. */
  sessionId: string
}

export type PasswordChanged =
  | { kind: 'changed' }
  | { kind: 'wrong' }
  | { kind: 'weak'; fault: PasswordFault }
  | { kind: 'differs' }
  | { kind: 'too_many'; retryAfter: number }

/** Changes one's own password against the old one; whoever was signed in elsewhere with it is no longer. */
export async function changePassword(
  parts: SignInParts,
  viewer: Viewer,
  wanted: PasswordChange,
): Promise<PasswordChanged> {
  const fault = passwordFault(wanted.password, viewer.email)
  if (fault) return { kind: 'weak', fault }
  if (wanted.password !== wanted.again) return { kind: 'differs' }
  const confirmed = await confirmPassword(parts, viewer, wanted.current, wanted.address)
  if (confirmed.kind !== 'right') return confirmed
  const passwordHash = await hashPassword(wanted.password)
  const { staffId } = viewer
  await parts.store.write(async (tx) => {
    await updateStaffPassword(tx, staffId, passwordHash)
    await deleteOtherSessionsOf(tx, staffId, sessionHash(wanted.sessionId))
    await withdrawStaffInvitations(tx, staffId)
    const subject = { kind: 'staff', id: staffId }
    await recordAudit(tx, parts.clock, viewer, { action: 'account.change_password', subject })
  })
  return { kind: 'changed' }
}
