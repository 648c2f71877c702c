import type { Db, Tx } from '../schema.ts'

/** A setting's value, or '' when it was never written. */
export async function findSetting(db: Db, key: string): Promise<string> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? ''
}

export async function writeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ key, value })
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute()
}

/** The settings whose keys begin with a prefix, as key to value. */
export async function listSettings(db: Db, prefix: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('settings').selectAll().where('key', 'like', `${prefix}%`).execute()
  return new Map(rows.map(({ key, value }) => [key, value]))
}
