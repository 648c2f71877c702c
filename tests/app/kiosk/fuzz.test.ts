import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KIOSK_API } from '#app/kiosk/kiosk-api.ts'
import { recount } from '#app/reports/recount.server.ts'
import { action as heartbeat } from '#app/routes/api/kiosk-heartbeat.ts'
import { action as ratings } from '#app/routes/api/kiosk-ratings.ts'
import { aSmallCity, NOW, type SmallCity } from '#tests/world/small-city.ts'
import { anyBody, type Door, mostly, odd, soundAnswer, statusesOf, unlimitedContext } from './fuzzing.ts'
import { aTablet, sealed, type Tablet } from './kiosk-world.ts'

let city: SmallCity
let tablet: Tablet
const door = (path: string, action: unknown) =>
  ({ path, action, context: unlimitedContext(city), credential: tablet.credential }) as Door

beforeAll(async () => {
  city = await aSmallCity()
  tablet = await aTablet(city)
})
afterAll(() => city.close())

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

const isPlan = (value: unknown): value is EntryPlan =>
  typeof value === 'object' && value !== null && 'changes' in value && Array.isArray(value.changes)

const batch = fc
  .record({
    format: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: odd }),
    entries: fc.array(fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: odd }), {
      maxLength: 3,
    }),
  })
  .map(({ format, entries }) =>
    JSON.stringify({ format, entries: entries.map((each) => (isPlan(each) ? entryOf(each) : each)) }),
  )

const beat = fc
  .record(
    {
      now: mostly(fc.constant(NOW)),
      offset_ms: mostly(fc.integer()),
      app_version: mostly(fc.constantFrom('1', '1.0.0-next')),
      last_number: mostly(fc.nat(20)),
      waiting: mostly(fc.nat()),
      refused: mostly(fc.nat()),
      storage: mostly(fc.constantFrom('ok', 'full', 'broken')),
      ring: mostly(fc.nat()),
      battery: mostly(fc.record({ percent: fc.integer({ min: -1, max: 101 }), charging: fc.boolean() })),
    },
    { noNullPrototype: true },
  )
  .map((value) => JSON.stringify(value))

test('R12: 10,000 generated batches: no fault, each answered in JSON, counts as they were', async () => {
  const at = door(KIOSK_API.ratings, ratings)
  const statuses = await statusesOf(
    fc.oneof(anyBody, batch),
    async (body) => (await soundAnswer(at, body)).status,
  )
  // It is no feat to answer what is never read.
  expect(statuses.get(200)).toBeGreaterThan(1_000)
  expect(statuses.get(400)).toBeGreaterThan(1_000)
  expect(statuses.get(413)).toBeGreaterThan(100)
  expect((await recount(city.store.read)).differences).toEqual([])
}, 240_000)

test('R12: 10,000 generated heartbeats: no fault, each answered in JSON', async () => {
  const at = door(KIOSK_API.heartbeat, heartbeat)
  const inputs = fc.oneof({ weight: 1, arbitrary: anyBody }, { weight: 2, arbitrary: beat })
  const statuses = await statusesOf(inputs, async (body) => (await soundAnswer(at, body)).status)
  expect(statuses.get(200)).toBeGreaterThan(1_000)
  expect(statuses.get(400)).toBeGreaterThan(1_000)
  expect(statuses.get(413)).toBeGreaterThan(100)
}, 240_000)
