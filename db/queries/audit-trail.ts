import { sql } from 'kysely'
import type { AuditRow, Tx } from '../schema.ts'

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
