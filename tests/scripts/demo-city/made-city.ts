import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Secret } from '#app/invitations/secret.ts'
import { openSqlite } from '#db/dialects/sqlite.ts'
import { type DemoCity, type MadeCity, makeDemoCity } from '#scripts/demo-city/make-demo-city.ts'

export const SECRET: Secret = { key: 'd'.repeat(32), number: 1 }
export const UNTIL = '2026-11-22'

/** A demo city in a file of its own, to be asked in SQL. */
export interface AskedCity {
  made: MadeCity
  file: string
  all<Row>(sql: string, ...values: (string | number)[]): Row[]
  one<Value>(sql: string, ...values: (string | number)[]): Value
  /** Every row of every table but the times of the migrations. */
  digest(): string
  remove(): void
}

export async function madeCity(wanted: Partial<DemoCity> = {}): Promise<AskedCity> {
  const dir = mkdtempSync(join(tmpdir(), 'demo-city-'))
  const file = join(dir, 'city.sqlite')
  const made = await makeDemoCity({ ratings: 300, seed: 7, until: UNTIL, file, secret: SECRET, ...wanted })
  return { made, file, ...asked(file), remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** Asks a file that is there already. */
export function asked(file: string): Pick<AskedCity, 'all' | 'one' | 'digest'> {
  const all = <Row>(sql: string, ...values: (string | number)[]): Row[] => {
    const db = openSqlite(file, 'read')
    try {
      return db.prepare(sql).all(...values) as Row[]
    } finally {
      db.close()
    }
  }
  return {
    all,
    one: <Value>(sql: string, ...values: (string | number)[]) =>
      Object.values(all<Record<string, Value>>(sql, ...values)[0] ?? {})[0] as Value,
    digest() {
      const hash = createHash('sha256')
      const tables = all<{ name: string }>(
        `select name from sqlite_master where type = 'table' and name <> 'migrations' order by name`,
      )
      for (const { name } of tables) {
        hash.update(name)
        for (const row of all(`select * from "${name}"`)) hash.update(JSON.stringify(row))
      }
      return hash.digest('hex')
    },
  }
}
