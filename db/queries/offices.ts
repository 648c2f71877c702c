import { sql } from 'kysely'
import type { Db, FormerNameRow, FormerParentRow, OfficeRow, Tx } from '../schema.ts'

export async function insertOffices(tx: Tx, rows: OfficeRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('offices').values(rows).execute()
}

/** Every office of every time, in the order its siblings stand in; the tree itself is made in words. */
export function listOffices(db: Db): Promise<OfficeRow[]> {
  return db.selectFrom('offices').selectAll().orderBy('position').orderBy('name').orderBy('id').execute()
}

export function findOffice(db: Db, id: string): Promise<OfficeRow | undefined> {
  return db.selectFrom('offices').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The names offices had before, the oldest of each first. */
export function listFormerNames(db: Db): Promise<FormerNameRow[]> {
  return db.selectFrom('office_names').selectAll().orderBy('office_id').orderBy('valid_to').execute()
}

/** Under whom offices stood before, the oldest of each first. */
export function listFormerParents(db: Db): Promise<FormerParentRow[]> {
  return db.selectFrom('office_parents').selectAll().orderBy('office_id').orderBy('valid_to').execute()
}

/** Both in one statement: a page that shows figures of then asks for nothing more. */
export async function listFormerPlaces(
  db: Db,
): Promise<{ names: FormerNameRow[]; parents: FormerParentRow[] }> {
  const rows = await db
    .selectFrom('office_names')
    .select(['office_id', 'valid_to', 'name', 'name_folded'])
    .select(sql<'name' | 'parent'>`'name'`.as('kind'))
    .unionAll(
      db
        .selectFrom('office_parents')
        .select(['office_id', 'valid_to', sql<string>`coalesce(parent_id, '')`.as('name')])
        .select(sql<string>`''`.as('name_folded'))
        .select(sql<'name' | 'parent'>`'parent'`.as('kind')),
    )
    .orderBy('office_id')
    .orderBy('valid_to')
    .execute()
  return {
    names: rows.filter(({ kind }) => kind === 'name').map(({ kind: _kind, ...row }) => row),
    parents: rows
      .filter(({ kind }) => kind === 'parent')
      .map(({ office_id, valid_to, name }) => ({ office_id, valid_to, parent_id: name || null })),
  }
}

export async function insertFormerName(tx: Tx, row: FormerNameRow): Promise<void> {
  await tx.insertInto('office_names').values(row).execute()
}

export async function insertFormerParent(tx: Tx, row: FormerParentRow): Promise<void> {
  await tx.insertInto('office_parents').values(row).execute()
}

export async function updateOffice(
  tx: Tx,
  id: string,
  change: Partial<Omit<OfficeRow, 'id' | 'path' | 'parent_id'>>,
): Promise<void> {
  await tx.updateTable('offices').set(change).where('id', '=', id).execute()
}

/** Puts an office under another: its path and those of all below it begin anew. */
export async function updateOfficeParent(
  tx: Tx,
  office: Pick<OfficeRow, 'id' | 'path'>,
  parent: Pick<OfficeRow, 'id' | 'path'> | null,
): Promise<void> {
  const path = `${parent?.path ?? '/'}${office.id}/`
  const { length } = office.path
  await tx
    .updateTable('offices')
    .set({ path: sql`${path} || substr(path, ${length + 1})` })
    .where(sql<boolean>`substr(path, 1, ${length}) = ${office.path}`)
    .execute()
  await tx
    .updateTable('offices')
    .set({ parent_id: parent?.id ?? null })
    .where('id', '=', office.id)
    .execute()
}
