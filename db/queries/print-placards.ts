import { sql } from 'kysely'
import { inBatches } from '../batches.ts'
import type { Db, InvitationRow, PlacardRevisionRow, Tx } from '../schema.ts'

/** A standing code with all that its placard says and whether its place is still there. */
export interface StandingPlacardRow extends Pick<InvitationRow, 'kind' | 'trust' | 'status'> {
  id: string
  code: string
  placard_number: number
  office_id: string
  office_name: string
  office_valid_from: string
  office_valid_to: string
  counter_id: string | null
  counter_name: string | null
  counter_valid_from: string | null
  counter_valid_to: string | null
  city_name: string
  /** When the paper was taken down for good; null while it may still hang. */
  removed_at: string | null
  /** The code issued in place of a revoked one. */
  replacement_id: string | null
}

/** Every standing code, also revoked ones and those of places that closed, in the order of the tree and the counters. */
export function listStandingPlacards(db: Db): Promise<StandingPlacardRow[]> {
  return db
    .selectFrom('invitations as i')
    .innerJoin('offices as o', 'o.id', 'i.office_id')
    .innerJoin('offices as city', (join) =>
      join.on('city.parent_id', 'is', null).on(sql<boolean>`o.path like city.path || '%'`),
    )
    .leftJoin('counters as c', 'c.id', 'i.counter_id')
    .leftJoin('placard_removals as r', 'r.invitation_id', 'i.id')
    .leftJoin('code_revocations as v', 'v.invitation_id', 'i.id')
    .select([
      'i.id',
      'i.kind',
      'i.trust',
      'i.status',
      'i.lookup as code',
      'i.placard_number',
      'o.id as office_id',
      'o.name as office_name',
      'o.valid_from as office_valid_from',
      'o.valid_to as office_valid_to',
      'i.counter_id',
      'c.name as counter_name',
      'c.valid_from as counter_valid_from',
      'c.valid_to as counter_valid_to',
      'city.name as city_name',
      'r.removed_at',
      'v.replacement_id',
    ])
    .where('i.kind', '=', 'standing')
    .orderBy('o.position')
    .orderBy('o.path')
    .orderBy('c.position')
    .orderBy('i.placard_number')
    .orderBy('i.lookup')
    .execute()
}

/** What was ever put on placards, oldest first. */
export function listPlacardRevisions(db: Db): Promise<PlacardRevisionRow[]> {
  return db.selectFrom('placard_revisions').selectAll().orderBy('invitation_id').orderBy('revision').execute()
}

export async function insertPlacardRevisions(tx: Tx, rows: readonly PlacardRevisionRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await tx.insertInto('placard_revisions').values(batch).execute()
}

/** Marks one revision of each of these placards as hanging; answers how many were not marked before. */
export async function updatePrintedAt(
  tx: Tx,
  printed: readonly { invitationId: string; revision: number }[],
  at: string,
): Promise<number> {
  let marked = 0
  const byRevision = Map.groupBy(printed, ({ revision }) => revision)
  for (const [revision, placards] of byRevision) {
    for (const batch of inBatches(placards.map(({ invitationId }) => invitationId))) {
      const { numUpdatedRows } = await tx
        .updateTable('placard_revisions')
        .set({ printed_at: at })
        .where('revision', '=', revision)
        .where('printed_at', '=', '')
        .where('invitation_id', 'in', batch)
        .executeTakeFirstOrThrow()
      marked += Number(numUpdatedRows)
    }
  }
  return marked
}

export async function insertPlacardRemoval(tx: Tx, invitationId: string, at: string): Promise<void> {
  await tx.insertInto('placard_removals').values({ invitation_id: invitationId, removed_at: at }).execute()
}
