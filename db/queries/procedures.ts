import type { Db, ProcedureRow } from '../schema.ts'

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
