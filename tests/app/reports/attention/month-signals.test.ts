import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkMonth } from '#app/alerts/check-alerts.server.ts'
import { monthSignals } from '#app/reports/attention/month-signals.server.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

const row = { trust: 'verified', stage: 'return', respondent: 'unstated', level_1: 0, level_2: 0 } as const

/** Thirteen months of an office: a steady year, then what the last one says. */
async function months(office_id: string, steady: [number, number], last: [number, number]) {
  const names = Array.from({ length: 14 }, (_, at) =>
    new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 7),
  )
  await city.store.write((tx) =>
    tx
      .insertInto('monthly_level_counts')
      .values(
        names.map((month) => {
          const [level_1, level_5] = month === '2026-02' ? last : steady
          return { ...row, month, office_id, level_1, level_3: 0, level_4: 0, level_5 }
        }),
      )
      .execute(),
  )
}

const returned = (office_id: string, of: number, rated: number) =>
  city.store.write((tx) =>
    tx
      .insertInto('monthly_dossier_counts')
      .values({ month: '2026-02', office_id, returned: of, on_time: of, refused: 0, rated })
      .execute(),
  )

test('an office that fell is found by its chart; where numbers are hidden nothing is said', async () => {
  await months(OFFICES.wardA, [10, 190], [90, 110])
  await months(OFFICES.wardB, [10, 190], [3, 1])
  // Hidden with ward B, whose four could be taken from the sum.
  await months(OFFICES.oneStop, [5, 95], [50, 50])
  await returned(OFFICES.wardA, 400, 200)
  await returned(OFFICES.wardB, 400, 4)
  const figures = await monthSignals(city.store.read, '2026-03-16')
  expect(figures.month).toBe('2026-02')
  expect(figures.signals).toEqual([OFFICES.wardA])
  expect(figures.answers.map(({ officeId }) => officeId)).not.toContain(OFFICES.wardB)
  await checkMonth(city, figures)
  const alerts = await city.store.read.selectFrom('alerts').select(['rule_id', 'subject_id']).execute()
  expect(alerts).toEqual([{ rule_id: 'control-signal', subject_id: OFFICES.wardA }])
})

test('dossiers that hardly anybody rates are found where the number may be shown', async () => {
  await months(OFFICES.wardA, [10, 190], [0, 20])
  await months(OFFICES.wardB, [10, 190], [0, 200])
  await returned(OFFICES.wardA, 1_000, 20)
  await returned(OFFICES.wardB, 1_000, 200)
  await returned(OFFICES.oneStop, 1_000, 0)
  const figures = await monthSignals(city.store.read, '2026-03-16')
  const shown = figures.answers.find(({ officeId }) => officeId === OFFICES.wardA)
  expect(shown).toEqual({ officeId: OFFICES.wardA, rated: 20, returned: 1_000 })
  await checkMonth(city, figures)
  const alerts = await city.store.read.selectFrom('alerts').select(['rule_id', 'subject_id']).execute()
  expect(alerts.filter(({ rule_id }) => rule_id === 'few-answers').map((one) => one.subject_id)).toEqual([
    OFFICES.wardA,
    OFFICES.oneStop,
  ])
})
