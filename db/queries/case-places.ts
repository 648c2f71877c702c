import type { Db } from '../schema.ts'

/** A case with the places it concerns: the office it is about, the one that handles it, and the asker's own. */
export function findPlacedCase(db: Db, caseId: string, ownOfficeId: string) {
  return db
    .selectFrom('feedback_cases as c')
    .innerJoin('offices as about', 'about.id', 'c.office_id')
    .leftJoin('offices as handling', 'handling.id', 'c.handling_office_id')
    .leftJoin('offices as own', (join) => join.on('own.id', '=', ownOfficeId))
    .leftJoin('staff as handler', 'handler.id', 'c.handler_id')
    .selectAll('c')
    .select(['about.path as about_path', 'about.name as about_name'])
    .select(['handling.path as handling_path', 'handling.name as handling_name'])
    .select(['own.path as own_path', 'handler.name as handler_name'])
    .where('c.id', '=', caseId)
    .executeTakeFirst()
}
export type PlacedCaseRow = NonNullable<Awaited<ReturnType<typeof findPlacedCase>>>
