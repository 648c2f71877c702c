import { preparedQuery } from '../prepared.ts'
import type { Db, KioskEntryRow, Tx } from '../schema.ts'

const COLUMNS = [
  'id',
  'device_id',
  'number',
  'previous',
  'hash',
  'kind',
  'status',
  'reason',
  'response_id',
  'clock',
  'told_at',
  'received_at',
] as const satisfies (keyof KioskEntryRow)[]

type Value = KioskEntryRow[keyof KioskEntryRow]

/** What was refused may be replaced; what is stored stays as it is. */
const write = preparedQuery((db: Db, ...values: Value[]) => {
  const row = Object.fromEntries(COLUMNS.map((column, at) => [column, values[at]]))
  return db
    .insertInto('kiosk_entries')
    .values(row as unknown as KioskEntryRow)
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet((e) => Object.fromEntries(COLUMNS.map((name) => [name, e.ref(`excluded.${name}`)])))
        .where('kiosk_entries.response_id', 'is', null),
    )
})

export async function writeKioskEntry(tx: Tx, row: KioskEntryRow): Promise<void> {
  await write(tx, ...COLUMNS.map((column) => row[column]))
}

/** Lists of a few fixed lengths, so that each is one prepared statement: the last value stands in for the missing. */
function padded<T>(values: readonly T[]): T[] {
  const size = SIZES.find((each) => each >= values.length) ?? values.length
  const last = values.at(-1)
  return last === undefined ? [] : [...values, ...Array<T>(size - values.length).fill(last)]
}

const SIZES = [1, 4, 16, 50, 100, 150]

export async function listEntriesById(db: Db, ids: readonly string[]): Promise<KioskEntryRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('kiosk_entries').selectAll().where('id', 'in', padded(ids)).execute()
}

/** What a device's chain says at these numbers. */
export async function listChainAt(db: Db, deviceId: string, numbers: readonly number[]) {
  if (numbers.length === 0) return []
  return db
    .selectFrom('kiosk_entries')
    .select(['id', 'number', 'previous', 'hash'])
    .where('device_id', '=', deviceId)
    .where('number', 'in', padded(numbers))
    .execute()
}

/** The hash that a device's next entry follows: that of its highest number known. */
export async function findLastHash(db: Db, deviceId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('kiosk_entries')
    .select('hash')
    .where('device_id', '=', deviceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.hash
}

/** Whether this conflict is new; it is kept once however often it is sent. */
export async function insertConflict(
  tx: Tx,
  conflict: { entry_id: string; hash: string; device_id: string; received_at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('kiosk_conflicts')
    .values(conflict)
    .onConflict((c) => c.columns(['entry_id', 'hash']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
