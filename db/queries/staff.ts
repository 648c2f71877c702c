import type { Db, Role, StaffRow, Tx } from '../schema.ts'

export async function insertStaff(tx: Tx, row: StaffRow): Promise<void> {
  await tx.insertInto('staff').values(row).execute()
}

/** `email` as stored: trimmed, lower case. */
export function findStaffByEmail(db: Db, email: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('email', '=', email).executeTakeFirst()
}

export function findStaff(db: Db, id: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Everybody with an account, with their office, whether they have a second factor, and an invitation still open. */
export function listStaff(db: Db) {
  return db
    .selectFrom('staff')
    .leftJoin('offices', 'offices.id', 'staff.office_id')
    .leftJoin('second_factors', 'second_factors.staff_id', 'staff.id')
    .leftJoin('staff_invitations as i', (join) =>
      join.onRef('i.staff_id', '=', 'staff.id').on('i.status', '=', 'open'),
    )
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.role', 'staff.status', 'staff.password_hash'])
    .select(['offices.name as office', 'second_factors.set_at as second_factor_at', 'i.expires_at'])
    .orderBy('staff.email')
    .execute()
}

export async function updateStaffStatus(tx: Tx, id: string, status: StaffRow['status']): Promise<void> {
  await tx.updateTable('staff').set({ status }).where('id', '=', id).execute()
}

export async function updateStaffPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.updateTable('staff').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

export async function updateStaffPost(
  tx: Tx,
  id: string,
  post: { name: string; role: Role; office_id: string | null },
): Promise<void> {
  await tx.updateTable('staff').set(post).where('id', '=', id).execute()
}

/** Whether anybody but this one could still administer: active, and with a password of their own. */
export async function hasOtherAdministrator(db: Db, id: string): Promise<boolean> {
  const other = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .where('password_hash', '!=', '')
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** How many accounts there are; none means nobody can sign in yet. */
export async function countStaff(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Active people of these roles. */
export function listStaffOfRoles(db: Db, roles: readonly StaffRow['role'][]): Promise<{ id: string }[]> {
  return db
    .selectFrom('staff')
    .select('id')
    .where('status', '=', 'active')
    .where('role', 'in', roles)
    .orderBy('id')
    .execute()
}
