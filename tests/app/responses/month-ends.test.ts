import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, monthOf } from '#app/calendar/day.ts'
import { lastSettledMonth } from '#app/publication/settled-months.ts'
import { recount } from '#app/reports/recount.server.ts'
import { recordAmendment, recordResponse } from '#app/responses/record-response.server.ts'
import { batchesOf } from '#app/responses/release.ts'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import { levelCountsOf, totalOf } from '#app/statistics/level-counts.ts'
import { findResponse } from '#db/queries/responses.ts'
import type { LevelColumns, LevelCountRow, ResponseRow, Trust } from '#db/schema.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

/**
 * Who attacks reads, as head of an office, what is released to it each day, and on the same day the exact months of the
 * public page, and takes one from the other: by trust class, by any of them together, by month and over months,
 * of each office and, as head of the office above, of all of them.
 */
const NARROWEST = 5
const FIRST: Day = '2026-01-05'
const DAYS = 130
const random = new Random('months end')
const raters: { id: string; day: Day }[] = []
const subtracted: Rest[] = []
const seen: number[] = []
let exact: Count[] = []
let city: SmallCity

interface Count extends LevelColumns {
  office_id: string
  trust: string
  day: string
}

/** What somebody has who takes the released from the exact. */
interface Rest {
  of: string
  /** Nothing of it was released, so that it is what the public page says by its own rules. */
  isAll: boolean
  n: number
}

const TRUSTS: Trust[] = ['verified', 'kiosk', 'open']
const TOGETHER = [['verified'], ['kiosk'], ['open'], ['verified', 'kiosk'], ['verified', 'open'], TRUSTS]

beforeAll(async () => {
  city = await aSmallCity()
  for (let at = 0; at < DAYS; at += 1) await liveThrough(addDays(FIRST, at))
}, 120_000)
afterAll(() => city.close())

async function liveThrough(day: Day): Promise<void> {
  city.clock.set(`${day}T01:00:00.000Z`)
  // The job of some days fails; the next does its work too.
  if (random.chance(0.9)) await releaseCounts(city)
  exact = await counts('level_counts')
  const released = await counts('released_level_counts')
  seen.push(released.reduce((sum, row) => sum + totalOf(levelCountsOf(row)), 0))
  subtracted.push(...rests(exact, released, lastSettledMonth(day)))
  await city.store.write(async (tx) => {
    for (const [office, trust, most] of [
      [OFFICES.wardA, 'verified', 3],
      [OFFICES.wardA, 'kiosk', 1],
      [OFFICES.wardB, 'verified', 2],
      [OFFICES.wardB, 'open', random.chance(0.1) ? 1 : 0],
      [OFFICES.oneStop, 'verified', random.chance(0.05) ? 1 : 0],
    ] as const)
      for (let n = random.between(0, most); n > 0; n -= 1)
        await recordResponse(tx, rating(office, trust, day))
    for (const { id } of raters.filter((one) => one.day >= addDays(day, -6) && random.chance(0.03))) {
      const before = await findResponse(tx, id)
      const level = random.between(1, 5) as 1
      if (before) await recordAmendment(tx, before, { ...before, level }, city.clock.now())
    }
  })
}

function rating(office_id: string, trust: Trust, day: Day): ResponseRow {
  const now = city.clock.now().toISOString()
  const id = uuidv7({ msecs: city.clock.now().getTime() })
  raters.push({ id, day })
  return {
    ...{ id, receipt_hash: randomUUID(), office_id, counter_id: null, procedure_id: null },
    ...{ channel: 'unstated', stage: 'return', trust, respondent: 'unstated', day, first_at: now },
    ...{ level: random.between(1, 5), changeable_until: now, lang: 'vi', survey_version_id: null },
    ...{ answers: '{}', comment: '', revision: 0, amended_at: '' },
  }
}

const counts = (table: 'level_counts' | 'released_level_counts'): Promise<LevelCountRow[]> =>
  city.store.read.selectFrom(table).selectAll().execute()

function rests(all: Count[], released: Count[], until: string): Rest[] {
  const months = [...new Set(all.map(({ day }) => monthOf(day)))].filter((month) => month <= until)
  const stretches = months.flatMap((first) =>
    months.filter((last) => first <= last).map((last) => ({ first, last })),
  )
  const readers: string[][] = [[OFFICES.wardA], [OFFICES.wardB], Object.values(OFFICES)]
  return readers.flatMap((offices) =>
    TOGETHER.flatMap((trusts) =>
      stretches.map(({ first, last }) => {
        const sum = (rows: Count[]) =>
          rows
            .filter(({ office_id, trust }) => offices.includes(office_id) && trusts.includes(trust as Trust))
            .filter(({ day }) => first <= monthOf(day) && monthOf(day) <= last)
            .reduce((n, row) => n + totalOf(levelCountsOf(row)), 0)
        const [whole, shown] = [sum(all), sum(released)]
        return { of: `${offices} ${trusts} ${first} ${last}`, isAll: shown === 0, n: whole - shown }
      }),
    ),
  )
}

const isNarrow = ({ isAll, n }: Rest) => !isAll && n !== 0 && n < NARROWEST

test('an office never has less than five ratings by taking what it reads from the public months', () => {
  expect(subtracted.length).toBeGreaterThan(1000)
  expect(subtracted.filter(({ isAll, n }) => !isAll && n === 0).length).toBeGreaterThan(100)
  expect(subtracted.filter(({ isAll, n }) => !isAll && n >= NARROWEST).length).toBeGreaterThan(100)
  expect(subtracted.filter(isNarrow)).toEqual([])
})

test('what is read from one day to the next grows by nothing or by five', () => {
  const steps = seen.slice(1).map((n, at) => n - (seen[at] ?? 0))
  expect(steps.filter((n) => n > 0).length).toBeGreaterThan(20)
  expect(steps.filter((n) => n !== 0 && n < NARROWEST)).toEqual([])
})

test('what is released is counted again without a difference', async () => {
  const { differences } = await recount(city.store.read)
  expect(differences.filter(({ table }) => table === 'released_level_counts')).toEqual([])
})

test('the same attack breaks batches that cross the ends of months, and those that end with them unheld', () => {
  const cells = Map.groupBy(exact, ({ office_id, trust }) => `${office_id} ${trust}`)
  const released = (byMonth: boolean): Count[] =>
    [...cells.values()].flatMap((rows) => {
      const days = rows.map((row) => ({ day: row.day, levels: levelCountsOf(row), row }))
      const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
      const spans = byMonth ? [...Map.groupBy(sorted, ({ day }) => monthOf(day)).values()] : [sorted]
      return spans.flatMap((span) =>
        batchesOf('', span).map(({ day, levels }) => ({
          ...{ office_id: rows[0]?.office_id ?? '', trust: rows[0]?.trust ?? '', day, level_1: levels[1] },
          ...{ level_2: levels[2], level_3: levels[3], level_4: levels[4], level_5: levels[5] },
        })),
      )
    })
  for (const byMonth of [false, true])
    expect(rests(exact, released(byMonth), '2026-04').filter(isNarrow).length).toBeGreaterThan(5)
})
