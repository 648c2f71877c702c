import type { Db, OpeningHoursRow, Tx } from '../schema.ts'

export function listOpeningHours(db: Db, officeId: string): Promise<OpeningHoursRow[]> {
  return db
    .selectFrom('opening_hours')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
}

/** The hours of every office that has told its own. */
export function listAllOpeningHours(db: Db): Promise<OpeningHoursRow[]> {
  return db.selectFrom('opening_hours').selectAll().execute()
}

/** Puts an office's week in the place of the one it had. */
export async function replaceOpeningHours(tx: Tx, officeId: string, rows: OpeningHoursRow[]): Promise<void> {
  await tx.deleteFrom('opening_hours').where('office_id', '=', officeId).execute()
  if (rows.length > 0) await tx.insertInto('opening_hours').values(rows).execute()
}
