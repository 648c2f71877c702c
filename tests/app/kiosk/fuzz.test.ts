import type { ActionFunctionArgs } from '@remix-run/node'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GuessLimit } from '#app/auth/guess-limit.ts'
import { KioskGate } from '#app/http/kiosk-gate.server.ts'
import { TokenBuckets } from '#app/http/rate-limit.server.ts'
import { KIOSK_API } from '#app/kiosk/kiosk-api.ts'
import { recount } from '#app/reports/recount.server.ts'
import { action as heartbeat } from '#app/routes/api/kiosk-heartbeat.ts'
import { action as pair } from '#app/routes/api/kiosk-pair.ts'
import { action as ratings } from '#app/routes/api/kiosk-ratings.ts'
import { contextOf } from '#tests/app/auth/staff-context.ts'
import { aSmallCity, NOW, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { aTablet, sealed, type Tablet } from './kiosk-world.ts'

let city: SmallCity
let tablet: Tablet
let context: ActionFunctionArgs['context']
beforeAll(async () => {
  city = await aSmallCity()
  tablet = await aTablet(city)
  const buckets = (capacity: number, perSecond: number) => new TokenBuckets(capacity, perSecond, city.clock)
  const guesses = new GuessLimit(buckets)
  const kiosks = Object.assign(new KioskGate(city.clock), {
    batches: buckets(1e9, 1),
    heartbeats: buckets(1e9, 1),
    pairing: { take: () => 0, giveBack: () => undefined },
  })
  const parts = { store: city.store, clock: city.clock, key: SECRET.key, guesses }
  context = { ...contextOf(city, parts), kiosks } as typeof context
})
afterAll(() => city.close())

const DOORS = [
  [KIOSK_API.ratings, ratings, 10_000],
  [KIOSK_API.heartbeat, heartbeat, 2_000],
  [KIOSK_API.pair, pair, 2_000],
] as const

async function answerOf([path, action]: (typeof DOORS)[number], body: string) {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tablet.credential}` },
    body,
  })
  return (await action({ request, params: {}, context })) as Response
}

/** Anything at the place of one member, and right in all others, or not. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -0, 1e308, -1, 2 ** 53, 2 ** 31, '', '\u0000', '\ud800', '__proto__', NOW, [], {}),
)
const member = fc.constantFrom(
  ...['id', 'number', 'previous', 'hash', 'kind', 'level', 'of', 'reasons', 'at', 'offset_ms', 'lang'],
  ...['__proto__', 'constructor', 'toString'],
)
const change = fc.record({ member, value: odd, seal: fc.boolean() })
const entry = fc.record({ changes: fc.array(change, { maxLength: 2 }), says: fc.boolean() })

type EntryPlan = { changes: { member: string; value: unknown; seal: boolean }[]; says: boolean }

function entryOf({ changes, says }: EntryPlan): unknown {
  const rating = tablet.rate()
  const base = says ? tablet.say(rating.id, ['time']) : rating
  let made: Record<string, unknown> = { ...base }
  for (const { member: name, value, seal } of changes) {
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
    try {
      if (seal) made = { ...sealed(made as never) }
    } catch {
      // What cannot be sealed is sent as it is.
    }
  }
  return made
}

const batch = fc.record({
  format: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: odd }),
  entries: fc.array(fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: odd }), {
    maxLength: 3,
  }),
})

const isPlan = (value: unknown): value is EntryPlan =>
  typeof value === 'object' && value !== null && 'changes' in value && Array.isArray(value.changes)

const body = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant('['.repeat(2_000) + ']'.repeat(2_000)) },
  {
    weight: 4,
    arbitrary: batch.map(({ format, entries }) =>
      JSON.stringify({ format, entries: entries.map((each) => (isPlan(each) ? entryOf(each) : each)) }),
    ),
  },
)

const beat = fc
  .record(
    {
      now: fc.oneof(fc.constant(NOW), odd),
      offset_ms: fc.oneof(fc.integer(), odd),
      app_version: fc.oneof(fc.constant('1'), odd),
      last_number: fc.oneof(fc.nat(20), odd),
      waiting: fc.oneof(fc.nat(), odd),
      refused: fc.oneof(fc.nat(), odd),
      storage: fc.oneof(fc.constantFrom('ok', 'full', 'broken'), odd),
      ring: fc.oneof(fc.nat(), odd),
      battery: fc.oneof(fc.constant({ percent: 5, charging: false }), odd),
    },
    { requiredKeys: ['now', 'offset_ms', 'app_version'] },
  )
  .map((value) => JSON.stringify(value))

test('10,000 generated batches and 4,000 other inputs: no fault, each answered in JSON, counts as they were', async () => {
  const statuses = new Map<number, number>()
  for (const [at, door] of DOORS.entries()) {
    const inputs = at === 1 ? fc.oneof(body, beat) : body
    const property = fc.asyncProperty(inputs, async (sent) => {
      const answer = await answerOf(door, sent)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect(answer.status).toBeLessThan(500)
      const text = await answer.text()
      expect(() => JSON.parse(text)).not.toThrow()
    })
    await fc.assert(property, { numRuns: door[2], seed: 1 })
  }
  // It is no feat to answer what is never read.
  expect(statuses.get(200)).toBeGreaterThan(1_000)
  expect(statuses.get(400)).toBeGreaterThan(1_000)
  expect((await recount(city.store.read)).differences).toEqual([])
}, 240_000)
