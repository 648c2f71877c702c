import type { CalendarDayRow, Db, Tx } from '../schema.ts'

/** Every day that differs from the working week, in order. */
export function listCalendarDays(db: Db): Promise<CalendarDayRow[]> {
  return db.selectFrom('calendar_days').selectAll().orderBy('day').execute()
}

export function findCalendarDay(db: Db, day: string): Promise<CalendarDayRow | undefined> {
  return db.selectFrom('calendar_days').selectAll().where('day', '=', day).executeTakeFirst()
}

/** Writes what a day is, in the place of what was said of it before. */
export async function writeCalendarDay(tx: Tx, row: CalendarDayRow): Promise<void> {
  const { day: _day, ...said } = row
  await tx
    .insertInto('calendar_days')
    .values(row)
    .onConflict((c) => c.column('day').doUpdateSet(said))
    .execute()
}

export async function deleteCalendarDay(tx: Tx, day: string): Promise<void> {
  await tx.deleteFrom('calendar_days').where('day', '=', day).execute()
}
