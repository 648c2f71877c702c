import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('flags')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('signs', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull().check(sql`n > 0`))
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('flags_pk', ['day', 'office_id'])
    .modifyEnd(differences.storedByKey)
    .execute()
  await db.schema.createIndex('flags_office').on('flags').columns(['office_id', 'day']).execute()
  await flaggedLevelCounts(db, differences)
  await db.schema
    .createTable('flag_runs')
    .addColumn('day', 'text', (c) => c.primaryKey())
    .addColumn('claimed_at', 'text', (c) => c.notNull())
    .addColumn('done_at', 'text', (c) => c.notNull())
    .execute()
}

async function flaggedLevelCounts(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  let table = db.schema
    .createTable('flagged_level_counts')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('trust', 'text', (c) => c.notNull().check(sql`trust in ('verified', 'kiosk', 'open')`))
    .addColumn('stage', 'text', (c) => c.notNull().check(sql`stage in ('return', 'filing', 'unstated')`))
  for (const level of LEVELS) {
    table = table.addColumn(level, 'integer', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`${sql.ref(level)} >= 0`),
    )
  }
  await table
    .addPrimaryKeyConstraint('flagged_level_counts_pk', ['day', 'office_id', 'trust', 'stage'])
    .modifyEnd(differences.storedByKey)
    .execute()
  await db.schema
    .createIndex('flagged_level_counts_office')
    .on('flagged_level_counts')
    .columns(['office_id', 'day'])
    .execute()
}
