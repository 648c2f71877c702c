import type { Db, DeclaredChangeRow, Tx } from '../schema.ts'

/** Every declared change, the earliest first; of one office where it is named. */
export function listDeclaredChanges(db: Db, office?: string): Promise<DeclaredChangeRow[]> {
  const query = db.selectFrom('declared_changes').selectAll().orderBy('month').orderBy('office_id')
  return (office === undefined ? query : query.where('office_id', '=', office)).execute()
}

export async function insertDeclaredChange(tx: Tx, row: DeclaredChangeRow): Promise<void> {
  await tx.insertInto('declared_changes').values(row).execute()
}

export async function deleteDeclaredChange(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('declared_changes').where('id', '=', id).execute()
}
