import type { NoticeRow, Tx } from '../schema.ts'

/** Writes what is not there yet: the same person hears of an event's occasion once. */
export async function insertNotices(tx: Tx, rows: NoticeRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('notices')
    .values(rows)
    .onConflict((c) => c.columns(['staff_id', 'event', 'subject_id', 'occasion']).doNothing())
    .execute()
}
