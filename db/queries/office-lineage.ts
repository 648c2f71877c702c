import { sql } from 'kysely'
import type { Db, LineageRow, Tx } from '../schema.ts'

/** Who followed whom, in the order it happened; of one day in the order offices stand in, those from outside last. */
export function listLineage(db: Db): Promise<LineageRow[]> {
  return db
    .selectFrom('office_lineage as l')
    .leftJoin('offices as o', 'o.id', 'l.predecessor_id')
    .selectAll('l')
    .orderBy('l.day')
    .orderBy((e) => e.fn.coalesce('o.position', e.lit(1_000_000)))
    .orderBy('l.predecessor_name')
    .orderBy('l.id')
    .execute()
}

export async function insertLineage(tx: Tx, rows: LineageRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('office_lineage').values(rows).execute()
}

/** The offices that follow a closed one, along its lineage, with how many steps away each is. */
export async function listSuccessors(db: Db, officeId: string) {
  const { rows } = await sql<{
    id: string
    name: string
    valid_from: string
    valid_to: string
    steps: number
  }>`
    with recursive line (office_id, steps) as (
      select successor_id, 1 from office_lineage where predecessor_id = ${officeId}
      union
      select l.successor_id, line.steps + 1 from office_lineage l join line on l.predecessor_id = line.office_id
      where line.steps < 20
    )
    select o.id, o.name, o.valid_from, o.valid_to, min(line.steps) as steps
    from line join offices o on o.id = line.office_id
    group by o.id, o.name, o.valid_from, o.valid_to
    order by steps, o.id
  `.execute(db)
  return rows
}

/** An office's name and that of the one at the root of its tree. */
export function findOfficeNames(db: Db, id: string): Promise<{ office: string; city: string }> {
  return db
    .selectFrom('offices as o')
    .innerJoin('offices as city', (join) =>
      join.on('city.parent_id', 'is', null).on(sql<boolean>`o.path like city.path || '%'`),
    )
    .select(['o.name as office', 'city.name as city'])
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow()
}
