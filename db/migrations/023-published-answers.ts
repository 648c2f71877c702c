import { type Kysely, sql } from 'kysely'

/** What the public may read of a case: a text of its own, looked at by two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('published_answers')
    .addColumn('case_id', 'text', (c) => c.primaryKey().references('feedback_cases.id'))
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('proposed', 'published', 'withdrawn')`),
    )
    .addColumn('proposed_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('published_by', 'text', (c) => c.references('staff.id'))
    .addColumn('published_at', 'text', (c) => c.notNull())
    .addColumn('withdrawn_by', 'text', (c) => c.references('staff.id'))
    .addColumn('withdrawn_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('published_answers_shown')
    .on('published_answers')
    .columns(['status', 'published_at'])
    .execute()
}
