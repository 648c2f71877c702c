import { inBatches } from '../batches.ts'
import { preparedQuery } from '../prepared.ts'
import type { Db, TapMarkRow, Tx } from '../schema.ts'

const insert = preparedQuery((db: Db, day: string, response_id: string, device: string, quick: number) =>
  db.insertInto('tap_marks').values({ day, response_id, device, quick }),
)

export async function insertTapMark(tx: Tx, { day, response_id, device, quick }: TapMarkRow): Promise<void> {
  await insert(tx, day, response_id, device, quick)
}

/** What is known of ratings of these days, both included. */
export function listTapMarks(db: Db, from: string, to: string): Promise<TapMarkRow[]> {
  return db.selectFrom('tap_marks').selectAll().where('day', '>=', from).where('day', '<=', to).execute()
}

/** Marks before a day that still hold a device's hash: a group's label is shorter. */
export function listHashedMarks(db: Db, before: string, longestLabel: number): Promise<TapMarkRow[]> {
  return db
    .selectFrom('tap_marks')
    .selectAll()
    .where('day', '<', before)
    .where((e) => e(e.fn<number>('length', ['device']), '>', longestLabel))
    .execute()
}

/** Puts these marks in the place of those of their day and rating; one that says nothing goes. */
export async function replaceTapMarks(tx: Tx, marks: readonly TapMarkRow[]): Promise<void> {
  for (const [day, ofDay] of Map.groupBy(marks, (mark) => mark.day)) {
    for (const rows of inBatches(ofDay)) {
      const ids = rows.map(({ response_id }) => response_id)
      await tx.deleteFrom('tap_marks').where('day', '=', day).where('response_id', 'in', ids).execute()
    }
    const saying = ofDay.filter(({ device, quick }) => device !== '' || quick === 1)
    for (const rows of inBatches(saying)) await tx.insertInto('tap_marks').values(rows).execute()
  }
}
