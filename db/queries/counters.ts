import type { CounterRow, Db, InvitationRow, Tx } from '../schema.ts'

export function listCountersOf(db: Db, officeId: string): Promise<CounterRow[]> {
  return db
    .selectFrom('counters')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function insertCounter(tx: Tx, row: CounterRow): Promise<void> {
  await tx.insertInto('counters').values(row).execute()
}

export async function updateCounter(
  tx: Tx,
  id: string,
  change: Partial<Pick<CounterRow, 'name' | 'valid_to'>>,
): Promise<void> {
  await tx.updateTable('counters').set(change).where('id', '=', id).execute()
}

/** Moves the last day of an office's counters that ended with it, or would end after it now. */
export async function moveCounterEnds(
  tx: Tx,
  officeId: string,
  oldEnd: string,
  newEnd: string,
): Promise<void> {
  await tx
    .updateTable('counters')
    .set({ valid_to: newEnd })
    .where('office_id', '=', officeId)
    .where((e) => e.or([e('valid_to', '=', oldEnd), e('valid_to', '>', newEnd)]))
    .execute()
}

export type StandingCode = Pick<
  InvitationRow,
  'id' | 'lookup' | 'office_id' | 'counter_id' | 'issue_number' | 'placard_number' | 'status'
>

/** Every standing code an office ever had, the newest placard first. */
export function listStandingCodesOf(db: Db, officeId: string): Promise<StandingCode[]> {
  return db
    .selectFrom('invitations')
    .select(['id', 'lookup', 'office_id', 'counter_id', 'issue_number', 'placard_number', 'status'])
    .where('kind', '=', 'standing')
    .where('office_id', '=', officeId)
    .orderBy('placard_number', 'desc')
    .execute()
}

export async function isCodeTaken(db: Db, lookup: string): Promise<boolean> {
  const row = await db.selectFrom('invitations').select('id').where('lookup', '=', lookup).executeTakeFirst()
  return row !== undefined
}

/** The number the next placard of the city gets; numbers are never given twice. */
export async function nextPlacardNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('invitations')
    .select((e) => e.fn.max('placard_number').as('last'))
    .where('kind', '=', 'standing')
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export async function insertStandingCode(tx: Tx, row: InvitationRow): Promise<void> {
  await tx.insertInto('invitations').values(row).execute()
}

/** A withdrawn code opens nothing any more. */
export async function revokeStandingCode(
  tx: Tx,
  id: string,
  replacementId: string | null,
  at: string,
): Promise<void> {
  await tx.updateTable('invitations').set({ status: 'revoked' }).where('id', '=', id).execute()
  await tx
    .insertInto('code_revocations')
    .values({ invitation_id: id, replacement_id: replacementId, revoked_at: at })
    .execute()
}

export interface RevokedCode {
  office_id: string
  office_name: string
  counter_name: string | null
  placard_number: number
  revoked_at: string
  /** The code and placard to print in its place; null where nothing took its place. */
  new_code: string | null
  new_placard_number: number | null
}

/** Withdrawn placards with what to print in their place, the latest first; of one office, or of all. */
export function listRevokedCodes(db: Db, officeId?: string): Promise<RevokedCode[]> {
  let query = db
    .selectFrom('code_revocations as r')
    .innerJoin('invitations as i', 'i.id', 'r.invitation_id')
    .innerJoin('offices as o', 'o.id', 'i.office_id')
    .leftJoin('counters as c', 'c.id', 'i.counter_id')
    .leftJoin('invitations as n', 'n.id', 'r.replacement_id')
    .select([
      'o.id as office_id',
      'o.name as office_name',
      'c.name as counter_name',
      'i.placard_number',
      'r.revoked_at',
      'n.lookup as new_code',
      'n.placard_number as new_placard_number',
    ])
    .orderBy('r.revoked_at', 'desc')
    .orderBy('i.placard_number', 'desc')
  if (officeId !== undefined) query = query.where('i.office_id', '=', officeId)
  return query.execute()
}
