import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { periodOf } from '#app/calendar/period.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import type { OfficeLine } from '#app/reports/overview.ts'
import type { Db } from '#db/schema.ts'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

const MARCH = periodOf('2026-03-01', '2026-03-31')
const today = '2026-04-10'
const { wardA, wardB, oneStop } = OFFICES

const overviewOf = (period = MARCH, db: Db = city.store.read) => officeOverview(db, LIVE, { period, today })
const lineOf = (lines: OfficeLine[], id: string) => {
  const line = lines.find(({ office }) => office.id === id)
  if (!line) throw new Error(`No line of ${id}`)
  return line
}
const nOf = ({ ratings }: Pick<OfficeLine, 'ratings'>) =>
  ratings.state === 'shown' ? [ratings.satisfied, ratings.n] : ratings.state

describe('a month of three offices, by hand', () => {
  beforeEach(() =>
    city.store.write(async (tx) => {
      await rate(tx, { office: wardA, day: '2026-03-02', trust: 'verified' }, [
        ...times(47, 5),
        ...times(3, 2),
      ])
      await rate(tx, { office: wardA, day: '2026-03-31' }, times(30, 4))
      await rate(tx, { office: wardB, day: '2026-03-15', trust: 'kiosk' }, [...times(80, 5), ...times(20, 3)])
      await rate(tx, { office: oneStop, day: '2026-03-15' }, times(73, 5))
      await rate(tx, { office: wardA, day: '2026-02-28' }, times(9, 1))
      await rate(tx, { office: wardA, day: '2026-04-01' }, times(9, 1))
      await rate(tx, { office: wardA, day: '2026-03-03', trust: 'verified', stage: 'filing' }, times(40, 1))
      await returnDossiers(tx, { office: wardA, day: '2026-03-02', onTime: 199, late: 1, rated: 50 })
      await returnDossiers(tx, { office: wardB, day: '2026-03-02', onTime: 99, late: 1 })
    }),
  )

  test('shares, intervals and verdicts are those of the statistics, filing never among them', async () => {
    const { offices } = await overviewOf()
    expect(lineOf(offices, wardA).ratings).toMatchObject({ satisfied: 77, n: 80, verdict: 'undecided' })
    expect(lineOf(offices, wardB).ratings).toMatchObject({
      satisfied: 80,
      n: 100,
      share: 0.8,
      verdict: 'not_met',
      meetsTarget: false,
    })
    const perfect = lineOf(offices, oneStop).ratings
    expect(perfect).toMatchObject({ satisfied: 73, n: 73, share: 1, verdict: 'met', meetsTarget: true })
    expect(perfect.state === 'shown' && perfect.lower).toBeCloseTo(0.950008, 6)
  })

  test('verified ratings stand alone beside the headline, their interval allowing for the dossiers', async () => {
    const { offices } = await overviewOf()
    const { verified } = lineOf(offices, wardA)
    expect(verified).toMatchObject({ state: 'shown', satisfied: 47, n: 50, share: 0.94 })
    // Plain Wilson of 47/50 is 0.837829 to 0.979385; with 50 of 200 dossiers known it is narrower.
    expect(verified.state === 'shown' && verified.lower).toBeGreaterThan(0.837829)
    expect(lineOf(offices, wardB).verified).toEqual({ state: 'none' })
  })

  test('on time is plain against more than 99%; the response rate is rated of returned', async () => {
    const { offices } = await overviewOf()
    expect(lineOf(offices, wardA)).toMatchObject({ returned: 200, onTime: 199, onTimeMet: true, rated: 50 })
    expect(lineOf(offices, wardB)).toMatchObject({ returned: 100, onTime: 99, onTimeMet: false, rated: 0 })
    expect(lineOf(offices, oneStop)).toMatchObject({ returned: 0, onTimeMet: null })
  })

  test('the city is the sum of all, the tree is its order', async () => {
    const { city: whole, offices } = await overviewOf()
    expect(offices.map(({ office }) => [office.id, office.depth])).toEqual([
      [OFFICES.city, 0],
      [wardA, 1],
      [wardB, 1],
      [oneStop, 1],
    ])
    expect(nOf(whole)).toEqual([230, 253])
    expect(whole).toMatchObject({ returned: 300, onTime: 298 })
    const { office: _office, includes: _includes, targets: _targets, ...root } = lineOf(offices, OFFICES.city)
    expect(root).toEqual(whole)
  })

  test('whole months by month and days by day give the same figures', async () => {
    const byMonth = await overviewOf()
    const byDay = await overviewOf({ kind: 'days', from: '2026-03-02', to: '2026-03-31' })
    expect(byDay.offices).toEqual(byMonth.offices)
    const firstHalf = await overviewOf({ kind: 'days', from: '2026-03-01', to: '2026-03-15' })
    expect(nOf(lineOf(firstHalf.offices, wardA))).toEqual([47, 50])
  })

  test('twelve months end with the period, each as its own page shows it', async () => {
    const { months } = await overviewOf(periodOf('2026-04-01', '2026-04-30'))
    expect(months.map(({ month }) => month)).toEqual([
      ...['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
      ...['2026-01', '2026-02', '2026-03', '2026-04'],
    ])
    const figures = months.slice(-3).map(({ figure }) => (figure.state === 'shown' ? figure.n : figure.state))
    expect(figures).toEqual([9, 253, 9])
    expect(months[0]?.figure).toEqual({ state: 'none' })
  })

  test('a page costs at most 12 statements, and none reads the ratings or dossiers themselves', async () => {
    const asked: string[] = []
    const watched = city.store.read.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node))
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await overviewOf(MARCH, watched)
    await overviewOf({ kind: 'days', from: '2026-03-02', to: '2026-03-30' }, watched)
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.length / 2).toBeLessThanOrEqual(12)
    expect(asked.filter((node) => /"name":"(responses|dossiers|invitations)"/.test(node))).toEqual([])
  })

  test('every shown line agrees with plain SQL over the stored ratings and dossiers', async () => {
    const { offices } = await overviewOf()
    const below = sql.ref('o.path')
    const { rows } = await sql<{
      id: string
      n: number
      satisfied: number
      returned: number
      on_time: number
    }>`
      select o.id,
        (select count(*) from responses r join offices b on b.id = r.office_id where b.path like ${below} || '%'
          and r.stage <> 'filing' and r.day between '2026-03-01' and '2026-03-31') as n,
        (select count(*) from responses r join offices b on b.id = r.office_id where b.path like ${below} || '%'
          and r.stage <> 'filing' and r.level >= 4 and r.day between '2026-03-01' and '2026-03-31') as satisfied,
        (select count(*) from dossiers d join offices b on b.id = d.office_id where b.path like ${below} || '%'
          and d.returned_day between '2026-03-01' and '2026-03-31') as returned,
        (select count(*) from dossiers d join offices b on b.id = d.office_id where b.path like ${below} || '%'
          and d.returned_day <= d.due_day and d.returned_day between '2026-03-01' and '2026-03-31') as on_time
      from offices o`.execute(city.store.read)
    const bySql = Object.fromEntries(
      rows.map((row) => [row.id, [row.satisfied, row.n, row.returned, row.on_time]]),
    )
    const shown = offices.map((line) => [line.office.id, [nOf(line), line.returned, line.onTime].flat()])
    expect(Object.fromEntries(shown)).toEqual(bySql)
  })
})

