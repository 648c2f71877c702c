import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryResult } from '#app/kiosk/kiosk-api.ts'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import { recount } from '#app/reports/recount.server.ts'
import { openStore } from '#db/connection.ts'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'
import { aTablet, missingOf, responsesOf, sealed, type Tablet } from './kiosk-world.ts'
import { seeded } from './seeded.ts'

const SCHEDULES = 1_000

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
})
afterAll(() => city.close())

/** The server's process ends and another opens the same file. */
async function restartServer(): Promise<void> {
  await city.store.close()
  Object.assign(city, { store: openStore(city.address) })
}

/** Some ratings, some with reasons behind them. */
function queueOf(tablet: Tablet, random: () => number): KioskEntry[] {
  const entries: KioskEntry[] = []
  const count = 2 + Math.floor(random() * 6)
  for (let n = 0; n < count; n++) {
    const rating = tablet.rate((1 + Math.floor(random() * 5)) as 1)
    entries.push(rating)
    if (random() < 0.3) entries.push(tablet.say(rating.id, ['time', 'fees']))
  }
  return entries
}

const isDone = ({ status }: EntryResult) => status === 'stored' || status === 'already_stored'

type Change = (entry: KioskEntry) => KioskEntry

/**
 * Sends a queue by a random schedule until all of it is acknowledged: pieces in any order, lost requests, lost answers,
 * repeats at once, a server that starts anew. Answers every receipt given for each entry.
 */
async function deliver(tablet: Tablet, random: () => number, onItsWay: Change = (entry) => entry) {
  const waiting = new Set(queueOf(tablet, random))
  const ratings = [...waiting].filter(({ kind }) => kind === 'rating')
  const receipts = new Map<string, Set<string>>()
  for (let step = 0; waiting.size > 0 && step < 200; step++) {
    const fate = random()
    if (fate < 0.15) continue
    if (fate < 0.17) await restartServer()
    const piece = [...waiting].filter(() => random() < 0.6)
    if (random() < 0.3) piece.reverse()
    const times = random() < 0.2 ? 3 : 1
    const sent = piece.map(onItsWay)
    const answers = await Promise.all(Array.from({ length: times }, () => tablet.results(sent)))
    const isAnswerLost = random() < 0.25
    for (const [at, result] of answers.flat().entries()) {
      const entry = piece[at % piece.length] as KioskEntry
      if (result.receipt) receipts.set(entry.id, (receipts.get(entry.id) ?? new Set()).add(result.receipt))
      if (!isAnswerLost && isDone(result)) waiting.delete(entry)
    }
  }
  return { ratings, receipts, left: waiting.size }
}

describe('R5: repeated, reordered and concurrent delivery', () => {
  test(`${SCHEDULES} random schedules leave each rating once, with one receipt`, async () => {
    let tablet = await aTablet(city)
    let expected: KioskEntry[] = []
    for (let schedule = 0; schedule < SCHEDULES; schedule++) {
      const { ratings, receipts, left } = await deliver(tablet, seeded(schedule))
      expect(left, `schedule ${schedule}`).toBe(0)
      for (const { id } of ratings) expect(receipts.get(id)?.size, `schedule ${schedule}`).toBe(1)
      expected.push(...ratings)
      if (schedule % 100 < 99) continue
      const stored = await responsesOf(tablet)
      expect(stored.map(({ level }) => level)).toEqual(
        expected.map((entry) => (entry.kind === 'rating' ? entry.level : 0)),
      )
      expect(await missingOf(tablet)).toEqual([])
      tablet = await aTablet(city)
      expected = []
    }
    expect((await recount(city.store.read)).differences).toEqual([])
  }, 120_000)

  test('control: without an id of its own that stays, the same schedules count ratings twice', async () => {
    const tablet = await aTablet(city)
    const anew: Change = (entry) => sealed({ ...entry, id: randomUUID() })
    let made = 0
    for (let schedule = 0; schedule < 5; schedule++) {
      made += (await deliver(tablet, seeded(schedule), anew)).ratings.length
    }
    expect((await responsesOf(tablet)).length).toBeGreaterThan(made)
  })
})
