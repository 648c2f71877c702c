import type { Db, KioskGapRow, Tx } from '../schema.ts'

/** Numbers of a device that have not come, in their order. */
export function listOpenGaps(db: Db, deviceId: string): Promise<KioskGapRow[]> {
  return db
    .selectFrom('kiosk_gaps')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('closed_at', '=', '')
    .orderBy('first_number')
    .execute()
}

/** Every gap that was reported, of all devices, open ones too; those that only waited are not among them. */
export function listReportedGaps(db: Db): Promise<KioskGapRow[]> {
  return db
    .selectFrom('kiosk_gaps')
    .selectAll()
    .where('reported_at', '<>', '')
    .orderBy('device_id')
    .orderBy('first_number')
    .execute()
}

/** Open gaps that are due and of which nobody has been told. */
export function listGapsToReport(db: Db, now: string): Promise<KioskGapRow[]> {
  return db
    .selectFrom('kiosk_gaps')
    .selectAll()
    .where('closed_at', '=', '')
    .where('reported_at', '=', '')
    .where('due_at', '<=', now)
    .orderBy('device_id')
    .orderBy('first_number')
    .execute()
}

/** What was listed to be reported now is. */
export async function updateReported(tx: Tx, now: string): Promise<void> {
  await tx
    .updateTable('kiosk_gaps')
    .set({ reported_at: now })
    .where('closed_at', '=', '')
    .where('reported_at', '=', '')
    .where('due_at', '<=', now)
    .execute()
}

/** Puts a device's open gaps in the place of those it had, and keeps what has been closed. */
export async function replaceOpenGaps(tx: Tx, deviceId: string, rows: readonly KioskGapRow[]): Promise<void> {
  await tx.deleteFrom('kiosk_gaps').where('device_id', '=', deviceId).where('closed_at', '=', '').execute()
  if (rows.length > 0) await tx.insertInto('kiosk_gaps').values(rows).execute()
}
