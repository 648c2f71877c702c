import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteNumbers } from '#app/kiosk/device-gaps.server.ts'
import { hearHeartbeat } from '#app/kiosk/hear-heartbeat.server.ts'
import type { HeartbeatRequest } from '#app/kiosk/kiosk-api.ts'
import {
  filledBetween,
  type NumberRange,
  type NumbersSeen,
  withAnnounced,
  withNumber,
} from '#app/kiosk/number-gaps.ts'
import { watchKiosks } from '#app/kiosk/watch-kiosks.server.ts'
import { aSmallCity, NOW, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { aTablet, auditOf, kioskParts, missingOf, type Tablet } from './kiosk-world.ts'
import { seeded } from './seeded.ts'

const open = (range: NumberRange) => range
const NOTHING: NumbersSeen = { highest: 0, gaps: [] }
const listed = (gaps: readonly NumberRange[]) =>
  gaps.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

const DEVICES = 100
const LOSSES = 100
const NUMBERS = 400

/** Which of a device's numbers come, in an order that networks make of it, with repeats; and which never do. */
function journey(random: () => number) {
  const lost = new Set<number>()
  // The highest comes: beyond the last one that came only a heartbeat knows.
  while (lost.size < LOSSES) lost.add(1 + Math.floor(random() * (NUMBERS - 1)))
  const coming = Array.from({ length: NUMBERS }, (_, at) => at + 1).filter((number) => !lost.has(number))
  for (let at = coming.length - 1; at > 0; at--) {
    const other = Math.max(0, at - Math.floor(random() * 60))
    const [a = 0, b = 0] = [coming[at], coming[other]]
    coming[at] = b
    coming[other] = a
  }
  return { lost, coming: coming.flatMap((number) => (random() < 0.1 ? [number, number] : [number])) }
}

/** Sends every device's numbers in pieces, and answers which were lost and which were reported in the end. */
async function lostAndReported(city: SmallCity, devices: number, watchAt: 'the end' | 'every piece') {
  const random = seeded(1)
  const parts = { store: city.store, clock: city.clock }
  const lost: string[] = []
  for (let sent = 0; sent < devices; sent++) {
    const { device: id } = await aTablet(city)
    const own = journey(random)
    lost.push(...[...own.lost].map((number) => `${id} ${number}`))
    let highest_number = 0
    for (let at = 0; at < own.coming.length; at += 50) {
      const news = { came: own.coming.slice(at, at + 50), announced: 0 }
      const known = { id, highest_number }
      highest_number = await city.store.write((tx) => noteNumbers(tx, city.clock, known, news))
      const minutes = watchAt === 'the end' ? 0.01 : 11
      city.clock.set(new Date(city.clock.now().getTime() + minutes * 60_000).toISOString())
      if (watchAt === 'every piece') await watchKiosks(parts)
    }
  }
  city.clock.set(new Date(city.clock.now().getTime() + 86_400_000).toISOString())
  await watchKiosks(parts)
  const lines = await city.store.read
    .selectFrom('audit_trail')
    .selectAll()
    .where('action', '=', 'kiosk.missing')
    .execute()
  const reported = lines.flatMap(({ subject_id, after }) =>
    listed([JSON.parse(after)]).map((number) => `${subject_id} ${number}`),
  )
  return { lost: lost.sort(), reported: reported.sort() }
}

describe('P7: numbers that are missing', () => {
  test('10,000 random losses are all reported, once, and nothing that came is', async () => {
    const city = await aSmallCity()
    const { lost, reported } = await lostAndReported(city, DEVICES, 'the end')
    expect(lost).toHaveLength(DEVICES * LOSSES)
    expect(reported).toEqual(lost)
    await city.close()
  }, 90_000)

  test('control: reported while the rest is still on its way, numbers that come are among them', async () => {
    const city = await aSmallCity()
    const { lost, reported } = await lostAndReported(city, 10, 'every piece')
    expect(reported.length).toBeGreaterThan(lost.length)
    await city.close()
  })

  test('gaps stay apart and in order, whatever comes', () => {
    const random = seeded(4)
    let seen = NOTHING
    for (let step = 0; step < 1_000; step++) {
      const number = 1 + Math.floor(random() * 500)
      const before = seen
      seen = random() < 0.1 ? withAnnounced(seen, number, open) : withNumber(seen, number, open)
      const numbers = listed(seen.gaps)
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
      expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(seen.highest)
      const filled = listed(filledBetween(before.gaps, seen.gaps))
      expect(filled).toEqual(listed(before.gaps).filter((each) => !numbers.includes(each)))
    }
  })
})

describe.each(CITIES)('gaps of a tablet on $database', ({ open: openCity }) => {
  let city: SmallCity
  beforeAll(async () => {
    city = await openCity()
  })
  afterAll(() => city.close())

  const minutesOn = (minutes: number) =>
    city.clock.set(new Date(Date.parse(NOW) + minutes * 60_000).toISOString())
  const watch = () => watchKiosks({ store: city.store, clock: city.clock })
  const reported = async (tablet: Tablet) => {
    const lines = await auditOf(tablet, 'kiosk.missing')
    return lines.map(({ after }) => JSON.parse(after))
  }
  const beat = (tablet: Tablet, change: Partial<HeartbeatRequest> = {}) =>
    hearHeartbeat(kioskParts(city), tablet.device, {
      now: tablet.clock.toISOString(),
      offset_ms: 0,
      app_version: '1.0.0',
      last_number: tablet.lastNumber,
      ...{ waiting: 0, refused: 0, storage: 'ok', ring: 0 },
      ...change,
    })

  test('a number that a later one skips is reported once, and closed when it comes after all', async () => {
    minutesOn(0)
    const tablet = await aTablet(city)
    const [first, late, alsoLate, next] = [tablet.rate(), tablet.rate(), tablet.rate(), tablet.rate()]
    await tablet.results([first, next])
    expect(await missingOf(tablet)).toEqual([[2, 3]])
    await watch()
    expect(await reported(tablet)).toEqual([])
    minutesOn(11)
    await watch()
    await watch()
    expect(await reported(tablet)).toEqual([{ first: 2, last: 3 }])
    await tablet.results([late])
    expect(await missingOf(tablet)).toEqual([[3, 3]])
    await tablet.results([alsoLate])
    expect(await missingOf(tablet)).toEqual([])
    const filled = await auditOf(tablet, 'kiosk.gap_filled')
    expect(filled.map(({ after }) => JSON.parse(after))).toEqual([
      { first: 2, last: 2 },
      { first: 3, last: 3 },
    ])
    expect(await reported(tablet)).toHaveLength(1)
  })

  test('numbers that only a heartbeat tells of may wait, but are reported within 24 hours', async () => {
    minutesOn(0)
    const tablet = await aTablet(city)
    const waiting = [tablet.rate(), tablet.rate(), tablet.rate()]
    await beat(tablet, { waiting: 3 })
    expect(await missingOf(tablet)).toEqual([[1, 3]])
    minutesOn(19 * 60)
    await watch()
    expect(await reported(tablet)).toEqual([])
    await tablet.results(waiting.slice(0, 1))
    minutesOn(21 * 60)
    await watch()
    expect(await reported(tablet)).toEqual([{ first: 2, last: 3 }])
  })

  test('numbers told and then skipped are due soon, since a tablet sends in order', async () => {
    minutesOn(0)
    const tablet = await aTablet(city)
    tablet.lose()
    tablet.lose()
    await beat(tablet)
    const next = tablet.rate()
    await tablet.results([next])
    minutesOn(11)
    await watch()
    expect(await reported(tablet)).toEqual([{ first: 1, last: 2 }])
  })

  test('no gap of what came in any order, twice, in pieces', async () => {
    minutesOn(0)
    const tablet = await aTablet(city)
    const entries = Array.from({ length: 60 }, () => tablet.rate())
    const random = seeded(5)
    const shuffled = entries.toSorted(() => random() - 0.5)
    for (let at = 0; at < shuffled.length; at += 7) {
      await tablet.results(shuffled.slice(at, at + 7))
      await tablet.results(shuffled.slice(at, at + 3))
    }
    minutesOn(60)
    await watch()
    expect(await missingOf(tablet)).toEqual([])
    expect(await reported(tablet)).toEqual([])
  })
})
