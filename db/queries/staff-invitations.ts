import type { Db, StaffInvitationRow, Tx } from '../schema.ts'

export async function insertStaffInvitation(tx: Tx, row: StaffInvitationRow): Promise<void> {
  await tx.insertInto('staff_invitations').values(row).execute()
}

/** An invitation by its code, with the account it is for. */
export function findStaffInvitation(db: Db, codeHash: string) {
  return db
    .selectFrom('staff_invitations as i')
    .innerJoin('staff', 'staff.id', 'i.staff_id')
    .select(['i.id', 'i.kind', 'i.expires_at', 'i.status', 'staff.id as staff_id'])
    .select(['staff.email', 'staff.name', 'staff.status as staff_status'])
    .where('i.code_hash', '=', codeHash)
    .executeTakeFirst()
}

/** The invitation somebody may still use, the newest first of what should be one. */
export function findOpenStaffInvitation(db: Db, staffId: string): Promise<StaffInvitationRow | undefined> {
  return db
    .selectFrom('staff_invitations')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('status', '=', 'open')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
}

/** Takes an invitation once: false when it was used or withdrawn before. */
export async function takeStaffInvitation(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_invitations')
    .set({ status: 'used' })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** None that somebody was given before opens anything any more. */
export async function withdrawStaffInvitations(tx: Tx, staffId: string): Promise<void> {
  await tx
    .updateTable('staff_invitations')
    .set({ status: 'withdrawn' })
    .where('staff_id', '=', staffId)
    .where('status', '=', 'open')
    .execute()
}
