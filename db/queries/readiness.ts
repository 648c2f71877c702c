import { sql } from 'kysely'
import type { Db } from '../schema.ts'

export async function isStoreReady(db: Db): Promise<boolean> {
  try {
    await sql`select version from index_definitions limit 1`.execute(db)
    return true
  } catch {
    return false
  }
}
