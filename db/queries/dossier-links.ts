import { inBatches } from '../batches.ts'
import type { Db, InvitationRow, Tx } from '../schema.ts'

/** The first link issued at return for each of these dossiers that has one. */
export async function findReturnLinks(db: Db, dossierIds: readonly string[]): Promise<InvitationRow[]> {
  const found: InvitationRow[] = []
  for (const batch of inBatches(dossierIds)) {
    const rows = await db
      .selectFrom('invitations')
      .selectAll()
      .where('dossier_id', 'in', batch)
      .where('stage', '=', 'return')
      .where('issue_number', '=', 1)
      .execute()
    found.push(...rows)
  }
  return found
}

/** The dossier returned last whose link nobody has used and that may be used at this instant. */
export function findDossierToRate(db: Db, now: string): Promise<{ code: string } | undefined> {
  return db
    .selectFrom('invitations as i')
    .innerJoin('dossiers as d', 'd.id', 'i.dossier_id')
    .select('d.code')
    .where('i.status', '=', 'open')
    .where('i.valid_from', '<=', now)
    .where('i.valid_to', '>=', now)
    .orderBy('i.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Inserts dossiers' links; one already issued takes over office, validity and status, and keeps its key. */
export async function upsertDossierLinks(tx: Tx, rows: readonly InvitationRow[]): Promise<void> {
  for (const batch of inBatches(rows)) {
    await tx
      .insertInto('invitations')
      .values(batch)
      .onConflict((c) =>
        c.columns(['dossier_id', 'stage', 'issue_number']).doUpdateSet((e) => ({
          office_id: e.ref('excluded.office_id'),
          valid_from: e.ref('excluded.valid_from'),
          valid_to: e.ref('excluded.valid_to'),
          status: e.ref('excluded.status'),
        })),
      )
      .execute()
  }
}
