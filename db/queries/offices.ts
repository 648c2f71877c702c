import type { Db, OfficeRow, Tx } from '../schema.ts'

export async function insertOffices(tx: Tx, rows: OfficeRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('offices').values(rows).execute()
}

/** Every office of every time, in the order its siblings stand in; the tree itself is made in words. */
export function listOffices(db: Db): Promise<OfficeRow[]> {
  return db.selectFrom('offices').selectAll().orderBy('position').orderBy('name').orderBy('id').execute()
}

export function findOffice(db: Db, id: string): Promise<OfficeRow | undefined> {
  return db.selectFrom('offices').selectAll().where('id', '=', id).executeTakeFirst()
}
