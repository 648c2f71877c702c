import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('received_dossier_counts')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('received', 'integer', (c) => c.notNull().check(sql`received >= 0`))
    .addColumn('late', 'integer', (c) => c.notNull().check(sql`late >= 0`))
    .addPrimaryKeyConstraint('received_dossier_counts_pk', ['month', 'office_id'])
    .execute()
  await sql`
    insert into received_dossier_counts (month, office_id, received, late)
    select substr(received_day, 1, 7), office_id, count(*),
      sum(case when outcome in ('returned', 'refused') and on_time = 0 then 1 else 0 end)
    from dossiers group by substr(received_day, 1, 7), office_id
  `.execute(db)
  // Few are open at any time; whether one of them is overdue is a question of today.
  await sql`create index dossiers_open on dossiers (due_day, received_day) where outcome = 'open'`.execute(db)
}
