import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

type Table = CreateTableBuilder<string, never>

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5']
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated']

const counted = (table: Table, columns: string[]): Table =>
  columns.reduce(
    (built, column) =>
      built.addColumn(column, 'integer', (c) =>
        c
          .notNull()
          .defaultTo(0)
          .check(sql`${sql.ref(column)} >= 0`),
      ) as Table,
    table,
  )

/** `when` is day or month: first in the key, so that a period is one range of it. */
async function levelCounts(db: Kysely<unknown>, name: string, when: string): Promise<void> {
  const table = db.schema
    .createTable(name)
    .addColumn(when, 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('trust', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${name}_pk`, [when, 'office_id', 'trust', 'stage', 'respondent'])
  await counted(table as unknown as Table, LEVELS).execute()
  await db.schema.createIndex(`${name}_office`).on(name).columns(['office_id', when]).execute()
}

async function dossierCounts(db: Kysely<unknown>, name: string, when: string): Promise<void> {
  const table = db.schema
    .createTable(name)
    .addColumn(when, 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addPrimaryKeyConstraint(`${name}_pk`, [when, 'office_id'])
  await counted(table as unknown as Table, DOSSIERS).execute()
  await db.schema.createIndex(`${name}_office`).on(name).columns(['office_id', when]).execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await levelCounts(db, 'level_counts', 'day')
  await levelCounts(db, 'released_level_counts', 'day')
  await levelCounts(db, 'monthly_level_counts', 'month')
  await dossierCounts(db, 'dossier_counts', 'day')
  await dossierCounts(db, 'monthly_dossier_counts', 'month')
}
