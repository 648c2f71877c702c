import type { Store } from '#db/connection.ts'
import { readAnything } from '#db/queries/readiness.ts'

/** Whether the database is there and answers. */
export async function isReady(store: Pick<Store, 'read'>): Promise<boolean> {
  try {
    await readAnything(store.read)
    return true
  } catch {
    return false
  }
}
