import { sql } from 'kysely'
import type { Db, DossierRow } from '../schema.ts'

/** The dossiers that an office gave an answer to on a day, in the order of their codes. */
export function listDossiersReturnedOn(db: Db, officeId: string, day: string): Promise<DossierRow[]> {
  return db
    .selectFrom('dossiers')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('returned_day', '=', day)
    .where('outcome', 'in', ['returned', 'refused'])
    .orderBy('code')
    .execute()
}

/** Every office of every time with the name of the one at the root of its tree. */
export function listOfficesWithCity(db: Db) {
  return db
    .selectFrom('offices as o')
    .innerJoin('offices as city', (join) =>
      join.on('city.parent_id', 'is', null).on(sql<boolean>`o.path like city.path || '%'`),
    )
    .select(['o.id', 'o.name', 'city.name as city_name'])
    .orderBy('o.position')
    .orderBy('o.path')
    .execute()
}
