import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { calendarPeriod, filingPeriod, readClosablePeriod } from '#app/reports/period-close.ts'
import { periodRecord } from '#app/reports/period-record.server.ts'
import { type PeriodRecord, readRecord, recordHash, writtenRecord } from '#app/reports/period-record.ts'
import { recordedOverview } from '#app/reports/recorded-overview.server.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import { listIndexDefinitions } from '#db/queries/index-definitions.ts'
import type { Trust } from '#db/schema.ts'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

const QUARTER = readClosablePeriod('quarter', '2026-01-01')
if (!QUARTER) throw new Error('no quarter')
const today = '2026-04-10'
const now = new Date('2026-04-10T03:00:00.000Z')

let city: SmallCity
afterEach(() => city.close())

const settled = async () => {
  await city.store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-01-15', trust: 'verified' }, [
      ...times(60, 5),
      ...times(7, 2),
    ])
    await rate(tx, { office: OFFICES.wardB, day: '2026-02-15', trust: 'kiosk' }, [
      ...times(33, 4),
      ...times(6, 3),
    ])
    await rate(tx, { office: OFFICES.oneStop, day: '2026-03-31' }, times(3, 5))
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2026-01-14', onTime: 20, late: 1, rated: 9 })
    await returnDossiers(tx, { office: OFFICES.wardB, day: '2026-02-14', onTime: 30 })
  })
}
const record = () => periodRecord(city.store.read, QUARTER, now)
const live = () => officeOverview(city.store.read, LIVE, { period: calendarPeriod(QUARTER), today })

describe.each(CITIES)('a period as it is recorded in $database', ({ open }) => {
  test('says what the live page says at that moment, hidden figures too', async () => {
    city = await open()
    await settled()
    expect(recordedOverview(await record())).toEqual(await live())
  })

  test('is written in one spelling, and a changed byte is found', async () => {
    city = await open()
    await settled()
    const written = writtenRecord(await record())
    expect(writtenRecord(JSON.parse(written) as PeriodRecord)).toBe(written)
    expect(readRecord(written, recordHash(written))).toEqual(await record())
    const at = written.indexOf('"levels"') + 60
    const changed = `${written.slice(0, at)}${written[at] === '9' ? '8' : '9'}${written.slice(at + 1)}`
    expect(readRecord(changed, recordHash(written))).toBeNull()
  })
})

test('a filing is cut off at 30 November', () => {
  expect(filingPeriod(2026)).toEqual({ kind: 'filing', from: '2026-01-01', to: '2026-11-30' })
  expect(readClosablePeriod('filing', '2026-01-01')).toEqual(filingPeriod(2026))
  expect(readClosablePeriod('filing', '2026-02-01')).toBeNull()
  expect(readClosablePeriod('quarter', '2026-02-01')).toBeNull()
  expect(readClosablePeriod('days', '2026-02-01')).toBeNull()
})

test('what happens later changes nothing: late ratings, a new name, another definition (fast-check)', async () => {
  const offices = [OFFICES.wardA, OFFICES.wardB, OFFICES.oneStop]
  const later = fc.oneof(
    fc.record({
      kind: fc.constant('rate' as const),
      office: fc.constantFrom(...offices),
      day: fc.constantFrom('2026-01-15', '2026-02-15', '2026-03-31', '2026-04-05'),
      trust: fc.constantFrom<Trust>('verified', 'kiosk', 'open'),
      level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
    }),
    fc.record({
      kind: fc.constant('rename' as const),
      office: fc.constantFrom(...offices),
      name: fc.string(),
    }),
    fc.record({ kind: fc.constant('move' as const), office: fc.constantFrom(...offices) }),
    fc.record({ kind: fc.constant('define' as const), minimum: fc.integer({ min: 5, max: 40 }) }),
  )
  const [sqlite] = CITIES
  await fc.assert(
    fc.asyncProperty(fc.array(later, { maxLength: 12 }), async (changes) => {
      city = await (sqlite as (typeof CITIES)[number]).open()
      await settled()
      const frozen = writtenRecord(await record())
      const before = JSON.stringify(recordedOverview(JSON.parse(frozen) as PeriodRecord))
      for (const change of changes) await apply(change)
      const read = readRecord(frozen, recordHash(frozen))
      expect(JSON.stringify(read && recordedOverview(read))).toBe(before)
      await city.close()
    }),
    { numRuns: 25 },
  )
  city = await (sqlite as (typeof CITIES)[number]).open()
})

type Change =
  | { kind: 'rate'; office: string; day: string; trust: Trust; level: Level }
  | { kind: 'rename'; office: string; name: string }
  | { kind: 'move'; office: string }
  | { kind: 'define'; minimum: number }

function apply(change: Change): Promise<unknown> {
  return city.store.write(async (tx) => {
    if (change.kind === 'rate') return rate(tx, change, [change.level])
    if (change.kind === 'define') {
      const [newest] = await listIndexDefinitions(tx)
      if (!newest) throw new Error('no definition')
      const next = { ...newest, version: newest.version + 1, minimum_n: change.minimum }
      return tx
        .insertInto('index_definitions')
        .values({ ...next, valid_from: '2026-01-01' })
        .execute()
    }
    const row = change.kind === 'rename' ? { name: change.name } : { parent_id: null }
    return tx.updateTable('offices').set(row).where('id', '=', change.office).execute()
  })
}
