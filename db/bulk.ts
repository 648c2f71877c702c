import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { Database as SqliteDatabase, Statement } from 'better-sqlite3'
import { openSqlite, StoreRefused } from './dialects/sqlite.ts'
import type { Schema } from './schema.ts'

type Table = keyof Schema
type Value = string | number | null

/** Of 1, 8, 32, 64 and 128 rows a statement, 64 and more took half to two thirds of the time of one. */
const ROWS_A_STATEMENT = 64
/** 1,000,000 ratings took as long with twice as much; with a quarter of it the disk set the pace. */
const CACHE_KIB = 64_000

/** Rows on their way into one table: they reach it in batches, in order, and for certain only after `flush`. */
export class BulkInsert<Name extends Table> {
  readonly #db: SqliteDatabase
  readonly #table: Name
  #columns: (keyof Schema[Name] & string)[] = []
  #batch: Statement | undefined
  #waiting: Value[] = []
  #rows = 0

  constructor(db: SqliteDatabase, table: Name) {
    this.#db = db
    this.#table = table
  }

  /** Takes one row; the first one's columns are those of all that follow. */
  add(row: Schema[Name]): void {
    this.#batch ??= this.#prepareFor(row)
    for (const column of this.#columns) this.#waiting.push(row[column] as Value)
    this.#rows += 1
    if (this.#rows < ROWS_A_STATEMENT) return
    this.#batch.run(this.#waiting)
    this.#empty()
  }

  flush(): void {
    if (this.#rows === 0) return
    this.#insertOf(this.#rows).run(this.#waiting)
    this.#empty()
  }

  #empty(): void {
    this.#waiting.length = 0
    this.#rows = 0
  }

  #prepareFor(row: Schema[Name]): Statement {
    this.#columns = Object.keys(row) as (keyof Schema[Name] & string)[]
    return this.#insertOf(ROWS_A_STATEMENT)
  }

  #insertOf(rows: number): Statement {
    const one = `(${this.#columns.map(() => '?').join(', ')})`
    const names = this.#columns.map((column) => `"${column}"`).join(', ')
    const values = Array(rows).fill(one).join(', ')
    return this.#db.prepare(`insert into "${this.#table}" (${names}) values ${values}`)
  }
}

/** The way into a file being filled: one `BulkInsert` per table. */
export class Filling {
  readonly #db: SqliteDatabase
  readonly #tables = new Map<Table, { flush(): void }>()

  constructor(db: SqliteDatabase) {
    this.#db = db
  }

  into<Name extends Table>(table: Name): BulkInsert<Name> {
    const insert = new BulkInsert(this.#db, table)
    if (this.#tables.has(table)) throw new Error(`${table} is being filled already`)
    this.#tables.set(table, insert)
    return insert
  }

  flush(): void {
    for (const insert of this.#tables.values()) insert.flush()
  }
}

/**
 * Fills a migrated file that nobody else has open, in one transaction: a fault leaves it as it was. Secondary indexes
 * are built after the rows, references checked once at the end, and nothing is synced before the end: a power cut
 * meanwhile may cost the whole file, so this is for files made anew. Afterwards the file is durable and in WAL again.
 * @throws StoreRefused when the file is in use, or a reference would lead nowhere
 */
export function fillFile<T>(file: string, fill: (filling: Filling) => T): T {
  const db = openSqlite(file, 'write')
  try {
    withoutSafety(db, file)
    const result = db.transaction(() => fillWithoutIndexes(db, fill)).exclusive()
    db.pragma('foreign_keys = ON')
    db.pragma('synchronous = FULL')
    db.pragma('journal_mode = WAL')
    db.pragma('optimize = 0x10002')
    db.pragma('wal_checkpoint(TRUNCATE)')
    return result
  } finally {
    db.close()
    syncFile(file)
  }
}

/** A rollback journal holds only pages that existed before, so one huge transaction into an empty file is cheap. */
function withoutSafety(db: SqliteDatabase, file: string): void {
  try {
    db.pragma('busy_timeout = 0')
    db.pragma('journal_mode = DELETE')
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new StoreRefused(`The database ${file} is in use: stop what has it open first.`)
  }
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma(`cache_size = -${CACHE_KIB}`)
}

function fillWithoutIndexes<T>(db: SqliteDatabase, fill: (filling: Filling) => T): T {
  const indexes = db
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null order by name`)
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`drop index "${name}"`)
  const filling = new Filling(db)
  const result = fill(filling)
  filling.flush()
  for (const { sql } of indexes) db.exec(sql)
  const [broken] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (broken)
    throw new StoreRefused(`A row of ${broken.table} refers to a row that ${broken.parent} has not.`)
  return result
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
