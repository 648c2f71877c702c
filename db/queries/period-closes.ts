import type { Db, PeriodCloseRow, PeriodRecordRow, ReportTextRow, Tx } from '../schema.ts'

export async function insertPeriodRecord(tx: Tx, row: PeriodRecordRow): Promise<void> {
  await tx.insertInto('period_records').values(row).execute()
}

export async function insertPeriodClose(tx: Tx, row: PeriodCloseRow): Promise<void> {
  await tx.insertInto('period_closes').values(row).execute()
}

export function findPeriodRecord(db: Db, id: string): Promise<PeriodRecordRow | undefined> {
  return db.selectFrom('period_records').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ListedClose = PeriodCloseRow & {
  sha256: string
  proposer: string
  signer: string | null
  reopen_asker: string | null
  reopener: string | null
}

const closes = (db: Db) =>
  db
    .selectFrom('period_closes as c')
    .innerJoin('period_records as r', 'r.id', 'c.record_id')
    .innerJoin('staff as p', 'p.id', 'c.proposed_by')
    .leftJoin('staff as s', 's.id', 'c.signed_by')
    .leftJoin('staff as a', 'a.id', 'c.reopen_asked_by')
    .leftJoin('staff as o', 'o.id', 'c.reopened_by')
    .selectAll('c')
    .select([
      'r.sha256',
      'p.name as proposer',
      's.name as signer',
      'a.name as reopen_asker',
      'o.name as reopener',
    ])

/** Every close, the newest period first; withdrawn and reopened ones among them. */
export function listPeriodCloses(db: Db): Promise<ListedClose[]> {
  return closes(db).orderBy('c.period_to', 'desc').orderBy('c.proposed_at', 'desc').execute()
}

export function findPeriodClose(db: Db, id: string): Promise<ListedClose | undefined> {
  return closes(db).where('c.id', '=', id).executeTakeFirst()
}

/** The one of a period that is proposed, closed or about to be reopened. */
export function findStandingClose(
  db: Db,
  { kind, from, to }: { kind: PeriodCloseRow['kind']; from: string; to: string },
): Promise<ListedClose | undefined> {
  return closes(db)
    .where('c.kind', '=', kind)
    .where('c.period_from', '=', from)
    .where('c.period_to', '=', to)
    .where('c.status', 'in', ['proposed', 'closed', 'reopening'])
    .executeTakeFirst()
}

export async function updatePeriodClose(
  tx: Tx,
  id: string,
  change: Partial<Omit<PeriodCloseRow, 'id' | 'record_id'>>,
): Promise<void> {
  await tx.updateTable('period_closes').set(change).where('id', '=', id).execute()
}

/** Every frozen record, one after the other. */
export function streamPeriodRecords(db: Db): AsyncIterableIterator<PeriodRecordRow> {
  return db.selectFrom('period_records').selectAll().orderBy('frozen_at').orderBy('id').stream()
}

/** What was written for reports of a scope ('' the city) up to a period, the newest first. */
export function listReportTexts(db: Db, scope: string, to: string): Promise<ReportTextRow[]> {
  return db
    .selectFrom('report_texts')
    .selectAll()
    .where('scope', '=', scope)
    .where('period_to', '<=', to)
    .orderBy('period_to', 'desc')
    .orderBy('saved_at', 'desc')
    .limit(200)
    .execute()
}

export async function writeReportTexts(tx: Tx, rows: ReportTextRow[]): Promise<void> {
  await tx
    .insertInto('report_texts')
    .values(rows)
    .onConflict((c) =>
      c.columns(['kind', 'period_from', 'period_to', 'scope', 'section']).doUpdateSet((e) => ({
        content: e.ref('excluded.content'),
        saved_at: e.ref('excluded.saved_at'),
        saved_by: e.ref('excluded.saved_by'),
      })),
    )
    .execute()
}
