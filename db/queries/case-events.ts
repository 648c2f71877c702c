import type { CaseEventRow, Db, Tx } from '../schema.ts'

export async function insertCaseEvents(tx: Tx, rows: CaseEventRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('case_events').values(rows).execute()
}

/** A case's way with the names of who took part, the first step first. */
export function listCaseEvents(db: Db, caseId: string) {
  return db
    .selectFrom('case_events as e')
    .leftJoin('staff as s', 's.id', 'e.staff_id')
    .leftJoin('staff as to_staff', 'to_staff.id', 'e.to_staff_id')
    .leftJoin('offices as from_office', 'from_office.id', 'e.from_office_id')
    .leftJoin('offices as to_office', 'to_office.id', 'e.to_office_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.note', 's.name as staff', 'to_staff.name as to_staff'])
    .select(['from_office.name as from_office', 'to_office.name as to_office'])
    .where('e.case_id', '=', caseId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
}
export type NamedCaseEvent = Awaited<ReturnType<typeof listCaseEvents>>[number]
