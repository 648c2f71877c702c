import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('release_batches')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('trust', 'text', (c) => c.notNull().check(sql`trust in ('verified', 'kiosk', 'open')`))
    .addColumn('stage', 'text', (c) => c.notNull().check(sql`stage in ('return', 'filing', 'unstated')`))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull().check(sql`n >= 5`))
    .addColumn('released_at', 'text', (c) => c.notNull())
    .addCheckConstraint('release_batches_span', sql`from_day <= day`)
    .addPrimaryKeyConstraint('release_batches_pk', ['office_id', 'trust', 'stage', 'day'])
    .modifyEnd(differences.storedByKey)
    .execute()
  await db.schema.createIndex('release_batches_day').on('release_batches').column('day').execute()
  await db.schema
    .createTable('release_runs')
    .addColumn('through_day', 'text', (c) => c.primaryKey())
    .addColumn('claimed_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('response_amendments_replaced')
    .on('response_amendments')
    .column('replaced_at')
    .execute()
  for (const column of ['reason', 'decided_at', 'decided_by']) {
    await db.schema
      .alterTable('index_definitions')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  }
  await differences.refuseChanges(db, 'index_definitions')
}
