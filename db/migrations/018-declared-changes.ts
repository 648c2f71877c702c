import type { Kysely } from 'kysely'

/** From `month` on an office's control charts are measured against what comes after, for a stated reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('declared_changes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('declared_at', 'text', (c) => c.notNull())
    .addColumn('staff_id', 'text', (c) => c.notNull().references('staff.id'))
    .addUniqueConstraint('declared_changes_month', ['office_id', 'month'])
    .execute()
  await db.schema.createIndex('declared_changes_staff').on('declared_changes').column('staff_id').execute()
}
