import { sql } from 'kysely'
import { preparedQuery } from '../prepared.ts'
import type { Db, InvitationRow, Tx } from '../schema.ts'

/** An invitation with all that the rating page says, read in one statement. */
export interface InvitationToRate {
  id: string
  kind: InvitationRow['kind']
  status: InvitationRow['status']
  stage: InvitationRow['stage']
  trust: InvitationRow['trust']
  valid_from: string
  valid_to: string
  placard_number: number
  office_id: string
  office_name: string
  /** The name of the office at the root of its tree. */
  city_name: string
  office_valid_to: string
  counter_id: string | null
  counter_name: string | null
  dossier_id: string | null
  changeable_until: string | null
  response_id: string | null
}

const invitationToRate = preparedQuery((db: Db, lookup: string) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('offices as o', 'o.id', 'i.office_id')
    .innerJoin('offices as city', (join) =>
      join.on('city.parent_id', 'is', null).on(sql<boolean>`o.path like city.path || '%'`),
    )
    .leftJoin('counters as c', 'c.id', 'i.counter_id')
    .leftJoin('redemptions as r', 'r.invitation_id', 'i.id')
    .select([
      'i.id',
      'i.kind',
      'i.status',
      'i.stage',
      'i.trust',
      'i.valid_from',
      'i.valid_to',
      'i.placard_number',
      'i.office_id',
      'o.name as office_name',
      'city.name as city_name',
      'o.valid_to as office_valid_to',
      'i.counter_id',
      'c.name as counter_name',
      'i.dossier_id',
      'r.changeable_until',
      'r.response_id',
    ])
    // The cast keeps SQLite from planning the join anew for each value bound (30 µs, 4 with it).
    .where('i.lookup', '=', sql<string>`cast(${lookup} as text)`),
)

export async function findInvitationToRate(db: Db, lookup: string): Promise<InvitationToRate | undefined> {
  const [found] = await invitationToRate(db, lookup)
  return found
}

/** What a dossier lends its rating: never stored with the response but these. */
export function findDossierOfInvitation(db: Db, dossierId: string) {
  return db
    .selectFrom('dossiers')
    .select(['procedure_id', 'channel', 'applicant', 'office_id', 'returned_day', 'outcome'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
}

export async function updateInvitationStatus(
  tx: Tx,
  id: string,
  status: InvitationRow['status'],
): Promise<void> {
  await tx.updateTable('invitations').set({ status }).where('id', '=', id).execute()
}

export async function insertRedemption(
  tx: Tx,
  invitationId: string,
  responseId: string,
  changeableUntil: string,
): Promise<void> {
  await tx
    .insertInto('redemptions')
    .values({ invitation_id: invitationId, response_id: responseId, changeable_until: changeableUntil })
    .execute()
}

/** Forgets which link made which response once it can no longer be changed; answers how many were forgotten. */
export async function deleteRedemptionsBefore(tx: Tx, instant: string): Promise<number> {
  const ended = tx.selectFrom('redemptions').select('invitation_id').where('changeable_until', '<', instant)
  await tx.updateTable('invitations').set({ status: 'used' }).where('id', 'in', ended).execute()
  const { numDeletedRows } = await tx
    .deleteFrom('redemptions')
    .where('changeable_until', '<', instant)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
