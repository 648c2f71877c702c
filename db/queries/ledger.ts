import { sql } from 'kysely'
import type { LedgerRow, Tx } from '../schema.ts'

/** Appends one entry under the next number; numbers have no gaps. */
export async function appendToLedger(tx: Tx, entry: Omit<LedgerRow, 'sequence'>): Promise<void> {
  await tx
    .insertInto('ledger')
    .columns(['sequence', 'kind', 'subject', 'revision', 'salt', 'hash', 'recorded_at'])
    .expression((e) =>
      e
        .selectFrom('ledger')
        .select((s) => [
          sql<number>`coalesce(max(${s.ref('sequence')}), 0) + 1`.as('sequence'),
          s.val(entry.kind).as('kind'),
          s.val(entry.subject).as('subject'),
          s.val(entry.revision).as('revision'),
          s.val(entry.salt).as('salt'),
          s.val(entry.hash).as('hash'),
          s.val(entry.recorded_at).as('recorded_at'),
        ]),
    )
    .execute()
}
