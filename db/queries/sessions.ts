import { sql } from 'kysely'
import type { Db, SessionRow, Tx } from '../schema.ts'

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.insertInto('sessions').values(row).execute()
}

/** Cases that wait for somebody, counted through an index, and only for who deals with cases. */
const waitingCases = sql<number>`case staff.role
  when 'city_office' then (select count(*) from feedback_cases where status in ('received', 'quarantined'))
  when 'case_handler' then
    (select count(*) from feedback_cases where handler_id = staff.id and status = 'assigned')
  else 0 end`

/** A session with the account behind it, and whether the city is a demo, in one statement. */
export function findSession(db: Db, idHash: string) {
  return db
    .selectFrom('sessions as s')
    .innerJoin('staff', 'staff.id', 's.staff_id')
    .select(['s.created_at', 's.last_seen_at', 'staff.id as staff_id', 'staff.name', 'staff.email'])
    .select(['staff.role', 'staff.office_id', 'staff.status', 's.second_factor'])
    .select(waitingCases.as('waiting_cases'))
    .select((e) => e.selectFrom('settings').select('value').where('key', '=', 'demo').as('demo'))
    .where('s.id_hash', '=', idHash)
    .executeTakeFirst()
}

export async function updateLastSeen(tx: Tx, idHash: string, now: string): Promise<void> {
  await tx.updateTable('sessions').set({ last_seen_at: now }).where('id_hash', '=', idHash).execute()
}

/** Somebody's sessions, the one used last first. */
export function listSessionsOf(db: Db, staffId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id_hash')
    .execute()
}

/** From now on this session counts as begun with a second factor. */
export async function updateSecondFactorOfSession(tx: Tx, idHash: string): Promise<void> {
  await tx.updateTable('sessions').set({ second_factor: 1 }).where('id_hash', '=', idHash).execute()
}

export async function deleteSession(tx: Tx, idHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
}

export async function deleteSessionsOf(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('staff_id', '=', staffId).execute()
}

/** Ends one of somebody's sessions; answers how many there were: 0 when it was not theirs. */
export async function deleteSessionOf(tx: Tx, staffId: string, idHash: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('staff_id', '=', staffId)
    .where('id_hash', '=', idHash)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ends all of somebody's sessions but one. */
export async function deleteOtherSessionsOf(tx: Tx, staffId: string, idHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('staff_id', '=', staffId).where('id_hash', '!=', idHash).execute()
}

/** Forgets sessions that began before one instant or were last seen before another. */
export async function deleteSessionsBefore(tx: Tx, createdAt: string, lastSeenAt: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where((e) => e.or([e('created_at', '<', createdAt), e('last_seen_at', '<', lastSeenAt)]))
    .execute()
}
