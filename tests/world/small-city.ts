import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '#app/calendar/clock.ts'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { openStore, type Store } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import type { CounterRow, InvitationRow, OfficeRow, ProcedureRow, Tx } from '#db/schema.ts'

/** A city of one root and three offices, each with one counter and one standing code. */
export interface SmallCity {
  store: Store
  dir: string
  /** What `DATABASE_URL` would say. */
  address: string
  clock: TestClock
  /** Closes the store and removes its directory. */
  close(): Promise<void>
}

export interface TestClock extends Clock {
  set(instant: string): void
}

export const SECRET: Secret = { key: 'x'.repeat(32), number: 1 }

export const OFFICES = { city: 'tp', wardA: 'p-a', wardB: 'p-b', oneStop: 'mot-cua' } as const
export const COUNTERS = { wardA: 'p-a-1', wardB: 'p-b-1', oneStop: 'mot-cua-1' } as const
export const STANDING_CODES = { wardA: 'K7Q29FHX', wardB: 'B4WTN6X7', oneStop: '9ZC3MREQ' } as const
export const FIELDS = { civil: 'ho-tich', certification: 'chung-thuc' } as const
/** Ids; their codes are `PROCEDURE_CODES`. */
export const PROCEDURES = { birth: 'tt-1', marriage: 'tt-2', copies: 'tt-3' } as const
export const PROCEDURE_CODES = { birth: '1.001193', marriage: '1.000894', copies: '2.000815' } as const

/** A Monday morning in Vietnam, inside opening hours. */
export const NOW = '2026-03-16T02:00:00.000Z'

/** A fresh small city in a SQLite file of its own, migrated. */
export async function aSmallCity(): Promise<SmallCity> {
  const dir = mkdtempSync(join(tmpdir(), 'small-city-'))
  const address = `sqlite:${join(dir, 'city.sqlite')}`
  const store = openStore(address)
  await migrate(store.owner, store.differences)
  await store.write(settle)
  return {
    store,
    dir,
    address,
    clock: testClock(NOW),
    async close() {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export function testClock(start: string): TestClock {
  let instant = new Date(start)
  return {
    now: () => instant,
    set(text) {
      instant = new Date(text)
    },
  }
}

/** Inserts the city's offices, counters, procedures and standing codes. */
export async function settle(tx: Tx): Promise<void> {
  await tx
    .insertInto('offices')
    .values([
      office(OFFICES.city, 'UBND thành phố', 'ubnd thanh pho', 'city', 0),
      office(OFFICES.wardA, 'Phường Đông Kinh', 'phuong dong kinh', 'ward', 1),
      office(OFFICES.wardB, 'Phường Vĩnh Trại', 'phuong vinh trai', 'ward', 2),
      office(OFFICES.oneStop, 'Bộ phận Một cửa thành phố', 'bo phan mot cua thanh pho', 'one_stop', 3),
    ])
    .execute()
  await tx
    .insertInto('counters')
    .values([
      counter(COUNTERS.wardA, OFFICES.wardA),
      counter(COUNTERS.wardB, OFFICES.wardB),
      counter(COUNTERS.oneStop, OFFICES.oneStop),
    ])
    .execute()
  await tx
    .insertInto('fields')
    .values([
      { id: FIELDS.civil, name: 'Hộ tịch', name_folded: 'ho tich' },
      { id: FIELDS.certification, name: 'Chứng thực', name_folded: 'chung thuc' },
    ])
    .execute()
  await tx.insertInto('procedures').values(procedures).execute()
  await tx
    .insertInto('invitations')
    .values([
      standing(STANDING_CODES.wardA, OFFICES.wardA, COUNTERS.wardA, 1),
      standing(STANDING_CODES.wardB, OFFICES.wardB, COUNTERS.wardB, 2),
      standing(STANDING_CODES.oneStop, OFFICES.oneStop, COUNTERS.oneStop, 3),
    ])
    .execute()
}

function office(
  id: string,
  name: string,
  name_folded: string,
  kind: OfficeRow['kind'],
  position: number,
): OfficeRow {
  const root = id === OFFICES.city
  return {
    id,
    name,
    name_folded,
    kind,
    parent_id: root ? null : OFFICES.city,
    path: root ? `/${id}/` : `/${OFFICES.city}/${id}/`,
    position,
    gso_code: '',
    outside_authority: 0,
    valid_from: FIRST_DAY,
    valid_to: LAST_DAY,
  }
}

const counter = (id: string, office_id: string): CounterRow => ({
  id,
  office_id,
  name: 'Quầy số 1',
  position: 1,
  valid_from: FIRST_DAY,
  valid_to: LAST_DAY,
})

const procedure = (
  id: string,
  code: string,
  name: string,
  folded: string,
  field_id: string,
): ProcedureRow => ({
  id,
  code,
  name,
  name_folded: folded,
  field_id,
  valid_from: FIRST_DAY,
  valid_to: LAST_DAY,
})

const procedures = [
  procedure(PROCEDURES.birth, PROCEDURE_CODES.birth, 'Đăng ký khai sinh', 'dang ky khai sinh', FIELDS.civil),
  procedure(
    PROCEDURES.marriage,
    PROCEDURE_CODES.marriage,
    'Đăng ký kết hôn',
    'dang ky ket hon',
    FIELDS.civil,
  ),
  procedure(
    PROCEDURES.copies,
    PROCEDURE_CODES.copies,
    'Chứng thực bản sao từ bản chính',
    'chung thuc ban sao tu ban chinh',
    FIELDS.certification,
  ),
]

const standing = (
  code: string,
  office_id: string,
  counter_id: string,
  placard_number: number,
): InvitationRow => ({
  id: `standing-${placard_number}`,
  kind: 'standing',
  lookup: code,
  office_id,
  counter_id,
  dossier_id: null,
  stage: 'unstated',
  trust: 'open',
  issue_number: 1,
  key_number: 1,
  placard_number,
  valid_from: '0001-01-01T00:00:00.000Z',
  valid_to: '9999-12-31T23:59:59.999Z',
  status: 'open',
})
