import { afterEach, expect, test } from 'vitest'
import { readDossierCode } from '#app/dossiers/dossier-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { openStore } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { type DemoCity, makeDemoCity } from '#scripts/demo-city/make-demo-city.ts'
import { type AskedCity, madeCity, SECRET, UNTIL } from './made-city.ts'

const cities: AskedCity[] = []

afterEach(() => {
  for (const city of cities.splice(0)) city.remove()
})

async function another(wanted?: Partial<DemoCity>): Promise<AskedCity> {
  const city = await madeCity(wanted)
  cities.push(city)
  return city
}

test('the same seed and day give the same rows, whenever they are made', async () => {
  const [first, second] = [await another(), await another()]
  expect(second.digest()).toBe(first.digest())
  expect(second.made).toEqual(first.made)
})

test('any day of one month gives the same twelve months', async () => {
  const [first, second] = [await another({ until: '2026-11-10' }), await another({ until: '2026-11-30' })]
  expect(second.digest()).toBe(first.digest())
})

test('another seed, another day, another size: another city', async () => {
  const digests = [
    await another(),
    await another({ seed: 8 }),
    await another({ until: '2026-12-01' }),
    await another({ ratings: 301 }),
    await another({ offices: 16 }),
  ].map((city) => city.digest())
  expect(new Set(digests).size).toBe(5)
})

test('another secret changes the links and nothing else', async () => {
  const [first, second] = [await another(), await another({ secret: { key: 'e'.repeat(32), number: 1 } })]
  const others = `select * from invitations where kind = 'standing' order by id`
  expect(second.all(others)).toEqual(first.all(others))
  for (const table of ['dossiers', 'responses', 'ledger', 'level_counts', 'dossier_counts']) {
    const rows = `select * from ${table} order by rowid`
    expect(second.all(rows)).toEqual(first.all(rows))
  }
  expect(second.digest()).not.toBe(first.digest())
})

test.each([1, 2, 3, 10, 77])(
  '%i ratings are exactly so many, with about 4.4 dossiers each',
  async (ratings) => {
    const { made, one, all } = await another({ ratings })
    expect(made.ratings).toBe(ratings)
    expect(one('select count(*) from responses')).toBe(ratings)
    expect(Math.abs(made.dossiers - 4.4 * ratings)).toBeLessThanOrEqual(1)
    expect(all('pragma foreign_key_check')).toEqual([])
  },
)

test('a larger city has wards made up, all counted', async () => {
  const city = await another({ ratings: 2_000, offices: 60 })
  expect(city.one('select count(*) from offices')).toBe(60)
  const [ward] = city.all(`select * from offices where id = 'p-0042'`)
  expect(ward).toMatchObject({
    name: 'Phường 42',
    name_folded: 'phuong 42',
    kind: 'ward',
    parent_id: 'tp-lang-son',
    path: '/tp-lang-son/p-0042/',
    position: 41,
  })
  expect(city.one(`select count(distinct office_id) from dossiers where office_id like 'p-00%'`)).toBe(45)
  const code = city.one<string>(`select code from dossiers where office_id = 'p-0042' limit 1`)
  expect(code.startsWith('H37.42-')).toBe(true)
  expect(readDossierCode(code, UNTIL)).toEqual({ code })
  const store = openStore(`sqlite:${city.file}`)
  expect((await recount(store.read)).differences).toEqual([])
  await store.close()
})

test('a file that holds a city is not made over', async () => {
  const city = await another()
  const before = city.digest()
  const again = makeDemoCity({ ratings: 5, seed: 1, until: UNTIL, file: city.file, secret: SECRET })
  await expect(again).rejects.toThrow(StoreRefused)
  await expect(again).rejects.toThrow('already holds 15 offices')
  expect(city.digest()).toBe(before)
})

test('progress is told day by day and ends with all', async () => {
  const told: { day: string; share: number; ratings: number; dossiers: number }[] = []
  await another({ ratings: 50, onProgress: (progress) => told.push(progress) })
  expect(told).toHaveLength(365)
  expect(told[0]?.day).toBe('2025-11-01')
  expect(told.at(-1)).toEqual({ day: '2026-10-31', share: 1, ratings: 50, dossiers: 220 })
  expect(told.every(({ ratings }, at) => ratings >= (told[at - 1]?.ratings ?? 0))).toBe(true)
})

test('a leap year has its day, and a year before any known Tết is made too', async () => {
  const leap = await another({ until: '2024-11-01' })
  expect(leap.made).toMatchObject({ from: '2023-11-01', to: '2024-10-31', ratings: 300 })
  expect(leap.one(`select count(*) from dossiers where received_day = '2024-02-29'`)).toBeGreaterThan(0)
  expect((await another({ until: '2020-03-15' })).made).toMatchObject({
    from: '2019-03-01',
    to: '2020-02-29',
  })
})
