import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { findStaff, hasOtherAdministrator, updateStaffPost } from '#db/queries/staff.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { NotFound } from '../errors.ts'
import { mustAdminister } from './administering.ts'
import type { AccountParts } from './staff-code.server.ts'
import { officeOfPost, type Post } from './staff-post.server.ts'
import type { Viewer } from './viewer.ts'

export type Changed =
  | { kind: 'changed' }
  | { kind: 'unchanged' }
  | { kind: 'no_office' }
  | { kind: 'last_administrator' }

/** Gives somebody another name, role or office; with another role or office they sign in anew. */
export async function changeStaff(
  { store, clock }: AccountParts,
  viewer: Viewer,
  staffId: string,
  wanted: Post,
): Promise<Changed> {
  mustAdminister(viewer)
  const office = await officeOfPost(store.read, clock, wanted)
  if ('kind' in office) return office
  return store.write(async (tx) => {
    const staff = await findStaff(tx, staffId)
    if (!staff) throw new NotFound()
    const before = { name: staff.name, role: staff.role, office_id: staff.office_id }
    const after = { name: wanted.name, role: wanted.role, office_id: office.officeId }
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'unchanged' }
    const demoted = before.role === 'administrator' && after.role !== 'administrator'
    if (demoted && !(await hasOtherAdministrator(tx, staffId))) return { kind: 'last_administrator' }
    await updateStaffPost(tx, staffId, after)
    const moved = before.role !== after.role || before.office_id !== after.office_id
    if (moved) await deleteSessionsOf(tx, staffId)
    const subject = { kind: 'staff', id: staffId }
    await recordAudit(tx, clock, viewer, { action: 'staff.change', subject, before, after })
    return { kind: 'changed' }
  })
}
