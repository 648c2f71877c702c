import type { Kysely } from 'kysely'

/** Whether any comment waits to be read anew is asked by every page of comments: it looked at each of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('comments_reading').on('comments').column('reading').execute()
}
