import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastDayOf } from '#app/calendar/day.ts'
import { type Period, periodOf } from '#app/calendar/period.ts'
import { raiseFlags } from '#app/integrity/raise-flags.server.ts'
import type { Attention } from '#app/reports/attention/concern.ts'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { openStore, type Store } from '#db/connection.ts'
import { stories } from '#scripts/demo-city/stories.ts'
import { type AskedCity, madeCity } from '#tests/scripts/demo-city/made-city.ts'
import { LIVE } from '#tests/world/figures.ts'
import { testClock } from '#tests/world/small-city.ts'

/** The city that `npm run demo` shows, and two more that chance has made. */
const SEEDS = [1, 2, 3]
const YEAR = periodOf('2025-11-01', '2026-10-31')
const SECOND_QUARTER = periodOf('2026-04-01', '2026-06-30')
const QUARTERS = [periodOf('2026-01-01', '2026-03-31'), SECOND_QUARTER, periodOf('2026-07-01', '2026-09-30')]
const MONTHS = Array.from({ length: 10 }, (_, at) => {
  const month = `2026-${String(at + 1).padStart(2, '0')}`
  return periodOf(`${month}-01`, lastDayOf(month))
})

const cities = new Map<number, { made: AskedCity; store: Store }>()

beforeAll(async () => {
  for (const seed of SEEDS) {
    const made = await madeCity({ ratings: 9_000, seed })
    cities.set(seed, { made, store: openStore(`sqlite:${made.file}`) })
  }
}, 240_000)

afterAll(async () => {
  for (const { made, store } of cities.values()) {
    await store.close()
    made.remove()
  }
})

async function attentionIn(seed: number, period: Period): Promise<Attention> {
  const city = cities.get(seed)
  if (!city) throw new Error(`No city of seed ${seed}`)
  return (await overviewDesk(city.store.read, LIVE, { period, today: '2026-11-22' })).attention
}

const kindsOf = ({ offices }: Attention, office: string) =>
  offices.find(({ officeId }) => officeId === office)?.concerns.map(({ kind }) => kind) ?? []

const told = Object.values(stories).map(({ office }) => office)

describe.each(SEEDS)('a city of seed %i', (seed) => {
  test('no office without a story needs attention, in its year, three quarters and ten months', async () => {
    for (const period of [YEAR, ...QUARTERS, ...MONTHS]) {
      const { offices } = await attentionIn(seed, period)
      const others = offices.filter(({ officeId }) => !told.includes(officeId))
      expect(others, `${period.from} to ${period.to}`).toEqual([])
    }
  })

  test('who is below the target is found in the year and in every quarter', async () => {
    for (const period of [YEAR, ...QUARTERS]) {
      const found = kindsOf(await attentionIn(seed, period), stories.belowTarget.office)
      expect(found, period.from).toContain('below_target')
    }
  })

  test('a fall in dossiers on time is found in its quarter, each of its months, and on the chart of the year', async () => {
    const { office } = stories.fallenOnTime
    const quarter = kindsOf(await attentionIn(seed, SECOND_QUARTER), office)
    expect(quarter).toEqual(expect.arrayContaining(['below_on_time', 'fell']))
    for (const month of MONTHS.slice(3, 6))
      expect(kindsOf(await attentionIn(seed, month), office), month.from).toContain('below_on_time')
    const { offices } = await attentionIn(seed, YEAR)
    const signal = offices
      .find(({ officeId }) => officeId === office)
      ?.concerns.find(({ kind }) => kind === 'signal')
    expect(signal).toMatchObject({ measure: 'on_time' })
    if (signal?.kind !== 'signal') throw new Error('no signal')
    for (const month of signal.months) expect(['2026-04', '2026-05', '2026-06']).toContain(month)
  })

  test('too few answers are found in the year', async () => {
    expect(kindsOf(await attentionIn(seed, YEAR), stories.tooFewAnswers.office)).toEqual(['few'])
  })
})

describe.each(SEEDS)('who is below the target in a city of seed %i', (seed) => {
  test('is the same on the overview and where offices are compared, in every period', async () => {
    const store = cities.get(seed)?.store
    if (!store) throw new Error(`No city of seed ${seed}`)
    let marked = 0
    for (const period of [YEAR, ...QUARTERS, ...MONTHS]) {
      const { lines } = await betweenOffices(store.read, LIVE, { period, today: '2026-11-22' })
      const below = lines.flatMap(({ office, compared }) =>
        compared?.differs === 'below' ? [office.id] : [],
      )
      const { offices, perhaps } = await attentionIn(seed, period)
      const said = offices.filter(({ concerns }) => concerns.some(({ kind }) => kind === 'below_target'))
      expect(
        said.map(({ officeId }) => officeId),
        period.from,
      ).toEqual(below)
      expect(perhaps.filter((id) => below.includes(id))).toEqual([])
      marked += below.length
    }
    expect(marked).toBeGreaterThan(3)
  })
})

test('the five planted stories are what the year says of the city that is shown, and nothing else', async () => {
  const store = cities.get(1)?.store
  if (!store) throw new Error('no city')
  await raiseFlags(store, testClock('2026-11-22T18:30:00.000Z'))
  const { offices } = await attentionIn(1, YEAR)
  const { belowTarget, tooFewAnswers, improbablyPerfect, fallenOnTime } = stories
  expect(
    new Map(offices.map(({ officeId, concerns }) => [officeId, concerns.map(({ kind }) => kind)])),
  ).toEqual(
    new Map([
      [improbablyPerfect.office, ['perfect', 'flags']],
      [belowTarget.office, ['below_target']],
      [fallenOnTime.office, ['below_on_time', 'signal']],
      [tooFewAnswers.office, ['few']],
    ]),
  )
})

test('without care for how many are looked at, chance would cry', async () => {
  // The control: each office by its own interval, as the plain verdict reads.
  let alone = 0
  for (const seed of SEEDS) {
    for (const period of MONTHS) {
      const { perhaps } = await attentionIn(seed, period)
      alone += perhaps.filter((office) => !told.includes(office)).length
    }
  }
  expect(alone).toBeGreaterThan(0)
})
