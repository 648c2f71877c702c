import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** Batches released before say '' of when they were: they cannot be counted again as they were then. */
export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  for (const column of ['amended_before', 'arrived_by']) {
    await db.schema
      .alterTable('release_batches')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  }
  let table = db.schema
    .createTable('released_part_counts')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('all', 'procedure', 'channel', 'respondent', 'half_day', 'answer')`),
    )
    .addColumn('part', 'text', (c) => c.notNull())
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
    .addPrimaryKeyConstraint('released_part_counts_pk', [
      'office_id',
      'month',
      'kind',
      'part',
      'trust',
      'stage',
    ] as never)
    .modifyEnd(differences.storedByKey)
    .execute()
  await db.schema
    .createTable('released_part_months')
    .addColumn('month', 'text', (c) => c.primaryKey())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
}
