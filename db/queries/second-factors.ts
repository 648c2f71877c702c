import type { Db, SecondFactorRow, Tx } from '../schema.ts'

export function findSecondFactor(db: Db, staffId: string): Promise<SecondFactorRow | undefined> {
  return db.selectFrom('second_factors').selectAll().where('staff_id', '=', staffId).executeTakeFirst()
}

export async function replaceSecondFactor(tx: Tx, row: SecondFactorRow): Promise<void> {
  await tx.deleteFrom('second_factors').where('staff_id', '=', row.staff_id).execute()
  await tx.insertInto('second_factors').values(row).execute()
}

/** Takes a step once: false when it, or a later one, was taken before, however many ask at once. */
export async function takeStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('staff_id', '=', staffId)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Takes a recovery code once. */
export async function takeRecoveryCode(tx: Tx, staffId: string, codeHash: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ status: 'used' })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', codeHash)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function replaceRecoveryCodes(tx: Tx, staffId: string, hashes: string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('staff_id', '=', staffId).execute()
  const rows = hashes.map((code_hash) => ({ staff_id: staffId, code_hash, status: 'open' as const }))
  if (rows.length > 0) await tx.insertInto('recovery_codes').values(rows).execute()
}

export async function countOpenRecoveryCodes(db: Db, staffId: string): Promise<number> {
  const { n } = await db
    .selectFrom('recovery_codes')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('staff_id', '=', staffId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The account has no second factor and no recovery codes any more; answers whether it had one. */
export async function deleteSecondFactor(tx: Tx, staffId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_codes').where('staff_id', '=', staffId).execute()
  const { numDeletedRows } = await tx
    .deleteFrom('second_factors')
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
