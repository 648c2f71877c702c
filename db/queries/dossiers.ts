import { inBatches } from '../batches.ts'
import type { Db, DossierRow, Tx } from '../schema.ts'

export async function findDossiersByCode(db: Db, codes: readonly string[]): Promise<DossierRow[]> {
  const found: DossierRow[] = []
  for (const batch of inBatches(codes)) {
    found.push(...(await db.selectFrom('dossiers').selectAll().where('code', 'in', batch).execute()))
  }
  return found
}

/** Inserts dossiers; one whose code is known keeps its id and takes over all the rest. */
export async function upsertDossiers(tx: Tx, rows: readonly DossierRow[]): Promise<void> {
  for (const batch of inBatches(rows)) {
    await tx
      .insertInto('dossiers')
      .values(batch)
      .onConflict((c) =>
        c.column('code').doUpdateSet((e) => ({
          office_id: e.ref('excluded.office_id'),
          procedure_id: e.ref('excluded.procedure_id'),
          channel: e.ref('excluded.channel'),
          applicant: e.ref('excluded.applicant'),
          received_at: e.ref('excluded.received_at'),
          due_at: e.ref('excluded.due_at'),
          returned_at: e.ref('excluded.returned_at'),
          received_day: e.ref('excluded.received_day'),
          due_day: e.ref('excluded.due_day'),
          returned_day: e.ref('excluded.returned_day'),
          outcome: e.ref('excluded.outcome'),
          on_time: e.ref('excluded.on_time'),
        })),
      )
      .execute()
  }
}

/** The ids a dossier's office may have: every office there is or ever was. */
export async function listOfficeIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('offices').select('id').execute()
  return rows.map((row) => row.id)
}
