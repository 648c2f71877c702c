import { deleteSecondFactor } from '#db/queries/second-factors.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { findStaff, updateStaffPassword } from '#db/queries/staff.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { accountState } from './account-state.ts'
import { mustAdminister } from './administering.ts'
import { type AccountParts, issueStaffCode } from './staff-code.server.ts'
import type { Viewer } from './viewer.ts'

/**
 * Takes password and second factor away and makes the one code with which their owner begins anew.
 * @throws NotFound; Conflict for one's own account (that would lock oneself out) and for one not in use
 */
export async function resetAccess(
  parts: AccountParts,
  viewer: Viewer,
  staffId: string,
  reason: string,
): Promise<string> {
  mustAdminister(viewer)
  return parts.store.write(async (tx) => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound()
    if (staffId === viewer.staffId || accountState(staff) !== 'active') throw new Conflict()
    await updateStaffPassword(tx, staffId, '')
    const secondFactor = await deleteSecondFactor(tx, staffId)
    await deleteSessionsOf(tx, staffId)
    const code = await issueStaffCode(tx, parts, staffId, 'reset')
    await recordAudit(tx, parts.clock, viewer, {
      action: 'staff.reset_access',
      subject: { kind: 'staff', id: staffId },
      before: { second_factor: secondFactor },
      after: { second_factor: false, reason },
    })
    return code
  })
}
