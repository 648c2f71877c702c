import { afterAll, beforeAll, expect, test } from 'vitest'
import { satisfiedShare } from '#app/statistics/satisfied-share.ts'
import { onTimeMet, SATISFIED_TARGET, verdict } from '#app/statistics/verdict.ts'
import { stories } from '#scripts/demo-city/stories.ts'
import { type AskedCity, madeCity } from './made-city.ts'

/** The city that `npm run demo` shows. */
let city: AskedCity

beforeAll(async () => {
  city = await madeCity({ ratings: 9_000, seed: 1 })
})

afterAll(() => city.remove())

const YEAR = ['2025-11', '2026-10'] as const
const QUARTERS = [
  ['2026-01', '2026-03'],
  ['2026-04', '2026-06'],
  ['2026-07', '2026-09'],
] as const

function shareOf(office: string, [from, to]: readonly [string, string] = YEAR) {
  const [{ satisfied, n } = { satisfied: 0, n: 0 }] = city.all<{ satisfied: number; n: number }>(
    `select sum(level_4 + level_5) as satisfied, sum(level_1 + level_2 + level_3 + level_4 + level_5) as n
     from monthly_level_counts where office_id like ? and month between ? and ?`,
    office,
    from,
    to,
  )
  const share = satisfiedShare(satisfied, n)
  if (!share) throw new Error(`${office} has no ratings`)
  return { ...share, verdict: verdict(share, SATISFIED_TARGET) }
}

function onTimeOf(office: string, [from, to]: readonly [string, string] = YEAR) {
  const [{ on_time, returned } = { on_time: 0, returned: 0 }] = city.all<{
    on_time: number
    returned: number
  }>(
    `select sum(on_time) as on_time, sum(returned) as returned from monthly_dossier_counts
     where office_id like ? and month between ? and ?`,
    office,
    from,
    to,
  )
  return { share: on_time / returned, met: onTimeMet(on_time, returned), returned }
}

const told = Object.values(stories).map(({ office }) => office)
const others = () =>
  city
    .all<{ office_id: string }>('select distinct office_id from responses')
    .map(({ office_id }) => office_id)
    .filter((office) => !told.includes(office))

test('the city as a whole is a little above both targets', () => {
  const { share, n, verdict: said } = shareOf('%')
  expect(n).toBe(9_000)
  expect(share).toBeGreaterThan(0.952)
  expect(share).toBeLessThan(0.963)
  expect(said).toBe('met')
  const { share: onTime, returned } = onTimeOf('%')
  expect(returned).toBeGreaterThan(38_000)
  expect(onTime).toBeGreaterThan(0.993)
  expect(onTime).toBeLessThan(0.998)
})

test('the others do well: 95.5 to 98% satisfied, more than 99% on time', () => {
  expect(others()).toHaveLength(8)
  for (const office of others()) {
    expect(shareOf(office).share, office).toBeGreaterThan(0.953)
    expect(shareOf(office).share, office).toBeLessThan(0.985)
    expect(onTimeOf(office).met, office).toBe(true)
  }
})

test('Quảng Lạc has too few answers to say anything, in some months fewer than may be shown', () => {
  const { n, verdict: said } = shareOf('x-quang-lac')
  expect(n).toBe(36)
  expect(said).toBe('undecided')
  const months = city.all<{ n: number }>(
    `select count(*) as n from responses where office_id = 'x-quang-lac' group by substr(day, 1, 7)`,
  )
  expect(months.filter((month) => month.n < 5).length).toBeGreaterThanOrEqual(3)
  expect(onTimeOf('x-quang-lac').returned).toBeGreaterThan(600)
})

test('Chi Lăng is below the target, surely so over the year and over each quarter', () => {
  const year = shareOf('p-chi-lang')
  expect(Math.abs(year.share - 0.88)).toBeLessThan(0.015)
  expect(year.verdict).toBe('not_met')
  for (const quarter of QUARTERS) expect(shareOf('p-chi-lang', quarter).verdict).toBe('not_met')
  expect(shareOf('p-chi-lang', ['2026-10', '2026-10']).n).toBeGreaterThan(30)
})

test('Đông Kinh is too good: nothing but fives, in bursts, after hours, more than its dossiers', () => {
  const year = shareOf('p-dong-kinh')
  expect(year.n).toBeGreaterThan(700)
  expect(city.one(`select count(*) from responses where office_id = 'p-dong-kinh' and level < 5`)).toBe(0)
  const more = city.all<{ n: number }>(
    `select r.n from (select day, count(*) as n from responses where office_id = 'p-dong-kinh' group by day) r
     join dossier_counts c on c.day = r.day and c.office_id = 'p-dong-kinh' where r.n > c.returned and r.n > 20`,
  )
  expect(more.length).toBeGreaterThanOrEqual(10)
  const minutes = `select max(n) from (select count(*) as n from responses where office_id = ? and trust = 'open'
    group by substr(first_at, 1, 16))`
  expect(city.one(minutes, 'p-dong-kinh')).toBeGreaterThanOrEqual(6)
  for (const office of others()) expect(city.one<number>(minutes, office)).toBeLessThanOrEqual(4)
})

test('at standing codes nobody else taps outside opening hours', () => {
  const outside = (office: string) =>
    city.one<number>(
      `select count(*) from responses where office_id like ? and trust <> 'verified'
        and strftime('%H:%M', first_at, '+7 hours') not between '07:30' and '16:59'`,
      office,
    )
  expect(outside('p-dong-kinh')).toBeGreaterThan(300)
  expect(outside('%')).toBe(outside('p-dong-kinh'))
})

test('Mai Pha was late in the second quarter, before and after it was not', () => {
  const [first, second, third] = QUARTERS.map((quarter) => onTimeOf('x-mai-pha', quarter))
  expect(second?.share).toBeLessThan(0.955)
  expect(second?.share).toBeGreaterThan(0.89)
  expect(second?.met).toBe(false)
  expect(first?.share).toBeGreaterThan(0.985)
  expect(third?.share).toBeGreaterThan(0.985)
  expect(onTimeOf('x-mai-pha', ['2025-11', '2026-03']).met).toBe(true)
  expect(onTimeOf('x-mai-pha', ['2026-07', '2026-10']).met).toBe(true)
})

test('late and refused dossiers please less', () => {
  const worst = `select avg(level >= 4) from responses where trust = ? and office_id <> 'p-dong-kinh'`
  expect(city.one<number>(worst, 'verified')).toBeLessThan(city.one<number>(worst, 'kiosk'))
})
