import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import type { Level } from '#app/responses/survey-response.ts'
import { up } from '#db/migrations/012-desk-counts.ts'
import {
  sumCounterLevels,
  sumHourDossiers,
  sumHourDossiersByOffice,
  sumHourLevels,
  sumHourLevelsByOffice,
  sumProcedureDossiers,
  sumProcedureLevels,
} from '#db/queries/breakdown-sums.ts'
import { sumDossiersByField, sumLevelsByField } from '#db/queries/field-figures.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import {
  COUNTERS,
  OFFICES,
  PROCEDURES,
  SECRET,
  type SmallCity,
  STANDING_CODES,
} from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

const TABLES = [
  'procedure_counts',
  'counter_counts',
  'hour_counts',
  'procedure_dossier_counts',
  'hour_dossier_counts',
] as const

const MARCH = { from: '2026-03', to: '2026-03' }
const WARD_A = { offices: [OFFICES.wardA], ...MARCH }
const NO_LEVELS = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }

describe.each(CITIES)('what ratings and dossiers are broken down by, in $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const parts = () => ({ store: city.store, secret: SECRET, clock: city.clock })

  async function tap(text: string, level: Level): Promise<string> {
    const code = readRatingCode(text)
    if (!code) throw new Error('no code')
    const result = await submitResponse(parts(), { code, level, submission: randomUUID(), lang: 'vi' })
    if (result.kind === 'unusable') throw new Error('unusable')
    return result.receipt
  }

  /** Two at ward A's counter late on a Sunday evening, one by a dossier's link, one at ward B; one amended. */
  async function aWeek(): Promise<void> {
    const link = await aDossierLink(city, 'H37.12-260310-0042', OFFICES.wardA)
    city.clock.set('2026-03-15T16:59:59.000Z')
    await tap(STANDING_CODES.wardA, 5)
    await tap(STANDING_CODES.wardB, 1)
    city.clock.set('2026-03-15T17:00:00.000Z')
    const receipt = await tap(STANDING_CODES.wardA, 2)
    await tap(link, 4)
    city.clock.set('2026-03-17T03:00:00.000Z')
    await amendResponse(parts(), receipt, { level: 3, respondent: 'citizen' })
    await amendResponse(parts(), receipt, { respondent: 'business' })
  }

  test('ratings count by procedure and channel, by counter, and by weekday and hour in Vietnam', async () => {
    await aWeek()
    const { read } = city.store
    const open = { trust: 'open', stage: 'unstated' }
    const verified = { trust: 'verified', stage: 'return' }
    const nonZero = <Row extends object>(rows: Row[]) =>
      rows.filter((row) => Object.entries(row).some(([column, n]) => column.startsWith('level_') && n > 0))
    expect(nonZero(await sumProcedureLevels(read, WARD_A)).toSorted(byText)).toEqual(
      [
        { procedure_id: '', channel: 'counter', ...open, ...NO_LEVELS, level_3: 1, level_5: 1 },
        { procedure_id: PROCEDURES.birth, channel: 'counter', ...verified, ...NO_LEVELS, level_4: 1 },
      ].toSorted(byText),
    )
    expect(nonZero(await sumCounterLevels(read, WARD_A)).toSorted(byText)).toEqual(
      [
        { counter_id: COUNTERS.wardA, ...open, ...NO_LEVELS, level_3: 1, level_5: 1 },
        { counter_id: '', ...verified, ...NO_LEVELS, level_4: 1 },
      ].toSorted(byText),
    )
    // One minute before midnight on Sunday, and the first second of Monday.
    expect(nonZero(await sumHourLevels(read, WARD_A)).toSorted(byText)).toEqual(
      [
        { weekday: 7, hour: 23, ...open, ...NO_LEVELS, level_5: 1 },
        { weekday: 1, hour: 0, ...open, ...NO_LEVELS, level_3: 1 },
        { weekday: 1, hour: 0, ...verified, ...NO_LEVELS, level_4: 1 },
      ].toSorted(byText),
    )
    expect((await recount(read)).differences).toEqual([])
  })

  test('dossiers count by procedure, with whether they were rated, and by the hour of return', async () => {
    await aWeek()
    const { read } = city.store
    const counted = { returned: 1, on_time: 1, refused: 0, rated: 1 }
    const birth = { procedure_id: PROCEDURES.birth, channel: 'counter', ...counted }
    expect(await sumProcedureDossiers(read, WARD_A)).toEqual([birth])
    expect(await sumHourDossiers(read, WARD_A)).toEqual([{ weekday: 2, hour: 10, returned: 1 }])
    expect(await sumHourDossiersByOffice(read, WARD_A)).toEqual([
      { office_id: OFFICES.wardA, weekday: 2, hour: 10, returned: 1 },
    ])
  })

  test('several offices are summed together or a line each; nobody and other months are nothing', async () => {
    await aWeek()
    const { read } = city.store
    const both = { offices: [OFFICES.wardA, OFFICES.wardB], ...MARCH }
    const evening = (rows: { weekday: number; trust: string }[]) => rows.filter((row) => row.weekday === 7)
    expect(evening(await sumHourLevels(read, both))).toMatchObject([{ level_1: 1, level_5: 1 }])
    expect(evening(await sumHourLevelsByOffice(read, both))).toHaveLength(2)
    expect(await sumHourLevels(read, { ...both, offices: [] })).toEqual([])
    expect(await sumHourLevels(read, { ...both, from: '2026-04', to: '2026-04' })).toEqual([])
  })

  test('an office’s procedures are added up to their fields; one that nobody knows has none', async () => {
    await aWeek()
    const { read } = city.store
    const { field_id } = await read
      .selectFrom('procedures')
      .select('field_id')
      .where('id', '=', PROCEDURES.birth)
      .executeTakeFirstOrThrow()
    const office_id = OFFICES.wardA
    expect(await sumDossiersByField(read, WARD_A)).toEqual([
      { office_id, field_id, returned: 1, on_time: 1, refused: 0, rated: 1 },
    ])
    const levels = await sumLevelsByField(read, WARD_A)
    const rated = levels.map((row) => [row.field_id, row.trust, row.level_3, row.level_4, row.level_5])
    expect(rated.toSorted(byText)).toEqual(
      [
        ['', 'open', 1, 0, 1],
        [field_id, 'verified', 0, 1, 0],
      ].toSorted(byText),
    )
    expect(await sumLevelsByField(read, { ...WARD_A, offices: [] })).toEqual([])
    expect(await sumLevelsByField(read, { ...WARD_A, from: '2026-04', to: '2026-04' })).toEqual([])
  })

  test('a city that was rated before these counts came has them when it is brought up to date', async () => {
    await aWeek()
    const before = await rowsOf(city)
    for (const table of TABLES) await city.store.owner.schema.dropTable(table).execute()
    await up(city.store.owner as unknown as Kysely<unknown>, city.store.differences)
    expect(await rowsOf(city)).toEqual(before)
    expect(before.length).toBeGreaterThan(8)
  })

  test('a planted difference is found in each of them', async () => {
    await aWeek()
    await city.store.write(async (tx) => {
      for (const table of TABLES) {
        const column = table.includes('dossier') ? 'returned' : 'level_4'
        const planted = { [column]: 7 }
        await tx
          .updateTable(table as 'hour_counts')
          .set(planted)
          .execute()
      }
    })
    const { differences } = await recount(city.store.read)
    expect(new Set(differences.map(({ table }) => table))).toEqual(new Set(TABLES))
    expect(differences.every(({ kept }) => kept === 7)).toBe(true)
  })
})

const byText = (a: object, b: object) =>
  JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1

/** Every line of the five tables that is not all zeros. */
async function rowsOf({ store }: SmallCity): Promise<string[]> {
  const lines: string[] = []
  for (const table of TABLES) {
    for (const row of await store.read.selectFrom(table).selectAll().execute()) {
      const counts = Object.entries(row).filter(([column]) => /^level_|^returned/.test(column))
      if (counts.some(([, n]) => (n as number) > 0)) lines.push(`${table} ${Object.values(row).join(' ')}`)
    }
  }
  return lines.toSorted()
}
