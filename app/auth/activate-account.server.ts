import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { findStaff, updateStaffPassword } from '#db/queries/staff.ts'
import { takeStaffInvitation } from '#db/queries/staff-invitations.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import type { Browser } from './begin-session.server.ts'
import { hashPassword } from './password.server.ts'
import { type PasswordFault, passwordFault } from './password.ts'
import { type SignIn, type SignInParts, signInOrAsk } from './sign-in.server.ts'
import { staffOfCode } from './staff-code.server.ts'

export interface Activation extends Browser {
  code: string
  password: string
  again: string
}

export type Activated =
  | Exclude<SignIn, { kind: 'refused' }>
  | { kind: 'not_usable' }
  | { kind: 'weak'; fault: PasswordFault }
  | { kind: 'differs' }

/** Chooses a password with a code from paper or mail, which is then used up, and signs in with it. */
export async function activateAccount(parts: SignInParts, wanted: Activation): Promise<Activated> {
  const { store, clock, guesses } = parts
  const guess = { email: `activate|${wanted.address}`, address: wanted.address, device: null }
  const retryAfter = guesses.take(guess)
  if (retryAfter > 0) return { kind: 'too_many', retryAfter }
  const invitation = await staffOfCode(store.read, parts, wanted.code)
  if (!invitation) return { kind: 'not_usable' }
  guesses.giveBack(guess)
  const fault = passwordFault(wanted.password, invitation.email)
  if (fault) return { kind: 'weak', fault }
  if (wanted.password !== wanted.again) return { kind: 'differs' }
  const passwordHash = await hashPassword(wanted.password)
  const { staff_id: staffId, email, kind } = invitation
  const staff = await store.write(async (tx) => {
    if (!(await takeStaffInvitation(tx, invitation.id))) return undefined
    await updateStaffPassword(tx, staffId, passwordHash)
    await deleteSessionsOf(tx, staffId)
    const action = kind === 'forgotten_password' ? 'account.reset_password' : 'account.activate'
    await recordAudit(tx, clock, { staffId, email }, { action, subject: { kind: 'staff', id: staffId } })
    return findStaff(tx, staffId)
  })
  const signedIn = staff ? await signInOrAsk(parts, staff, wanted) : { kind: 'refused' as const }
  return signedIn.kind === 'refused' ? { kind: 'not_usable' } : signedIn
}
