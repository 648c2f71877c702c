import type { Db } from '../schema.ts'

export async function readAnything(db: Db): Promise<void> {
  await db.selectFrom('index_definitions').select('version').limit(1).execute()
}
