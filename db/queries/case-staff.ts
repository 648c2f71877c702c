import type { Db } from '../schema.ts'

/** Whoever can be told to handle a case, with their office; those without one belong to Văn phòng. */
export function listCaseHandlers(db: Db) {
  return db
    .selectFrom('staff as s')
    .leftJoin('offices as o', 'o.id', 's.office_id')
    .select(['s.id', 's.name', 's.role', 's.office_id', 'o.name as office', 'o.path'])
    .where('s.status', '=', 'active')
    .where('s.role', 'in', ['case_handler', 'city_office'])
    .orderBy('o.position')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}
export type CaseHandler = Awaited<ReturnType<typeof listCaseHandlers>>[number]

/** Văn phòng's people, or the heads of offices, who are to hear of something. */
export async function listHeads(db: Db, officeIds: readonly string[] | 'city_office') {
  const query = db.selectFrom('staff').select(['id', 'office_id']).where('status', '=', 'active')
  return officeIds === 'city_office'
    ? query.where('role', '=', 'city_office').orderBy('id').execute()
    : query
        .where('role', '=', 'office_head')
        .where('office_id', 'in', [...officeIds, ''])
        .orderBy('id')
        .execute()
}

/** The heads of all offices. */
export function listEveryHead(db: Db) {
  return db
    .selectFrom('staff')
    .select(['id', 'office_id'])
    .where('status', '=', 'active')
    .where('role', '=', 'office_head')
    .orderBy('id')
    .execute()
}
