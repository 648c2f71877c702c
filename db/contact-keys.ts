import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database as SqliteDatabase } from 'better-sqlite3'
import { openKeyFile } from './dialects/sqlite.ts'

/**
 * The keys of contact data, one a case, in a file of its own beside the database: no copy of the database holds them,
 * so what is forgotten here can be read in no copy either. Kept in the newest state only.
 */
export interface ContactKeys {
  /** A fresh key of 256 bits as hex, durable before it is answered; a case that has one keeps it. */
  make(caseId: string): string
  find(caseId: string): string | null
  /** Destroys a key; its bytes are overwritten. */
  forget(caseId: string): void
  /** Every case that has a key. */
  held(): string[]
  close(): void
}

/** Where the keys of a database are. */
export const contactKeysFile = (database: string): string => `${database}.keys`

/** Opens (or makes) the file of keys. @throws StoreRefused */
export function openContactKeys(file: string): ContactKeys {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db: SqliteDatabase = openKeyFile(file)
  const find = db.prepare('select key from contact_keys where case_id = ?').pluck()
  const insert = db.prepare('insert into contact_keys (case_id, key) values (?, ?) on conflict do nothing')
  const remove = db.prepare('delete from contact_keys where case_id = ?')
  const list = db.prepare('select case_id from contact_keys order by case_id').pluck()
  return {
    make(caseId) {
      insert.run(caseId, randomBytes(32).toString('hex'))
      return find.get(caseId) as string
    },
    find: (caseId) => (find.get(caseId) as string | undefined) ?? null,
    forget: (caseId) => void remove.run(caseId),
    held: () => list.all() as string[],
    close: () => void db.close(),
  }
}
