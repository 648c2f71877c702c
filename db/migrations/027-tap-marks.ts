import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

/** For one night's look: from which device of the day a rating came, and whether it came in under two seconds. */
export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('tap_marks')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('response_id', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('quick', 'integer', (c) => c.notNull().check(sql`quick in (0, 1)`))
    .addPrimaryKeyConstraint('tap_marks_pk', ['day', 'response_id'] as never)
    .modifyEnd(differences.storedByKey)
    .execute()
}
