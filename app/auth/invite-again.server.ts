import { findStaff } from '#db/queries/staff.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { accountState } from './account-state.ts'
import { mustAdminister } from './administering.ts'
import { type AccountParts, issueStaffCode } from './staff-code.server.ts'
import type { Viewer } from './viewer.ts'

/**
 * Makes a new code for somebody who has not chosen a password yet; the one before opens nothing any more.
 * @throws NotFound, or Conflict when the account is in use or suspended
 */
export async function inviteAgain(parts: AccountParts, viewer: Viewer, staffId: string): Promise<string> {
  mustAdminister(viewer)
  return parts.store.write(async (tx) => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound()
    if (accountState(staff) !== 'invited') throw new Conflict()
    const code = await issueStaffCode(tx, parts, staffId, 'invitation')
    await recordAudit(tx, parts.clock, viewer, {
      action: 'staff.invite_again',
      subject: { kind: 'staff', id: staffId },
    })
    return code
  })
}
