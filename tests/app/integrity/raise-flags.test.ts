import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hourOf } from '#app/calendar/day.ts'
import { weekdayOf } from '#app/calendar/working-days.ts'
import { raiseFlags } from '#app/integrity/raise-flags.server.ts'
import type { Sign, Tap } from '#app/integrity/sign.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import { addToBreakdowns } from '#db/queries/breakdown-counts.ts'
import { flagsOfOffices, listFlags, sumFlaggedLevels } from '#db/queries/flags.ts'
import { addToLevelCount } from '#db/queries/level-counts.ts'
import { insertResponse } from '#db/queries/responses.ts'
import type { ResponseRow, Tx } from '#db/schema.ts'
import { COUNTERS, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { DAY, every, scattered } from './some-taps.ts'

const PERIOD = { from: '2026-01-01', to: '2026-12-31' }
const EVENING = '2026-03-18T14:00:00.000Z'
const NIGHT = '2026-03-18T18:30:00.000Z'

/** Stored and counted as the product does it; `takenIn` is when a tablet delivered. */
async function give(tx: Tx, taps: Tap[], takenIn?: number): Promise<void> {
  for (const tap of taps) {
    const first_at = new Date(tap.at).toISOString()
    const row: ResponseRow = {
      id: uuidv7({ msecs: takenIn ?? tap.at }),
      receipt_hash: uuidv7(),
      office_id: OFFICES.wardA,
      counter_id: COUNTERS.wardA,
      procedure_id: null,
      channel: 'counter',
      stage: tap.stage,
      trust: tap.trust,
      respondent: 'unstated',
      level: tap.level,
      day: tap.day,
      first_at,
      changeable_until: first_at,
      lang: 'vi',
      survey_version_id: null,
      answers: '{}',
      comment: '',
      revision: 0,
      amended_at: '',
    }
    await insertResponse(tx, row)
    await addToLevelCount(tx, row, row.level as Level, 1)
    const { procedure_id: _none, ...of } = row
    const key = { ...of, month: row.day.slice(0, 7), procedure_id: '', counter_id: COUNTERS.wardA }
    await addToBreakdowns(
      tx,
      { ...key, weekday: weekdayOf(row.day), hour: hourOf(new Date(first_at)) },
      row.level as Level,
      1,
    )
  }
}

vi.setConfig({ testTimeout: 60_000 })

let city: SmallCity
afterEach(() => city.close())

const raise = (at: string) => {
  city.clock.set(at)
  return raiseFlags(city.store, city.clock)
}
const flags = () => listFlags(city.store.read, { ...PERIOD, office: '' }, 100)

describe.each(CITIES)('$database', ({ open }) => {
  beforeEach(async () => {
    city = await open()
  })

  test('a burst in the evening is flagged with what it rests on; the next office is not', async () => {
    await city.store.write((tx) => give(tx, [...scattered(3), ...every(10, '19:00', 20, { level: 4 })]))
    expect(await raise(EVENING)).toBe(0)
    expect(await raise(NIGHT)).toBe(1)
    const [flag, ...others] = await flags()
    expect(others).toEqual([])
    expect(flag).toMatchObject({ day: DAY, office_id: OFFICES.wardA, n: 10 })
    const signs = JSON.parse(flag?.signs ?? '[]') as Sign[]
    expect(signs.map(({ kind }) => kind)).toContain('burst')
    expect(signs.map(({ kind }) => kind)).toContain('outside_hours')
    expect(await flagsOfOffices(city.store.read, PERIOD)).toEqual([
      { office_id: OFFICES.wardA, days: 1, n: 10 },
    ])
    expect(await sumFlaggedLevels(city.store.read, PERIOD)).toMatchObject([
      { office_id: OFFICES.wardA, trust: 'open', stage: 'unstated', level_4: 10, level_5: 0 },
    ])
  })

  test('one sign alone is no flag, and ratings bound to dossiers are none', async () => {
    await city.store.write((tx) => give(tx, every(6, '09:00', 1200)))
    await city.store.write((tx) => give(tx, every(20, '20:00', 10, { trust: 'verified', stage: 'return' })))
    expect(await raise('2026-03-19T18:30:00.000Z')).toBe(0)
    expect(await flags()).toEqual([])
  })

  test('once a day over all processes; the days before are looked at again', async () => {
    await city.store.write((tx) => give(tx, scattered(2)))
    const both = await Promise.all([raise(NIGHT), raise(NIGHT)])
    expect(both.toSorted()).toEqual([0, null])
    const late = Date.parse('2026-03-20T03:00:00.000Z')
    await city.store.write((tx) => give(tx, every(10, '19:00', 20), late))
    expect(await raise('2026-03-18T19:30:00.000Z')).toBeNull()
    expect(await flags()).toEqual([])
    expect(await raise('2026-03-20T18:30:00.000Z')).toBe(1)
    expect(await raise('2026-03-21T18:30:00.000Z')).toBe(1)
    expect(await flags()).toHaveLength(1)
  })

  test('a run that did not end is made up for by the next', async () => {
    await city.store.write((tx) => give(tx, every(10, '19:00', 20)))
    city.clock.set(NIGHT)
    const failing = { read: city.store.read, write: failingAt(2, city.store.write.bind(city.store)) }
    await expect(raiseFlags(failing, city.clock)).rejects.toThrow('cut off')
    expect(await flags()).toEqual([])
    expect(await raise('2026-04-30T18:30:00.000Z')).toBe(1)
  })
})

/** The `nth` write and all after it fail. */
function failingAt<Write extends (member: never) => Promise<unknown>>(nth: number, write: Write): Write {
  let count = 0
  return ((member: never) => (++count >= nth ? Promise.reject(new Error('cut off')) : write(member))) as Write
}
