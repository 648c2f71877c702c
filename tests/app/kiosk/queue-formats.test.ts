import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Delivery, type Post } from '#app/kiosk/deliver.ts'
import { ENTRY_FORMAT } from '#app/kiosk/kiosk-entry.ts'
import type { Waiting } from '#app/kiosk/unsent-queue.ts'
import { QUEUES } from '#tests/world/kiosk-queues.ts'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'
import { aTablet, entriesOf, type Tablet } from './kiosk-world.ts'
import { MemoryQueue } from './unreliable-tablet.ts'

/** What each queue was when its format was frozen: a tablet in a hall may hold one for months. */
const FROZEN: Record<string, string> = {
  1: '3d2ab33cc132ab4028572ea61c4b86a75adccf77ac6fbd7dd894b92262fcd083',
}

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
})
afterAll(() => city.close())

const sendingTo =
  (tablet: Tablet, seen: unknown[] = []): Post =>
  async (request) => {
    seen.push(...request.entries)
    const results = await tablet.send(request.entries, null, request.format)
    return { status: 200, type: 'application/json', text: JSON.stringify({ results }) }
  }

const queueWith = (waiting: readonly unknown[]) =>
  Object.assign(new MemoryQueue(), { waiting: structuredClone(waiting) as Waiting[] })

describe.each(Object.entries(QUEUES))('a queue written in format %s', (format, waiting) => {
  test('is what it was when the format was frozen', () => {
    expect(createHash('sha256').update(JSON.stringify(waiting)).digest('hex')).toBe(FROZEN[format])
  })

  test('is sent as it stands and stored, whatever format the tablet writes by now; twice it is stored once', async () => {
    const tablet = await aTablet(city)
    const seen: unknown[] = []
    for (const _ of ['first', 'again']) {
      const queue = queueWith(waiting)
      const delivery = new Delivery(queue, sendingTo(tablet, seen))
      expect([await delivery.once(), await delivery.once()]).toEqual(['moved', 'empty'])
      expect(queue).toMatchObject({ waiting: [], kept: [] })
    }
    const entries = waiting.map(({ entry }) => entry)
    expect(seen).toEqual([...entries, ...entries])
    const rows = await entriesOf(tablet)
    expect(rows.map(({ hash, status }) => [hash, status])).toEqual(
      entries.map(({ hash }) => [hash, 'stored']),
    )
  })
})

test('the newest three formats have a queue here, each entry in the format of its place', () => {
  const wanted = [0, 1, 2].map((back) => ENTRY_FORMAT - back).filter((format) => format >= 1)
  expect(Object.keys(QUEUES).map(Number)).toEqual(expect.arrayContaining(wanted))
  for (const [format, waiting] of Object.entries(QUEUES)) {
    for (const one of waiting) expect(one.format).toBe(Number(format))
  }
})

test('a format that the server takes no longer, or not yet, is put aside and blocks nothing behind it', async () => {
  const tablet = await aTablet(city)
  const unknown = { format: ENTRY_FORMAT + 1, entry: tablet.rate(2) }
  const rated = tablet.rate(4)
  const queue = queueWith([unknown, { format: 1, entry: rated }])
  const delivery = new Delivery(queue, sendingTo(tablet))
  expect([await delivery.once(), await delivery.once(), await delivery.once()]).toEqual([
    'moved',
    'moved',
    'empty',
  ])
  expect(queue.kept).toMatchObject([{ status: 'refused', reason: 'unknown_format', ...unknown }])
  expect((await entriesOf(tablet)).find(({ id }) => id === rated.id)?.status).toBe('stored')
})
