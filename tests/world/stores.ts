import { PGlite } from '@electric-sql/pglite'
import { Kysely, PostgresDialect } from 'kysely'
import type { Store } from '#db/connection.ts'
import { postgresDifferences } from '#db/dialects/postgres.ts'
import { migrate } from '#db/migrate.ts'
import type { Schema } from '#db/schema.ts'
import { aSmallCity, NOW, type SmallCity, settle, testClock } from './small-city.ts'

/** bigint (a count) as a number: none of ours nears 2^53. */
const INT8 = 20

/** The small city in PostgreSQL compiled to run in this process: one connection, so writers queue for it. */
async function inPostgres(): Promise<SmallCity> {
  const pglite = new PGlite({ parsers: { [INT8]: Number } })
  const client = {
    async query(sql: string, parameters: unknown[]) {
      const { rows, affectedRows } = await pglite.query(sql, parameters)
      return { command: rows.length > 0 ? 'SELECT' : 'UPDATE', rowCount: affectedRows ?? rows.length, rows }
    },
    release() {},
  }
  const pool = { connect: async () => client, end: () => pglite.close() }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) })
  await migrate(db, postgresDifferences)
  let last: Promise<unknown> = Promise.resolve()
  const store: Store = {
    read: db,
    owner: db,
    differences: postgresDifferences,
    write(member) {
      const mine = last.then(() => db.transaction().execute(member))
      last = mine.catch(() => undefined)
      return mine
    },
    emptyLog: async () => {},
    close: () => db.destroy(),
  }
  await store.write(settle)
  return { store, dir: '', address: 'pglite:', clock: testClock(NOW), close: () => store.close() }
}

/** The same promises hold on both databases: tests run over each. */
export const CITIES = [
  { database: 'SQLite', open: aSmallCity },
  { database: 'PostgreSQL', open: inPostgres },
]
