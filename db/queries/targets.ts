import type { Db, OfficeTargetRow, Tx } from '../schema.ts'

export function listTargetsOfYear(db: Db, year: number): Promise<OfficeTargetRow[]> {
  return db
    .selectFrom('office_targets')
    .selectAll()
    .where('year', '=', year)
    .orderBy('office_id')
    .orderBy('measure')
    .execute()
}

export async function writeTarget(tx: Tx, row: OfficeTargetRow): Promise<void> {
  await tx
    .insertInto('office_targets')
    .values(row)
    .onConflict((c) => c.columns(['office_id', 'year', 'measure']).doUpdateSet({ permille: row.permille }))
    .execute()
}

export async function deleteTarget(tx: Tx, target: Omit<OfficeTargetRow, 'permille'>): Promise<void> {
  await tx
    .deleteFrom('office_targets')
    .where('office_id', '=', target.office_id)
    .where('year', '=', target.year)
    .where('measure', '=', target.measure)
    .execute()
}
