import type { ActionFunctionArgs } from '@remix-run/node'
import fc from 'fast-check'
import { expect } from 'vitest'
import { GuessLimit } from '#app/auth/guess-limit.ts'
import { KioskGate } from '#app/http/kiosk-gate.server.ts'
import { TokenBuckets } from '#app/http/rate-limit.server.ts'
import { LARGEST_KIOSK_BODY } from '#app/kiosk/kiosk-api.ts'
import { contextOf } from '#tests/app/auth/staff-context.ts'
import { NOW, SECRET, type SmallCity } from '#tests/world/small-city.ts'

export const INPUTS = 10_000

type Context = ActionFunctionArgs['context']

/** What the doors need, with limits that no generator reaches. */
export function unlimitedContext(city: SmallCity): Context {
  const buckets = (capacity: number, perSecond: number) => new TokenBuckets(capacity, perSecond, city.clock)
  const kiosks = Object.assign(new KioskGate(city.clock), {
    batches: buckets(1e9, 1),
    heartbeats: buckets(1e9, 1),
    pairing: { take: () => 0, giveBack: () => undefined },
  })
  const guesses = new GuessLimit(buckets)
  const parts = { store: city.store, clock: city.clock, key: SECRET.key, guesses }
  return { ...contextOf(city, parts), kiosks } as Context
}

/** A door of the tablet's interface, as it is asked. */
export interface Door {
  path: string
  action(args: ActionFunctionArgs): Promise<Response>
  context: Context
  credential: string
}

/** Asks a door; whatever it was, the answer is no fault, and JSON: ours when it was taken, else a problem. */
export async function soundAnswer({ path, action, context, credential }: Door, body: string) {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
    body,
  })
  const answer = await action({ request, params: {}, context })
  const { status } = answer
  expect(status).toBeLessThan(500)
  const read = JSON.parse(await answer.text()) as { status: unknown; code: unknown }
  const type = answer.headers.get('content-type')
  if (status === 200) expect(type).toMatch(/^application\/json/)
  else {
    expect(type).toMatch(/^application\/problem\+json/)
    expect(read).toMatchObject({ status, code: expect.any(String), title: expect.any(String) })
  }
  return { status, read }
}

/** Anything at the place of one member. */
export const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -0, 1e308, -1, 2 ** 53, 2 ** 31, '', '\u0000', '\ud800', '__proto__', NOW, [], {}),
)

/** Bodies that know nothing of the door: any JSON, any characters, deep ones, one byte too long. */
export const anyBody = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant('['.repeat(2_000) + ']'.repeat(2_000)) },
  { weight: 1, arbitrary: fc.constant(JSON.stringify('x'.repeat(LARGEST_KIOSK_BODY - 1))) },
)

/** Runs a property on 10,000 inputs; answers how often each status came. */
export async function statusesOf<Input>(
  inputs: fc.Arbitrary<Input>,
  ask: (input: Input) => Promise<number>,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  const property = fc.asyncProperty(inputs, async (input) => {
    const status = await ask(input)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  await fc.assert(property, { numRuns: INPUTS, seed: 1 })
  return statuses
}

/** What a member mostly is, and now and then anything. */
export const mostly = <Right>(right: fc.Arbitrary<Right>) =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: odd })
