import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from './dialects/dialect.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

export interface Migration {
  name: string
  up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void>
}

/**
 * Brings the store to the newest schema, each migration in a transaction of its own: killed at any statement, the
 * file holds the old or the new schema, never one between. Answers the names of those applied now.
 */
export async function migrate(owner: Kysely<Schema>, differences: DialectDifferences): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, applied_at text not null)`.execute(
    owner,
  )
  const applied = await appliedMigrations(owner)
  const now: string[] = []
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue
    await owner.transaction().execute(async (tx) => {
      await migration.up(tx as unknown as Kysely<unknown>, differences)
      await sql`insert into migrations (name, applied_at) values (${migration.name}, ${new Date().toISOString()})`.execute(
        tx,
      )
    })
    now.push(migration.name)
  }
  return now
}

async function appliedMigrations(owner: Kysely<Schema>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(owner)
  return new Set(rows.map((row) => row.name))
}
