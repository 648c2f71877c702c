import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#app/calendar/day.ts'
import { judgeTimes } from '#app/kiosk/kiosk-clock.ts'
import { aSmallCity, NOW, type SmallCity } from '#tests/world/small-city.ts'
import { aTablet, deviceRow, entriesOf, responsesOf } from './kiosk-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** What the tablet's clock is off by when it is paired (and learns it), at the tap, and when it sends. */
interface Skew {
  name: string
  paired: number
  tap: number
  sent: number
  /** Whether its learnt offset is right at the tap, so that nothing needs to be flagged. */
  trusted: boolean
}

const always = (name: string, skew: number): Skew => ({
  ...{ name, paired: skew, tap: skew, sent: skew },
  trusted: true,
})

const SKEWS: Skew[] = [
  always('right', 0),
  always('three minutes slow', -3 * MINUTE),
  always('three minutes fast', 3 * MINUTE),
  always('the zone of London', -7 * HOUR),
  always('a day slow', -DAY),
  always('a day fast', DAY),
  always('in 1970', Date.parse('1970-01-01T00:00:00Z') - Date.parse(NOW)),
  always('ten years fast', 10 * YEAR),
  { name: 'slow, put right by the network', paired: -HOUR, tap: -HOUR, sent: 0, trusted: true },
  { name: 'set back a day meanwhile', paired: 0, tap: -DAY, sent: -DAY, trusted: false },
  { name: 'set ahead a day meanwhile', paired: 0, tap: DAY, sent: DAY, trusted: false },
  {
    name: 'without power: 2010 until the network is back',
    paired: 0,
    tap: -16 * YEAR,
    sent: 0,
    trusted: false,
  },
]

const TAPS = ['2026-03-18T05:00:00.000Z', '2026-03-18T16:58:30.000Z', '2026-03-18T17:01:00.000Z']
const WAITS = [0, 8 * HOUR, 3 * DAY]

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
})
afterAll(() => city.close())

const at = (time: number) => city.clock.set(new Date(time).toISOString())

describe.each(SKEWS)('R10: a clock $name', ({ paired, tap, sent, trusted }) => {
  test.each(TAPS.flatMap((tapped) => WAITS.map((wait) => [tapped, wait] as const)))(
    'tapped at %s, sent %d ms later: on its own day, or flagged and on the day it came',
    async (tapped, wait) => {
      at(Date.parse('2026-03-17T02:00:00.000Z'))
      const tablet = await aTablet(city)
      tablet.skewMs = paired
      tablet.offsetMs = -paired
      await tablet.results([tablet.rate(5)])
      const time = Date.parse(tapped)
      at(time)
      tablet.skewMs = tap
      const rating = tablet.rate(4)
      at(time + wait)
      tablet.skewMs = sent
      await tablet.results([rating])
      const [, response] = await responsesOf(tablet)
      const [, entry] = await entriesOf(tablet)
      const flagged = entry?.clock === 'flagged'
      expect(response?.day).toBe(dayOf(new Date(flagged ? time + wait : time)))
      expect((await deviceRow(tablet)).clock_flags).toBe(flagged ? 1 : 0)
      if (trusted && paired === sent) expect(flagged).toBe(false)
    },
  )
})

describe('times of a batch', () => {
  const received = Date.parse('2026-03-20T03:00:00.000Z')
  const facts = { received, pairedAt: received - 30 * DAY, measured: 0, last: null }
  const told = (...agos: number[]) =>
    agos.map((ago, place) => ({ number: place + 1, at: received - ago, offset: 0 }))
  const flags = (...agos: number[]) => judgeTimes(told(...agos), facts).map(({ flagged }) => flagged)

  test('that run forward are believed', () => {
    expect(flags(2 * DAY, 2 * DAY, DAY, HOUR, 0)).toEqual([false, false, false, false, false])
  })

  test('that run backwards are flagged on both sides, since nobody knows which is wrong', () => {
    expect(flags(2 * DAY, HOUR, 2 * DAY - HOUR, MINUTE)).toEqual([false, true, true, false])
  })

  test('before the last one believed, before the pairing, after now or waiting for months are flagged', () => {
    const last = { number: 0, at: received - DAY }
    const judge = (ago: number, more: object = {}) => judgeTimes(told(ago), { ...facts, ...more })[0]?.flagged
    expect(judge(DAY + HOUR, { last })).toBe(true)
    expect(judge(DAY - HOUR, { last })).toBe(false)
    expect(judge(DAY + HOUR, { last: { ...last, number: 9 } })).toBe(false)
    expect(judge(31 * DAY)).toBe(true)
    expect(judge(61 * DAY, { pairedAt: 0 })).toBe(true)
    expect(judge(59 * DAY, { pairedAt: 0 })).toBe(false)
    expect(judge(-HOUR)).toBe(true)
  })

  test('a little ahead of ours is now, not tomorrow', () => {
    const midnight = Date.parse('2026-03-20T16:59:30.000Z')
    const [time] = judgeTimes([{ number: 1, at: midnight + MINUTE, offset: 0 }], {
      ...facts,
      received: midnight,
    })
    expect(time).toEqual({ when: new Date(midnight), flagged: false })
  })

  test('control: whoever believes a clock as it is told counts on wrong days', () => {
    const wrong = SKEWS.filter(({ paired, tap }) => {
      const tapped = Date.parse(TAPS[0] ?? '')
      return dayOf(new Date(tapped + tap - paired)) !== dayOf(new Date(tapped))
    })
    expect(wrong.map(({ trusted }) => trusted)).toEqual([false, false, false])
    const unlearnt = SKEWS.filter(({ tap }) => Math.abs(tap) >= DAY)
    expect(unlearnt.length).toBeGreaterThan(wrong.length)
  })
})
