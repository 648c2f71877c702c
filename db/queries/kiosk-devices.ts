import { sql } from 'kysely'
import type { Db, KioskDeviceRow, PairingCodeRow, Tx } from '../schema.ts'

/** A tablet with where it stands. */
export interface PlacedDevice extends KioskDeviceRow {
  counter_name: string
  counter_valid_to: string
  office_id: string
  office_name: string
  office_valid_to: string
  city_name: string
}

const placed = (db: Db) =>
  db
    .selectFrom('kiosk_devices as d')
    .innerJoin('counters as c', 'c.id', 'd.counter_id')
    .innerJoin('offices as o', 'o.id', 'c.office_id')
    .innerJoin('offices as city', (join) =>
      join.on('city.parent_id', 'is', null).on(sql<boolean>`o.path like city.path || '%'`),
    )
    .selectAll('d')
    .select(['c.name as counter_name', 'c.valid_to as counter_valid_to', 'c.office_id'])
    .select(['o.name as office_name', 'o.valid_to as office_valid_to', 'city.name as city_name'])

export function findDeviceByCredential(db: Db, credentialHash: string) {
  return db
    .selectFrom('kiosk_devices')
    .select(['id', 'status', 'last_heard_at'])
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst()
}

export function findPlacedDevice(db: Db, id: string): Promise<PlacedDevice | undefined> {
  return placed(db).where('d.id', '=', id).executeTakeFirst()
}

/** Every tablet there ever was, those in use first, in the order of the offices they stand in. */
export function listPlacedDevices(db: Db): Promise<PlacedDevice[]> {
  return placed(db)
    .orderBy('d.status')
    .orderBy('o.position')
    .orderBy('o.name')
    .orderBy('c.position')
    .orderBy('d.name')
    .orderBy('d.id')
    .execute()
}

/** Tablets in use, with what tells whether their office is open. */
export function listActiveDevices(db: Db) {
  return db
    .selectFrom('kiosk_devices as d')
    .innerJoin('counters as c', 'c.id', 'd.counter_id')
    .select(['d.id', 'd.last_heard_at', 'd.silent_since', 'c.office_id'])
    .where('d.status', '=', 'active')
    .orderBy('d.id')
    .execute()
}

export async function insertDevice(tx: Tx, row: KioskDeviceRow): Promise<void> {
  await tx.insertInto('kiosk_devices').values(row).execute()
}

export async function updateDevice(tx: Tx, id: string, change: Partial<KioskDeviceRow>): Promise<void> {
  await tx.updateTable('kiosk_devices').set(change).where('id', '=', id).execute()
}

export async function insertPairingCode(tx: Tx, row: PairingCodeRow): Promise<void> {
  await tx.insertInto('kiosk_pairing_codes').values(row).execute()
}

export function findPairingCode(db: Db, codeHash: string): Promise<PairingCodeRow | undefined> {
  return db.selectFrom('kiosk_pairing_codes').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()
}

export async function updatePairingCode(
  tx: Tx,
  id: string,
  change: Pick<PairingCodeRow, 'status' | 'device_id'>,
): Promise<void> {
  await tx.updateTable('kiosk_pairing_codes').set(change).where('id', '=', id).execute()
}

/** A counter has one open code at the most: the newest. */
export async function withdrawPairingCodes(tx: Tx, counterId: string): Promise<void> {
  await tx
    .updateTable('kiosk_pairing_codes')
    .set({ status: 'withdrawn' })
    .where('counter_id', '=', counterId)
    .where('status', '=', 'open')
    .execute()
}

/** Counters that are open on a day, with their offices, in the order of the tree. */
export function listCountersOpenOn(db: Db, day: string) {
  return db
    .selectFrom('counters as c')
    .innerJoin('offices as o', 'o.id', 'c.office_id')
    .select(['c.id', 'c.name', 'o.id as office_id', 'o.name as office_name'])
    .where('c.valid_from', '<=', day)
    .where('c.valid_to', '>=', day)
    .where('o.valid_to', '>=', day)
    .orderBy('o.position')
    .orderBy('o.name')
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()
}

/** The standing code to go on with at one's own phone: the counter's, else the whole office's. */
export function findStandingCodeAt(db: Db, officeId: string, counterId: string) {
  return db
    .selectFrom('invitations')
    .select(['lookup', 'placard_number', 'counter_id'])
    .where('kind', '=', 'standing')
    .where('status', '=', 'open')
    .where('office_id', '=', officeId)
    .where((e) => e.or([e('counter_id', '=', counterId), e('counter_id', 'is', null)]))
    .orderBy(sql`case when counter_id is null then 1 else 0 end`)
    .orderBy('placard_number', 'desc')
    .executeTakeFirst()
}
