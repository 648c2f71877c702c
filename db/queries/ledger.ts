import { sql } from 'kysely'
import { preparedQuery } from '../prepared.ts'
import type { Db, LedgerRow, Tx } from '../schema.ts'

const COLUMNS = ['kind', 'subject', 'revision', 'salt', 'hash', 'recorded_at'] as const

const append = preparedQuery((db: Db, ...values: (string | number)[]) =>
  db
    .insertInto('ledger')
    .columns(['sequence', ...COLUMNS])
    .expression((e) =>
      e
        .selectFrom('ledger')
        .select((s) => [
          sql<number>`coalesce(max(${s.ref('sequence')}), 0) + 1`.as('sequence'),
          ...COLUMNS.map((column, at) => s.val(values[at] ?? '').as(column)),
        ]),
    ),
)

/** Appends one entry under the next number; numbers have no gaps. */
export async function appendToLedger(tx: Tx, entry: Omit<LedgerRow, 'sequence'>): Promise<void> {
  await append(tx, ...COLUMNS.map((column) => entry[column]))
}
