import { inBatches } from '../batches.ts'
import type { Db, ProcedureRow, Tx } from '../schema.ts'

/** Every validity of every procedure. */
export function listProcedureValidities(
  db: Db,
): Promise<Pick<ProcedureRow, 'id' | 'code' | 'valid_from' | 'valid_to'>[]> {
  return db
    .selectFrom('procedures')
    .select(['id', 'code', 'valid_from', 'valid_to'])
    .orderBy('code')
    .orderBy('valid_from')
    .execute()
}

export interface ProcedureWithField extends ProcedureRow {
  field_name: string
}

/** Every validity of every procedure with its field's name, in the order of fields and codes. */
export function listProcedures(db: Db): Promise<ProcedureWithField[]> {
  return db
    .selectFrom('procedures as p')
    .innerJoin('fields as f', 'f.id', 'p.field_id')
    .selectAll('p')
    .select('f.name as field_name')
    .orderBy('f.name_folded')
    .orderBy('p.code')
    .orderBy('p.valid_from')
    .execute()
}

export function listFields(db: Db) {
  return db.selectFrom('fields').selectAll().orderBy('name_folded').orderBy('id').execute()
}

export async function insertFields(
  tx: Tx,
  rows: { id: string; name: string; name_folded: string }[],
): Promise<void> {
  for (const part of inBatches(rows)) await tx.insertInto('fields').values(part).execute()
}

export async function insertProcedures(tx: Tx, rows: ProcedureRow[]): Promise<void> {
  for (const part of inBatches(rows)) await tx.insertInto('procedures').values(part).execute()
}

export async function updateProcedureEnd(tx: Tx, id: string, validTo: string): Promise<void> {
  await tx.updateTable('procedures').set({ valid_to: validTo }).where('id', '=', id).execute()
}
