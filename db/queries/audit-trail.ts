import { sql } from 'kysely'
import type { AuditRow, Db, Tx } from '../schema.ts'

/** Appends one entry under the next number; numbers have no gaps. */
export async function appendToAuditTrail(tx: Tx, entry: Omit<AuditRow, 'sequence'>): Promise<void> {
  const columns = [
    'at',
    'staff_id',
    'actor',
    'action',
    'subject_kind',
    'subject_id',
    'before',
    'after',
  ] as const
  await tx
    .insertInto('audit_trail')
    .columns(['sequence', ...columns])
    .expression((e) =>
      e
        .selectFrom('audit_trail')
        .select((s) => [
          sql<number>`coalesce(max(${s.ref('sequence')}), 0) + 1`.as('sequence'),
          ...columns.map((column) => s.val(entry[column]).as(column)),
        ]),
    )
    .execute()
}

/** What is looked for; an empty text does not narrow. Instants are ISO, `from` included, `before` not. */
export interface AuditFilter {
  from: string
  before: string
  /** A part of the actor's e-mail or script. */
  actor: string
  action: string
  subject: string
}

/** Entries below a sequence number (null: all), the newest first. */
export function listAuditEntries(
  db: Db,
  filter: AuditFilter,
  below: number | null,
  most: number,
): Promise<AuditRow[]> {
  let query = db.selectFrom('audit_trail').selectAll().orderBy('sequence', 'desc').limit(most)
  if (below !== null) query = query.where('sequence', '<', below)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.before) query = query.where('at', '<', filter.before)
  if (filter.actor) query = query.where('actor', 'like', `%${filter.actor.replace(/[\\%_]/g, '')}%`)
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.subject) query = query.where('subject_id', '=', filter.subject)
  return query.execute()
}

export async function listAuditActions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('audit_trail').select('action').distinct().orderBy('action').execute()
  return rows.map((row) => row.action)
}
