import { inBatches } from '../batches.ts'
import type { Db, KioskGapRow, Tx } from '../schema.ts'

/** Numbers of a device that have not come, in their order. */
export function listOpenGaps(db: Db, deviceId: string): Promise<KioskGapRow[]> {
  return openGaps(db, deviceId).execute()
}

/** Of those the gaps that a number from `first` on may fill, and those that were to be due after an instant. */
export function listGapsFrom(db: Db, deviceId: string, first: number, due: string): Promise<KioskGapRow[]> {
  return openGaps(db, deviceId)
    .where((e) => e.or([e('last_number', '>=', first), e('due_at', '>', due)]))
    .execute()
}

const openGaps = (db: Db, deviceId: string) =>
  db
    .selectFrom('kiosk_gaps')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('closed_at', '=', '')
    .orderBy('first_number')

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

/** Puts what gaps have become in their place: the parts that are open, and those that have been closed. */
export async function replaceGaps(
  tx: Tx,
  ids: readonly string[],
  rows: readonly KioskGapRow[],
): Promise<void> {
  for (const some of inBatches(ids)) await tx.deleteFrom('kiosk_gaps').where('id', 'in', some).execute()
  for (const some of inBatches(rows)) await tx.insertInto('kiosk_gaps').values(some).execute()
}
