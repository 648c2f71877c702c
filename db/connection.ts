import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Kysely } from 'kysely'
import type { DialectDifferences } from './dialects/dialect.ts'
import { CachedSqliteDialect, openSqlite, StoreRefused, sqliteDifferences } from './dialects/sqlite.ts'
import { GroupCommit } from './group-commit.ts'
import type { Db, Schema, Tx } from './schema.ts'

/** The city's store: `read` cannot write, `write` resolves only after a durable commit. */
export interface Store {
  readonly read: Db
  /** Runs one member in its own savepoint; it must wait for nothing but the given transaction. */
  write<T>(member: (tx: Tx) => Promise<T>): Promise<T>
  /** Empties the write-ahead log into the database, so that what was deleted stands in neither. */
  emptyLog(): Promise<void>
  /** For migrations only: the writing connection, outside the queue. */
  readonly owner: Db
  readonly differences: DialectDifferences
  close(): Promise<void>
}

/** The file behind `sqlite:PATH`. @throws StoreRefused for any other address */
export function sqliteFile(address: string): string {
  const path = /^sqlite:(.+)$/.exec(address)?.[1]
  if (!path) throw new StoreRefused(`DATABASE_URL must be sqlite:PATH (got ${address.split(':')[0]}:...)`)
  return resolve(path)
}

/** Opens (or makes) the SQLite file behind `sqlite:PATH`: one writing connection, one that can only read. */
export function openStore(address: string): Store {
  const file = sqliteFile(address)
  mkdirSync(dirname(file), { recursive: true })
  const connections = [openSqlite(file, 'write'), openSqlite(file, 'read')] as const
  const writer = new Kysely<Schema>({ dialect: new CachedSqliteDialect(connections[0]) })
  const reader = new Kysely<Schema>({ dialect: new CachedSqliteDialect(connections[1]) })
  const queue = new GroupCommit(writer)
  return {
    read: reader,
    owner: writer,
    differences: sqliteDifferences,
    write: (member) => queue.write(member),
    emptyLog: () => queue.between(() => void connections[0].pragma('wal_checkpoint(TRUNCATE)')),
    async close() {
      await queue.idle()
      await reader.destroy()
      await writer.destroy()
      // Kysely leaves open what was never asked anything.
      for (const connection of connections) if (connection.open) connection.close()
    },
  }
}

/** A thread reads each page about once: what a cache would keep for it is memory of the whole server. */
const PASSING_CACHE_KIB = 4_000

/** A connection of its own that can only read, for a thread that has no store. */
export function openReader(address: string): { read: Db; close(): Promise<void> } {
  const connection = openSqlite(sqliteFile(address), 'read', PASSING_CACHE_KIB)
  const read = new Kysely<Schema>({ dialect: new CachedSqliteDialect(connection) })
  return {
    read,
    async close() {
      await read.destroy()
      if (connection.open) connection.close()
    },
  }
}
