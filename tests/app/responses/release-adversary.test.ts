import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '#app/calendar/day.ts'
import { recordAmendment, recordResponse } from '#app/responses/record-response.server.ts'
import { batchesOf } from '#app/responses/release.ts'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import type { Level, LevelCounts } from '#app/statistics/level-counts.ts'
import { findResponse } from '#db/queries/responses.ts'
import type { LevelColumns, ResponseRow, Trust } from '#db/schema.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

/** A rater whom the office saw come and go: place and minute are known, what was said is what is asked. */
interface Visitor {
  id: string
  cell: string
  day: string
  /** All that was said, the last one as it stands. */
  said: Level[]
}

/** What can be read at a moment, by cell and day, and how many visitors had come by then. */
interface Look {
  rows: Map<string, LevelColumns>
  come: number
}

const LEVELS = [1, 2, 3, 4, 5] as const
const DISSATISFIED: readonly Level[] = [1, 2]
const MOST = 1 / 5
const FIRST_DAY = '2026-01-05'
const DAYS = 100
const random = new Random('promise P4')
const visitors: Visitor[] = []
const releases: Look[] = []
const live: Look[] = []
let city: SmallCity

beforeAll(async () => {
  city = await aSmallCity()
  for (let at = 0; at < DAYS; at += 1) await liveThrough(addDays(FIRST_DAY, at))
}, 120_000)
afterAll(() => city.close())

/** Ratings come, some of the last week's are changed, and every day the office looks at all that it can read. */
async function liveThrough(day: string): Promise<void> {
  city.clock.set(`${day}T01:00:00.000Z`)
  await releaseCounts(city)
  releases.push(await look('released_level_counts'))
  for (const office of [OFFICES.wardA, OFFICES.wardB]) {
    for (const trust of ['verified', 'open'] as const) {
      const count = random.between(0, office === OFFICES.wardA ? 7 : 2)
      for (let n = 0; n < count; n += 1) {
        await come(office, trust, day)
        if (live.length < 200) live.push(await look('level_counts'))
      }
    }
  }
  for (const visitor of visitors.filter((one) => one.day >= addDays(day, -6))) {
    if (random.chance(0.02)) await changeMind(visitor)
  }
}

async function come(office: string, trust: Trust, day: string): Promise<void> {
  const level = random.chance(0.07) ? random.pick([1, 2] as const) : random.pick([3, 4, 4, 5, 5, 5] as const)
  const stage = trust === 'verified' ? ('return' as const) : ('unstated' as const)
  const now = city.clock.now().toISOString()
  const row: ResponseRow = {
    ...{ id: randomUUID(), receipt_hash: randomUUID(), office_id: office, counter_id: null },
    ...{ procedure_id: null, channel: 'unstated', stage, trust, respondent: 'unstated', level, day },
    ...{ first_at: now, changeable_until: now, lang: 'vi', survey_version_id: null },
    ...{ answers: '{}', comment: '', revision: 0, amended_at: '' },
  }
  await city.store.write((tx) => recordResponse(tx, row))
  visitors.push({ id: row.id, cell: `${office} ${trust}`, day: dayOf(city.clock.now()), said: [level] })
}

async function changeMind(visitor: Visitor): Promise<void> {
  const level = random.pick(LEVELS.filter((other) => other !== visitor.said.at(-1)))
  await city.store.write(async (tx) => {
    const before = await findResponse(tx, visitor.id)
    if (before) await recordAmendment(tx, before, { ...before, level }, city.clock.now())
  })
  visitor.said.push(level)
}

async function look(table: 'released_level_counts' | 'level_counts'): Promise<Look> {
  const rows = await city.store.read.selectFrom(table).selectAll().execute()
  const named = rows.map((row) => [`${row.office_id} ${row.trust} ${row.day}`, row] as const)
  return { rows: new Map(named), come: visitors.length }
}

/** A level that grew in a row between two looks, and everybody who may have said it. */
interface Growth {
  level: Level
  by: number
  isNewRow: boolean
  candidates: Visitor[]
}

/** Nothing but who came when tells candidates apart, so the best guess names any of them. */
type Candidates = (key: string, now: Look, before: Look | undefined) => Visitor[]

function growths(looks: readonly Look[], candidatesOf: Candidates): Growth[] {
  return looks.flatMap((now, at) => {
    const before = looks[at - 1]
    return [...now.rows].flatMap(([key, row]) => {
      const earlier = before?.rows.get(key)
      return LEVELS.map((level) => ({
        level,
        by: row[`level_${level}`] - (earlier?.[`level_${level}`] ?? 0),
        isNewRow: earlier === undefined,
        candidates: candidatesOf(key, now, before),
      })).filter(({ by }) => by > 0)
    })
  })
}

