import type { Db, StaffRow, Tx } from '../schema.ts'

export async function insertStaff(tx: Tx, row: StaffRow): Promise<void> {
  await tx.insertInto('staff').values(row).execute()
}

/** `email` as stored: trimmed, lower case. */
export function findStaffByEmail(db: Db, email: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('email', '=', email).executeTakeFirst()
}

export async function updateStaffStatus(tx: Tx, id: string, status: StaffRow['status']): Promise<void> {
  await tx.updateTable('staff').set({ status }).where('id', '=', id).execute()
}

/** How many accounts there are; none means nobody can sign in yet. */
export async function countStaff(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
