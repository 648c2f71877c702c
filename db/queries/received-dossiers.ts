import { sql } from 'kysely'
import type { Db, ReceivedDossierCountRow, Tx } from '../schema.ts'
import { type CountLine, keptLines } from './recounts.ts'

export type ReceivedCounts = Omit<ReceivedDossierCountRow, 'month' | 'office_id'>

/** Adds `change` (numbers may be negative) to what an office received in a month. */
export async function addToReceivedCount(
  tx: Tx,
  { month, office_id, received, late }: ReceivedDossierCountRow,
): Promise<void> {
  await tx
    .insertInto('received_dossier_counts')
    // A check refuses a negative count before the conflict is found.
    .values({ month, office_id, received: Math.max(received, 0), late: Math.max(late, 0) })
    .onConflict((c) =>
      c.columns(['month', 'office_id']).doUpdateSet({
        received: sql`received_dossier_counts.received + ${received}`,
        late: sql`received_dossier_counts.late + ${late}`,
      }),
    )
    .execute()
}

/**
 * Dossiers received in whole months (`yyyy-MM`, both included), those overdue among them: closed after the day they
 * were due, or still open after it on `today`; of all offices but some.
 */
export async function sumReceivedWithout(
  db: Db,
  { from, to, today, without }: { from: string; to: string; today: string; without: readonly string[] },
): Promise<{ received: number; overdue: number }> {
  const open = db
    .selectFrom('dossiers')
    .select((e) => [sql<number>`0`.as('received'), e.fn.countAll<number>().as('late')])
    .where(sql<boolean>`outcome = 'open'`)
    .where('due_day', '<', today)
    .where('received_day', '>=', `${from}-01`)
    .where('received_day', '<=', `${to}-31`)
    .$if(without.length > 0, (query) => query.where('office_id', 'not in', without))
  const parts = await db
    .selectFrom('received_dossier_counts')
    .select((e) => [e.fn.sum<number>('received').as('received'), e.fn.sum<number>('late').as('late')])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .$if(without.length > 0, (query) => query.where('office_id', 'not in', without))
    .unionAll(open)
    .execute()
  const sum = (column: keyof ReceivedCounts) =>
    parts.reduce((all, part) => all + Number(part[column] ?? 0), 0)
  return { received: sum('received'), overdue: sum('late') }
}

export const keptReceivedCounts = (db: Db): Promise<CountLine<ReceivedCounts>[]> =>
  keptLines(db, 'received_dossier_counts', ['month', 'office_id'], ['received', 'late'])

/** The same counted again from the dossiers. */
export async function recountedReceived(db: Db): Promise<CountLine<ReceivedCounts>[]> {
  const { rows } = await sql<ReceivedCounts & { key: string }>`
    select substr(received_day, 1, 7) || ' ' || office_id as key, count(*) as received,
      sum(case when outcome in ('returned', 'refused') and on_time = 0 then 1 else 0 end) as late
    from dossiers group by substr(received_day, 1, 7), office_id
  `.execute(db)
  return rows.map(({ key, received, late }) => ({
    key,
    counts: { received: Number(received), late: Number(late) },
  }))
}
