import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseFlags } from '#app/integrity/raise-flags.server.ts'
import type { Sign } from '#app/integrity/sign.ts'
import { openStore, type Store } from '#db/connection.ts'
import { listFlags } from '#db/queries/flags.ts'
import { stories } from '#scripts/demo-city/stories.ts'
import { type AskedCity, madeCity } from '#tests/scripts/demo-city/made-city.ts'
import { testClock } from '#tests/world/small-city.ts'

/** The city that `npm run demo` shows. */
let city: AskedCity
let store: Store
beforeAll(async () => {
  city = await madeCity({ ratings: 9_000, seed: 1 })
  store = openStore(`sqlite:${city.file}`)
})
afterAll(async () => {
  await store.close()
  city.remove()
})

const { office, bursts, from } = stories.improbablyPerfect

test('in the demo city the flags are the planted bursts, all of them and nothing else', async () => {
  expect(await raiseFlags(store, testClock('2026-11-22T18:30:00.000Z'))).toBe(bursts)
  const flags = await listFlags(store.read, { from: '2025-01-01', to: '2026-12-31', office: '' }, 1000)
  expect(new Set(flags.map(({ office_id }) => office_id))).toEqual(new Set([office]))
  const evenings = city.all<{ day: string; n: number }>(
    `select day, count(*) as n from responses where office_id = ? and trust = 'open'
       and (time(first_at, '+7 hours') >= ? or time(first_at, '+7 hours') < '07:00') group by day order by day desc`,
    office,
    from.toSorted().at(1) ?? '',
  )
  expect(flags.map(({ day, n }) => ({ day, n }))).toEqual(evenings)
  for (const { signs } of flags) {
    const kinds = (JSON.parse(signs) as Sign[]).map(({ kind }) => kind)
    expect(kinds).toContain('burst')
    expect(kinds).toContain('outside_hours')
  }
})
