import { type AuditFilter, listAuditActions, listAuditEntries } from '#db/queries/audit-trail.ts'
import type { AuditRow, Db } from '#db/schema.ts'

const ON_A_PAGE = 50
const IN_A_BATCH = 1_000

/** One page of the trail, the newest first; `older` is where the next one begins, null at the end. */
export interface AuditPage {
  entries: AuditRow[]
  older: number | null
  actions: string[]
}

/** The trail below a number (none: from the newest). */
export async function auditPage(db: Db, filter: AuditFilter, below: number | null): Promise<AuditPage> {
  const found = await listAuditEntries(db, filter, below, ON_A_PAGE + 1)
  const entries = found.slice(0, ON_A_PAGE)
  const older = found.length > ON_A_PAGE ? (entries.at(-1)?.sequence ?? null) : null
  return { entries, older, actions: await listAuditActions(db) }
}

/** All that fits, in batches: one long statement would keep every other reader waiting. */
export async function* auditEntries(db: Db, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let below: number | null = null
  for (;;) {
    const batch: AuditRow[] = await listAuditEntries(db, filter, below, IN_A_BATCH)
    yield* batch
    const last = batch.at(-1)
    if (!last || batch.length < IN_A_BATCH) return
    below = last.sequence
  }
}