const cellOf = (key: string) => key.slice(0, -11)
const dayIn = (key: string) => key.slice(-10)

/** Behind a released row stand all of its month who came since the row before it. */
const behindBatch: Candidates = (key, { rows }) => {
  const before = [...rows.keys()].filter((other) => cellOf(other) === cellOf(key) && other < key)
  const last = before.length > 0 ? dayIn(before.toSorted().at(-1) ?? '') : ''
  const month = dayIn(key).slice(0, 7)
  return visitors.filter(
    ({ cell, day }) => cell === cellOf(key) && day.startsWith(month) && last < day && day <= dayIn(key),
  )
}

/** Behind what grew between two looks at live counts stand those who came in between. */
const sinceLastLook: Candidates = (key, now, before) =>
  visitors.slice(before?.come ?? 0, now.come).filter(({ cell }) => cell === cellOf(key))

/** How likely a guess is right that one of the candidates is such a person. */
const chance = ({ candidates }: Growth, isSuch: (visitor: Visitor) => boolean) =>
  candidates.length === 0 ? 0 : candidates.filter(isSuch).length / candidates.length

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
const wasDissatisfied = ({ said }: Visitor) => said.some((level) => DISSATISFIED.includes(level))

/** For each row that shows dissatisfied ratings for the first time, the chance to name one who gave such a rating. */
function namingTheDissatisfied(looks: readonly Look[], candidatesOf: Candidates): number[] {
  return growths(looks, candidatesOf)
    .filter(({ isNewRow, level }) => isNewRow && DISSATISFIED.includes(level))
    .map((growth) => chance(growth, wasDissatisfied))
}

test('who was dissatisfied: at most one guess in five better than knowing nothing but how many are', () => {
  const chances = namingTheDissatisfied(releases, behindBatch)
  const base = visitors.filter(wasDissatisfied).length / visitors.length
  expect(chances.length).toBeGreaterThan(40)
  expect(mean(chances) - base).toBeLessThanOrEqual(MOST)
})

test('a lone dissatisfied person among a batch is one of five or more', () => {
  const batches = growths(releases, behindBatch).filter(({ isNewRow }) => isNewRow)
  expect(batches.every(({ candidates }) => candidates.length >= 5)).toBe(true)
  const lone = batches.filter(({ candidates }) => candidates.filter(wasDissatisfied).length === 1)
  expect(lone.length).toBeGreaterThan(20)
  for (const growth of lone) expect(chance(growth, wasDissatisfied)).toBeLessThanOrEqual(MOST)
})

test('what somebody said: at most one guess in five better than what most say', () => {
  const batches = growths(releases, behindBatch).filter(({ isNewRow }) => isNewRow)
  const common = (people: Visitor[]) =>
    Math.max(...LEVELS.map((level) => people.filter(({ said }) => said[0] === level).length)) / people.length
  expect(mean(batches.map(({ candidates }) => common(candidates))) - common(visitors)).toBeLessThanOrEqual(
    MOST,
  )
})

test('who changed their mind after the release: at most one guess in five', () => {
  const changes = growths(releases, behindBatch).filter(({ isNewRow }) => !isNewRow)
  expect(changes.length).toBeGreaterThan(5)
  const chances = changes.map((growth) => chance(growth, ({ said }) => said.slice(1).includes(growth.level)))
  expect(mean(chances)).toBeLessThanOrEqual(MOST)
})

test('without batches the adversary wins: live counts, looked at after each visitor, name everybody', () => {
  const chances = growths(live, sinceLastLook).map((growth) =>
    chance(growth, ({ said }) => said.includes(growth.level)),
  )
  expect(chances.length).toBeGreaterThan(100)
  expect(mean(chances)).toBeGreaterThan(0.9)
})

test('without the least number the adversary wins: days of one and two ratings tell who', () => {
  const rows = new Map<string, LevelColumns>()
  for (const { cell, day } of visitors.filter((one) => one.cell.startsWith(OFFICES.wardB))) {
    const people = visitors.filter((one) => one.cell === cell && one.day === day)
    const days = [{ day, levels: countsOf(people) }]
    for (const batch of batchesOf('', days, 1)) rows.set(`${cell} ${batch.day}`, columnsOf(batch.levels))
  }
  const looks = [{ rows, come: visitors.length }]
  expect(mean(namingTheDissatisfied(looks, behindBatch))).toBeGreaterThan(0.6)
})

const countsOf = (people: Visitor[]) =>
  Object.fromEntries(
    LEVELS.map((level) => [level, people.filter(({ said }) => said[0] === level).length]),
  ) as unknown as LevelCounts

const columnsOf = (levels: LevelCounts): LevelColumns => ({
  ...{ level_1: levels[1], level_2: levels[2], level_3: levels[3] },
  ...{ level_4: levels[4], level_5: levels[5] },
})
