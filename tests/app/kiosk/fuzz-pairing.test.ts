import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newStandingCode } from '#app/invitations/rating-code.ts'
import { KIOSK_API } from '#app/kiosk/kiosk-api.ts'
import { action as pair } from '#app/routes/api/kiosk-pair.ts'
import { aSmallCity, COUNTERS, type SmallCity } from '#tests/world/small-city.ts'
import { anyBody, type Door, mostly, soundAnswer, statusesOf, unlimitedContext } from './fuzzing.ts'
import { aTablet, codeAt } from './kiosk-world.ts'

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
})
afterAll(() => city.close())

/** Which code and which device are meant; what they are is known when it is sent. */
const asked = fc.record(
  {
    code: mostly(fc.constantFrom('open', 'open', 'wrong', 'used')),
    app_version: mostly(fc.constantFrom('1', '1.0.0-next')),
    device: mostly(fc.constantFrom('here', 'elsewhere', 'nobody')),
    next_number: mostly(fc.integer({ min: -1, max: 50 })),
    waiting: mostly(fc.nat(3)),
  },
  { noNullPrototype: true },
)

test('R12: 10,000 generated pairings: no fault, each answered in JSON, a code used once', async () => {
  const [here, elsewhere] = [await aTablet(city), await aTablet(city, COUNTERS.wardB)]
  const devices: Record<string, string> = { here: here.device, elsewhere: elsewhere.device, nobody: 'x' }
  const at: Door = { path: KIOSK_API.pair, action: pair, context: unlimitedContext(city), credential: '' }
  const codes: Record<string, string> = { open: await codeAt(city), wrong: newStandingCode(), used: '' }
  let taken = 0
  const known = (words: Record<string, string>, word: unknown) =>
    typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : word
  const statuses = await statusesOf(fc.oneof(anyBody, asked), async (input) => {
    if (typeof input === 'string') return (await soundAnswer(at, input)).status
    const meant = { ...input, code: known(codes, input.code), device: known(devices, input.device) }
    const { status } = await soundAnswer(at, JSON.stringify(meant))
    if (status === 200) {
      taken++
      expect(input.code).toBe('open')
      codes.used = codes.open ?? ''
      codes.open = await codeAt(city)
    }
    return status
  })
  for (const [status, times] of [
    [200, 300],
    [400, 1_000],
    [403, 500],
    [409, 100],
    [413, 100],
  ] as const) {
    expect(statuses.get(status), String(status)).toBeGreaterThan(times)
  }
  const used = await city.store.read
    .selectFrom('kiosk_pairing_codes')
    .select('id')
    .where('status', '=', 'used')
    .execute()
  expect(used).toHaveLength(taken + 2)
}, 240_000)
