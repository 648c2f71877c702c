import type { CaseContactRow, Db, Tx } from '../schema.ts'

export async function insertCaseContact(tx: Tx, row: CaseContactRow): Promise<void> {
  await tx.insertInto('case_contacts').values(row).execute()
}

export function findCaseContact(db: Db, caseId: string): Promise<CaseContactRow | undefined> {
  return db.selectFrom('case_contacts').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}

/** Deletes the contact data of these cases; answers those that had some still. */
export async function deleteCaseContacts(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('case_contacts')
    .select('case_id')
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .execute()
  const ids = rows.map(({ case_id }) => case_id)
  if (ids.length === 0) return ids
  await tx.deleteFrom('case_contacts').where('case_id', 'in', ids).execute()
  await tx.updateTable('feedback_cases').set({ contact: 'deleted' }).where('id', 'in', ids).execute()
  return ids
}

/** Every case with contact data. */
export async function listContactCases(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('case_contacts').select('case_id').orderBy('case_id').execute()
  return rows.map(({ case_id }) => case_id)
}

/** Cases closed (or set aside) before an instant that still have contact data. */
export async function listContactsToForget(db: Db, closedBefore: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_contacts as k')
    .innerJoin('feedback_cases as c', 'c.id', 'k.case_id')
    .select('k.case_id')
    .where('c.closed_at', '<>', '')
    .where('c.closed_at', '<', closedBefore)
    .orderBy('k.case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}