describe('an office that answers to the province', () => {
  test('is shown under the hall it sits in, and neither the hall nor the city is charged with it', async () => {
    await city.store.write(async (tx) => {
      const police = { id: 'ca', name: 'Công an', name_folded: 'cong an', kind: 'department' as const }
      const place = { parent_id: oneStop, path: `/tp/${oneStop}/ca/`, position: 1, gso_code: '' }
      const validity = { valid_from: '0001-01-01', valid_to: '9999-12-31' }
      await tx
        .insertInto('offices')
        .values({ ...police, ...place, ...validity, outside_authority: 1 })
        .execute()
      const desk = { id: 'ca-q1', name: 'Quầy cư trú', name_folded: 'quay cu tru', kind: 'one_stop' as const }
      const under = { parent_id: 'ca', path: `/tp/${oneStop}/ca/q1/`, position: 1, gso_code: '' }
      await tx
        .insertInto('offices')
        .values({ ...desk, ...under, ...validity, outside_authority: 0 })
        .execute()
      await rate(tx, { office: oneStop, day: '2026-03-05' }, times(10, 5))
      await rate(tx, { office: 'ca', day: '2026-03-05' }, times(20, 1))
      await rate(tx, { office: 'ca-q1', day: '2026-03-05' }, times(7, 2))
      await returnDossiers(tx, { office: 'ca', day: '2026-03-05', onTime: 0, late: 5 })
    })
    const { city: whole, offices, months } = await overviewOf()
    expect(offices.map(({ office }) => [office.id, office.outside])).toEqual([
      [OFFICES.city, false],
      [wardA, false],
      [wardB, false],
      [oneStop, false],
      ['ca', true],
      ['ca-q1', true],
    ])
    expect(nOf(whole)).toEqual([10, 10])
    expect(nOf(lineOf(offices, oneStop))).toEqual([10, 10])
    expect(nOf(lineOf(offices, 'ca'))).toEqual([0, 27])
    expect(whole.returned).toBe(0)
    expect(months.at(-1)?.figure).toMatchObject({ n: 10 })
  })
})

