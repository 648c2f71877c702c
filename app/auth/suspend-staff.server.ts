import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { findStaff, hasOtherAdministrator, updateStaffStatus } from '#db/queries/staff.ts'
import { withdrawStaffInvitations } from '#db/queries/staff-invitations.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { NotFound } from '../errors.ts'
import { mustAdminister } from './administering.ts'
import type { AccountParts } from './staff-code.server.ts'
import type { Viewer } from './viewer.ts'

export type Suspended = { kind: 'suspended' } | { kind: 'last_administrator' }

/** Suspends an account: its sessions and codes are dead at the next request. */
export async function suspendStaff(
  { store, clock }: AccountParts,
  viewer: Viewer,
  staffId: string,
  reason: string,
): Promise<Suspended> {
  mustAdminister(viewer)
  return store.write(async (tx) => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound()
    if (staff.status === 'suspended') return { kind: 'suspended' }
    if (staff.role === 'administrator' && !(await hasOtherAdministrator(tx, staffId))) {
      return { kind: 'last_administrator' }
    }
    await updateStaffStatus(tx, staffId, 'suspended')
    await deleteSessionsOf(tx, staffId)
    await withdrawStaffInvitations(tx, staffId)
    await recordAudit(tx, clock, viewer, {
      action: 'staff.suspend',
      subject: { kind: 'staff', id: staffId },
      before: { status: staff.status },
      after: { status: 'suspended', reason },
    })
    return { kind: 'suspended' }
  })
}

/** Lets a suspended account sign in again, with the password and second factor it had. */
export async function resumeStaff(
  { store, clock }: AccountParts,
  viewer: Viewer,
  staffId: string,
): Promise<void> {
  mustAdminister(viewer)
  await store.write(async (tx) => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound()
    if (staff.status === 'active') return
    await updateStaffStatus(tx, staffId, 'active')
    await recordAudit(tx, clock, viewer, {
      action: 'staff.resume',
      subject: { kind: 'staff', id: staffId },
      before: { status: staff.status },
      after: { status: 'active' },
    })
  })
}
