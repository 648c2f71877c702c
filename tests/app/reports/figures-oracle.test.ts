import { expect, test } from 'vitest'
import { monthOf } from '#app/calendar/day.ts'
import { monthsOf, type Period, periodOf, previous } from '#app/calendar/period.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { CITY } from '#app/reports/office-tree.ts'
import type { Overview, PlaceFigures } from '#app/reports/overview.ts'
import { controlChart } from '#app/statistics/control-chart.ts'
import { manskiBounds } from '#app/statistics/who-did-not-answer.ts'
import type { Db } from '#db/schema.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { LIVE } from '#tests/world/figures.ts'
import { type OracleLine, oracleCentre, oracleLines } from './figures-oracle.ts'
import { randomMonths } from './random-months.ts'

const CITIES = 20
const MONTHS_EACH = 50
const MOST_OFF = 1e-9

/** What the product says of a line, in the oracle's columns; null where it may not show the figure. */
function saidOf(id: string, line: PlaceFigures): Partial<OracleLine> {
  const { ratings, returned, onTime, rated } = line
  const plain = { id, returned, on_time: onTime, on_time_share: returned === 0 ? null : onTime / returned }
  if (ratings.state === 'hidden') return plain
  const rate = rated === null || returned === 0 ? null : rated / returned
  const responses = { ...plain, ...(rated === null ? {} : { rated, response_rate: rate }) }
  if (ratings.state === 'none')
    return { ...responses, n: 0, satisfied: 0, share: null, lower: null, verdict: null }
  const { n, satisfied, share, lower, upper, verdict } = ratings
  const bounds = rate === null ? null : manskiBounds(rate, share)
  const manski = { manski_lower: bounds?.lower ?? null, manski_upper: bounds?.upper ?? null }
  return { ...responses, n, satisfied, share, lower, upper, verdict, ...manski }
}

function differences(said: Partial<OracleLine>, oracle: OracleLine | undefined): string[] {
  if (!oracle) return [`${said.id}: the oracle has no such line`]
  return (Object.keys(said) as (keyof OracleLine)[]).flatMap((column) => {
    const [ours, theirs] = [said[column], oracle[column]]
    const isSame =
      typeof ours === 'number' && typeof theirs === 'number'
        ? Math.abs(ours - theirs) <= MOST_OFF
        : ours === theirs
    return isSame ? [] : [`${said.id} ${column}: ${ours} against ${theirs}`]
  })
}

/** Parents and the city against their parts, as shown: what a line counted itself and its lines below. */
function unequalSums({ city, offices }: Overview, oracle: ReadonlyMap<string, OracleLine>): string[] {
  const top = offices.some(({ office }) => office.countsInto === CITY) ? [{ id: CITY, line: city }] : []
  const lines = [...offices.map((line) => ({ id: line.office.id, line })), ...top]
  const nOf = ({ ratings }: PlaceFigures) =>
    ratings.state === 'shown' ? ratings.n : ratings.state === 'none' ? 0 : null
  return lines.flatMap(({ id, line }) => {
    const below = offices.filter(({ office }) => office.countsInto === id)
    const own = oracle.get(id)
    const returned = below.reduce((sum, part) => sum + part.returned, own?.own_returned ?? 0)
    const ns = [...below.map(nOf), own?.own_n ?? 0]
    const n = nOf(line)
    const sum = ns.every((part) => part !== null) ? ns.reduce((a, b) => a + b, 0) : n
    return returned === line.returned && (n === null || sum === n)
      ? []
      : [`${id} is not the sum of its parts`]
  })
}

async function centreDifference(
  db: Db,
  now: Overview,
  today: string,
): Promise<{ wrong: string[]; charted: boolean }> {
  const earlier = await officeOverview(db, LIVE, { period: yearBefore(now.period), today })
  const months = [...earlier.months, ...now.months]
  if (months.some(({ figure }) => figure.state === 'hidden')) return { wrong: [], charted: false }
  const points = months.map(({ figure }) =>
    figure.state === 'shown' ? { n: figure.n, k: figure.satisfied } : { n: 0, k: 0 },
  )
  const centre = controlChart(points).points.at(-1)?.centre ?? null
  const oracle = await oracleCentre(
    db,
    months.map(({ month }) => month),
  )
  const isSame =
    centre === null || oracle === null ? centre === oracle : Math.abs(centre - oracle) <= MOST_OFF
  return { wrong: isSame ? [] : [`centre ${centre} against ${oracle}`], charted: centre !== null }
}

function yearBefore(period: Period): Period {
  let before = { ...period }
  while (monthOf(before.to) > `${Number(period.to.slice(0, 4)) - 1}-${period.to.slice(5, 7)}`)
    before = previous(before)
  return before
}

interface Seen {
  sets: number
  shares: number
  hidden: number
  centres: number
}

type RandomCity = Awaited<ReturnType<typeof randomMonths>>

async function comparison({ store, periods, today }: RandomCity, seen: Seen): Promise<string[]> {
  const wrong: string[] = []
  for (const period of periods) {
    const overview = await officeOverview(store.read, LIVE, { period, today })
    const oracle = new Map((await oracleLines(store.read, period)).map((line) => [line.id, line]))
    const said = [
      saidOf(CITY, overview.city),
      ...overview.offices.map((line) => saidOf(line.office.id, line)),
    ]
    const isMonth = monthsOf(period).length === 1
    const chart = isMonth
      ? await centreDifference(store.read, overview, today)
      : { wrong: [], charted: false }
    const found = said.flatMap((line) => differences(line, oracle.get(line.id ?? '')))
    wrong.push(
      ...[...found, ...unequalSums(overview, oracle), ...chart.wrong].map(
        (what) => `${period.from}: ${what}`,
      ),
    )
    seen.sets += 1
    seen.shares += said.filter(({ share }) => typeof share === 'number').length
    seen.hidden += said.filter(({ n }) => n === undefined).length
    seen.centres += chart.charted ? 1 : 0
  }
  return wrong
}

test('1,000 random data sets: the figures are those of plain SQL, totals those of their parts', async () => {
  const seen = { sets: 0, shares: 0, hidden: 0, centres: 0 }
  for (let number = 0; number < CITIES; number++) {
    const city = await randomMonths(new Random(`oracle|${number}`), MONTHS_EACH)
    expect(await comparison(city, seen)).toEqual([])
    await city.close()
  }
  expect(seen.sets).toBe(1000)
  expect(seen.shares).toBeGreaterThan(2000)
  expect(seen.hidden).toBeGreaterThan(100)
  expect(seen.centres).toBeGreaterThan(200)
}, 180_000)

test('one rating that is not counted, or counted twice, is found', async () => {
  const city = await randomMonths(new Random('one off'), 1)
  const { store } = city
  const seen = { sets: 0, shares: 0, hidden: 0, centres: 0 }
  const month = { ...city, periods: [periodOf('2020-01-01', '2020-01-31')] }
  expect(await comparison(month, seen)).toEqual([])
  expect(seen.shares).toBeGreaterThan(0)
  await store.write((tx) =>
    tx
      .updateTable('monthly_level_counts')
      .set((e) => ({ level_5: e('level_5', '+', 1) }))
      .execute(),
  )
  expect(await comparison(month, seen)).not.toEqual([])
  await city.close()
})
