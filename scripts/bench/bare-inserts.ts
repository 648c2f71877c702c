import { createHash, randomUUID } from 'node:crypto'
import Database, { type Database as SqliteDatabase } from 'better-sqlite3'
import { type Figures, figuresOf } from './figures.ts'

/** Rows as wide as a response, each commit durable, with nothing around SQLite: what the disk itself allows. */
export class BareInserts {
  readonly #db: SqliteDatabase
  readonly #insert: (rows: number) => void

  constructor(file: string) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    this.#db.exec(`create table ratings (id text primary key, receipt_hash text not null unique, office text not null,
      counter text not null, level integer not null, day text not null, first_at text not null, lang text not null)`)
    const one = this.#db.prepare('insert into ratings values (?, ?, ?, ?, ?, ?, ?, ?)')
    this.#insert = this.#db.transaction((rows: number) => {
      for (let n = 0; n < rows; n++) {
        const id = randomUUID()
        const at = new Date().toISOString()
        const hash = createHash('sha256').update(id).digest('hex')
        one.run(id, hash, 'p-01', 'p-01-q1', 5, at.slice(0, 10), at, 'vi')
      }
    })
  }

  /** Rows a second, and how long one commit of `rowsACommit` takes. */
  run(rowsACommit: number, milliseconds: number): Figures {
    const times: number[] = []
    const began = performance.now()
    while (performance.now() - began < milliseconds) {
      const start = performance.now()
      this.#insert(rowsACommit)
      times.push(performance.now() - start)
    }
    const figures = figuresOf(times, performance.now() - began, null)
    return { ...figures, rate: figures.rate * rowsACommit }
  }

  close(): void {
    this.#db.close()
  }
}
