import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Database as SqliteDatabase } from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  SqliteDriver,
  sql,
  type TransactionSettings,
} from 'kysely'
import type { DialectDifferences } from './dialect.ts'

const OLDEST_SQLITE = [3, 51, 3] as const
const BUSY_TIMEOUT_MS = 5_000
/** Pages kept in memory by one connection, in KiB. */
const CACHE_KIB = 12_000

export const sqliteDifferences: DialectDifferences = {
  name: 'sqlite',
  storedByKey: sql`without rowid`,
  async refuseChanges(db, table) {
    for (const change of ['update', 'delete']) {
      await sql`
        create trigger ${sql.raw(`${table}_refuse_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end
      `.execute(db)
    }
  },
}

/** Says in one line why the store cannot start; the caller prints it and stops. */
export class StoreRefused extends Error {}

/**
 * Opens one SQLite connection as promised: WAL, every commit synced (better-sqlite3 reopens a WAL file with
 * NORMAL, which loses acknowledged ratings in a power cut), foreign keys, a busy timeout; read back, not assumed.
 * @throws StoreRefused when the native module is missing, SQLite is too old or a pragma did not hold
 */
export function openSqlite(file: string, use: 'write' | 'read', cacheKib = CACHE_KIB): SqliteDatabase {
  const db = loadDriver(file)
  try {
    db.pragma(`cache_size = -${cacheKib}`)
    return holding(db, file, use)
  } catch (cause) {
    db.close()
    if (cause instanceof StoreRefused) throw cause
    throw new StoreRefused(`The database ${file} cannot be used: ${(cause as Error).message}`)
  }
}

function holding(db: SqliteDatabase, file: string, use: 'write' | 'read'): SqliteDatabase {
  const version = db.prepare('select sqlite_version()').pluck().get() as string
  if (isOlder(version))
    throw new StoreRefused(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} is needed.`)
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // What is deleted is overwritten, not only forgotten.
  db.pragma('secure_delete = ON')
  if (use === 'read') db.pragma('query_only = ON')
  const held = {
    journal_mode: db.pragma('journal_mode', { simple: true }),
    synchronous: db.pragma('synchronous', { simple: true }),
    foreign_keys: db.pragma('foreign_keys', { simple: true }),
  }
  const memory = file === ':memory:'
  if ((!memory && held.journal_mode !== 'wal') || held.synchronous !== 2 || held.foreign_keys !== 1) {
    throw new StoreRefused(`The database ${file} does not hold its settings: ${JSON.stringify(held)}`)
  }
  return db
}

function loadDriver(file: string): SqliteDatabase {
  const require = createRequire(import.meta.url)
  let db: SqliteDatabase
  try {
    const Driver = require('better-sqlite3') as new (file: string) => SqliteDatabase
    db = new Driver(file)
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_') || cause instanceof TypeError) {
      throw new StoreRefused(`The database ${file} cannot be opened: ${(cause as Error).message}`)
    }
    throw new StoreRefused(
      `The native module better-sqlite3 is missing or does not fit Node ${process.version}: run "npm ci" again with Node 22.18 or newer.`,
    )
  }
  return db
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number)
  const at = OLDEST_SQLITE.findIndex((wanted, i) => parts[i] !== wanted)
  return at >= 0 && (parts[at] ?? 0) < (OLDEST_SQLITE[at] ?? 0)
}

/**
 * Transactions begin IMMEDIATE: a deferred one that reads first fails at once when another process writes. One that
 * says it only reads is a snapshot, and keeps nobody waiting.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }
}

/** Kysely's SQLite dialect with each statement prepared once (+17-48% on selects); streams get their own. */
export class CachedSqliteDialect extends SqliteDialect {
  readonly #database: ConstructorParameters<typeof SqliteDriver>[0]['database']

  constructor(database: SqliteDatabase) {
    const cached = withStatementCache(database)
    super({ database: cached })
    this.#database = cached
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database })
  }
}

function withStatementCache(database: SqliteDatabase) {
  const kept = new Map<string, ReturnType<typeof keep>>()
  const keep = (text: string) => {
    const statement = database.prepare(text)
    return {
      reader: statement.reader,
      all: (parameters: ReadonlyArray<unknown>) => statement.all(parameters),
      run: (parameters: ReadonlyArray<unknown>) => statement.run(parameters),
      iterate: (parameters: ReadonlyArray<unknown>) => database.prepare(text).iterate(parameters),
    }
  }
  return {
    close: () => database.close(),
    prepare(text: string) {
      const found = kept.get(text)
      if (found) return found
      const made = keep(text)
      if (kept.size < 500) kept.set(text, made)
      return made
    },
  }
}

/** The file of contact keys: a rollback journal emptied at each commit leaves no second copy of a destroyed key. */
export function openKeyFile(file: string): SqliteDatabase {
  const db = loadDriver(file)
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.exec(
    'create table if not exists contact_keys (case_id text primary key, key text not null) without rowid',
  )
  if (file !== ':memory:') chmodSync(file, 0o600)
  return db
}
