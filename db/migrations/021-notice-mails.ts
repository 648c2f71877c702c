import { type Kysely, sql } from 'kysely'

/** One row for each person mail was begun for: who sends to them now, and when the next attempt may be. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notice_mails')
    .addColumn('staff_id', 'text', (c) => c.primaryKey().references('staff.id'))
    .addColumn('lease', 'text', (c) => c.notNull())
    .addColumn('leased_until', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().check(sql`attempts >= 0`))
    .addColumn('next_at', 'text', (c) => c.notNull())
    .execute()
}
