import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('period_records')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull().check(sql`length(sha256) = 64`))
    .addColumn('frozen_at', 'text', (c) => c.notNull())
    .execute()
  await differences.refuseChanges(db, 'period_records')
  await db.schema
    .createTable('period_closes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('month', 'quarter', 'half', 'year', 'filing')`),
    )
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('record_id', 'text', (c) => c.notNull().unique().references('period_records.id'))
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('proposed', 'withdrawn', 'closed', 'reopening', 'reopened')`),
    )
    .addColumn('proposed_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.references('staff.id'))
    .addColumn('signed_at', 'text', (c) => c.notNull())
    .addColumn('reopen_reason', 'text', (c) => c.notNull())
    .addColumn('reopen_asked_by', 'text', (c) => c.references('staff.id'))
    .addColumn('reopen_asked_at', 'text', (c) => c.notNull())
    .addColumn('reopened_by', 'text', (c) => c.references('staff.id'))
    .addColumn('reopened_at', 'text', (c) => c.notNull())
    .addCheckConstraint('period_closes_order', sql`period_from <= period_to`)
    .execute()
  // One record of a period stands at a time; withdrawn and reopened ones stay beside it.
  await sql`
    create unique index period_closes_standing on period_closes (kind, period_from, period_to)
    where status in ('proposed', 'closed', 'reopening')
  `.execute(db)
  await db.schema.createIndex('period_closes_period').on('period_closes').column('period_to').execute()
  await db.schema
    .createTable('report_texts')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull().references('staff.id'))
    .addPrimaryKeyConstraint('report_texts_pk', ['kind', 'period_from', 'period_to', 'scope', 'section'])
    .execute()
}