describe('which offices and which definition', () => {
  const end = (id: string, valid_to: string) =>
    city.store.write((tx) => tx.updateTable('offices').set({ valid_to }).where('id', '=', id).execute())

  test('an office valid on any day of the period is there, one closed before is not unless it was rated', async () => {
    await end(wardA, '2026-03-01')
    await end(wardB, '2026-02-28')
    await end(oneStop, '2025-12-31')
    await city.store.write((tx) => rate(tx, { office: oneStop, day: '2026-03-09' }, times(6, 5)))
    const { offices, city: whole } = await overviewOf()
    expect(offices.map(({ office }) => office.id)).toEqual([OFFICES.city, wardA, oneStop])
    expect(nOf(whole)).toEqual([6, 6])
  })

  test('two roots are summed, though no line stands above them', async () => {
    await city.store.write(async (tx) => {
      await tx
        .updateTable('offices')
        .set({ parent_id: null, path: '/p-b/' })
        .where('id', '=', wardB)
        .execute()
      await rate(tx, { office: wardA, day: '2026-03-09' }, times(6, 5))
      await rate(tx, { office: wardB, day: '2026-03-09' }, times(8, 1))
    })
    const { offices, city: whole } = await overviewOf()
    expect(nOf(lineOf(offices, OFFICES.city))).toEqual([6, 6])
    expect(nOf(whole)).toEqual([6, 14])
  })

  test('an empty city has no lines and no figures', async () => {
    await city.store.write(async (tx) => {
      await tx.deleteFrom('invitations').execute()
      await tx.deleteFrom('counters').execute()
      await tx.deleteFrom('offices').where('parent_id', 'is not', null).execute()
      await tx.deleteFrom('offices').execute()
    })
    const { offices, city: whole } = await overviewOf()
    expect(offices).toEqual([])
    expect(whole).toMatchObject({ returned: 0, ratings: { state: 'none' } })
  })

  test('the definition in force on the last day decides, each month of the line by its own', async () => {
    await city.store.write(async (tx) => {
      await tx
        .insertInto('index_definitions')
        .values({
          version: 2,
          valid_from: '2026-03-20',
          trust_classes: '["verified"]',
          stages: '["return"]',
          satisfied_levels: '[4,5]',
          minimum_n: 10,
          ...{ reason: '', decided_at: '', decided_by: '' },
        })
        .execute()
      for (const day of ['2026-02-10', '2026-03-10']) {
        await rate(tx, { office: wardA, day }, times(20, 5))
        await rate(tx, { office: wardA, day, trust: 'verified' }, times(12, 4))
      }
    })
    const march = await overviewOf()
    expect(march.definition.version).toBe(2)
    expect(nOf(march.city)).toEqual([12, 12])
    expect(march.months.slice(-2).map(({ figure }) => figure.state === 'shown' && figure.n)).toEqual([32, 12])
    const february = await overviewOf(periodOf('2026-02-01', '2026-02-28'))
    expect(february.definition.version).toBe(1)
    expect(nOf(february.city)).toEqual([32, 32])
  })

  test('a sum that may not be shown is not shown by its months either', async () => {
    await city.store.write(async (tx) => {
      await rate(tx, { office: wardA, day: '2026-03-10' }, [5])
      await rate(tx, { office: wardB, day: '2026-03-10' }, times(4, 1))
      await rate(tx, { office: wardA, day: '2026-01-10' }, times(30, 5))
    })
    const { city: whole, offices, months } = await overviewOf()
    expect(whole).toMatchObject({ ratings: { state: 'hidden' }, rated: null })
    expect(offices.map(nOf)).toEqual(['hidden', 'hidden', 'hidden', 'none'])
    expect(months.slice(-4).map(({ figure }) => figure.state)).toEqual(['none', 'shown', 'none', 'hidden'])
  })

  test('a period that has not ended says so', async () => {
    expect((await overviewOf()).isUnfinished).toBe(false)
    expect((await overviewOf(periodOf('2026-04-01', '2026-04-30'))).isUnfinished).toBe(true)
    expect((await overviewOf({ kind: 'days', from: '2026-04-01', to: today })).isUnfinished).toBe(true)
  })
})
