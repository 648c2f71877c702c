import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Delivery, type Post } from '#app/kiosk/deliver.ts'
import type { RatingsRequest } from '#app/kiosk/kiosk-api.ts'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import { takeInEntries } from '#app/kiosk/take-in-entries.server.ts'
import { aSmallCity } from '#tests/world/small-city.ts'
import { aTablet, kioskParts } from './kiosk-world.ts'
import { LYING_ANSWERS } from './lying-answers.ts'
import { waitingEntries } from './some-entries.ts'
import { MemoryQueue, MISHAPS, type Take, UnreliableTablet } from './unreliable-tablet.ts'

const SCHEDULES = 1_000
const REAL_SCHEDULES = 40

/** The contract in memory: an id is stored once; the same hash again says so, another is a conflict. */
function serverInMemory({ forgetful = false } = {}): { take: Take; stored: KioskEntry[] } {
  const stored: KioskEntry[] = []
  const take = async ({ entries }: RatingsRequest) => {
    const results = entries.map((entry) => {
      const first = forgetful ? undefined : stored.find(({ id }) => id === entry.id)
      if (!first) stored.push(entry)
      const status = !first ? 'stored' : first.hash === entry.hash ? 'already_stored' : 'conflict'
      return { id: entry.id, hash: entry.hash, status }
    })
    return { status: 200, type: 'application/json', text: JSON.stringify({ results }) }
  }
  return { take, stored }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ rate: fc.constantFrom(1, 1, 2, 3, 5, 8, 55) }) },
  { weight: 5, arbitrary: fc.record({ send: fc.constantFrom(...MISHAPS) }) },
  { weight: 1, arbitrary: fc.constant({ restart: true as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function lived(tablet: UnreliableTablet, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    if ('rate' in one) for (let n = 0; n < one.rate; n++) tablet.rate(randomUUID(), ((n % 5) + 1) as 1)
    else if ('send' in one) await tablet.send(one.send)
    else tablet.restart()
  }
  for (let tries = 0; tries < 100 && tablet.queue.waiting.length > 0; tries++) await tablet.send('none')
}

describe(`R5: ${SCHEDULES} random schedules of sending, mishaps and restarts`, () => {
  test('each rating is stored once, in its order, and the queue is empty at the end', async () => {
    let entries = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        const { take, stored } = serverInMemory()
        const tablet = new UnreliableTablet(take)
        await lived(tablet, steps)
        expect(stored).toEqual(tablet.rated.map(({ entry }) => entry))
        expect(tablet.queue).toMatchObject({ waiting: [], kept: [] })
        entries += stored.length
      }),
      { numRuns: SCHEDULES },
    )
    expect(entries).toBeGreaterThan(SCHEDULES)
  }, 90_000)

  test(`the same against the real deed and its database, ${REAL_SCHEDULES} schedules`, async () => {
    const city = await aSmallCity()
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
          const { device } = await aTablet(city)
          const take: Take = async ({ format, entries }) => {
            const results = await takeInEntries(kioskParts(city), device, { format, entries, now: null })
            return { status: 200, type: 'application/json', text: JSON.stringify({ results }) }
          }
          const tablet = new UnreliableTablet(take)
          await lived(tablet, steps)
          expect(tablet.queue).toMatchObject({ waiting: [], kept: [] })
          const rows = await city.store.read
            .selectFrom('kiosk_entries')
            .select('hash')
            .where('device_id', '=', device)
            .orderBy('number')
            .execute()
          expect(rows.map(({ hash }) => hash)).toEqual(tablet.rated.map(({ entry }) => entry.hash))
        }),
        { numRuns: REAL_SCHEDULES },
      )
    } finally {
      await city.close()
    }
  }, 60_000)

  test('control: a server that knows no repeat stores some twice', async () => {
    const { take, stored } = serverInMemory({ forgetful: true })
    const tablet = new UnreliableTablet(take)
    await lived(tablet, [{ rate: 5 }, { send: 'lose answer' }, { send: 'twice' }])
    expect(stored.length).toBeGreaterThan(tablet.rated.length)
  })
})

describe('R6: lying networks', () => {
  const queueOf = (count: number) => Object.assign(new MemoryQueue(), { waiting: waitingEntries(count) })
  const liars = [
    ...LYING_ANSWERS.map(({ name, answer }) => ({ name, post: async () => answer })),
    { name: 'a reset', post: () => Promise.reject(new Error('ECONNRESET')) },
  ]

  test.each(liars)('$name: 0 removed', async ({ post }) => {
    const queue = queueOf(60)
    const delivery = new Delivery(queue, post)
    for (let tries = 0; tries < 8; tries++) expect(await delivery.once()).not.toBe('moved')
    expect(queue).toMatchObject({ waiting: { length: 60 }, kept: [] })
  })

  test('control: a sender that believes every 2xx loses ratings to some of them', async () => {
    const lost: string[] = []
    for (const { name, answer } of LYING_ANSWERS) {
      const queue = queueOf(3)
      await believing(queue, async () => answer)
      if (queue.waiting.length < 3) lost.push(name)
    }
    expect(lost).toHaveLength(6)
  })
})

/** What a queue that looks at the status alone would do. */
async function believing(queue: MemoryQueue, post: Post): Promise<void> {
  const waiting = await queue.first(50)
  const entries = waiting.map(({ entry }) => entry)
  const { status } = await post({ format: 1, entries })
  if (status < 300)
    await queue.settle(
      entries.map(({ id }) => id),
      [],
    )
}

test('at most 50 go at once, in order, of one format; a batch found too large is halved until it passes', async () => {
  const queue = Object.assign(new MemoryQueue(), { waiting: waitingEntries(120) })
  for (const one of queue.waiting.slice(30)) one.format = 2
  const sizes: number[] = []
  const { take, stored } = serverInMemory()
  const delivery = new Delivery(queue, (request) => {
    sizes.push(request.entries.length)
    if (request.entries.length > 12) return Promise.resolve({ status: 413, type: 'text/html', text: '' })
    return take(request)
  })
  while ((await delivery.once()) !== 'empty');
  expect(Math.max(...sizes)).toBe(50)
  expect(sizes.slice(0, 3)).toEqual([30, 15, 7])
  expect(stored.map(({ number }) => number)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
})

test('what is refused moves aside with its reason and never blocks what follows', async () => {
  const queue = Object.assign(new MemoryQueue(), { waiting: waitingEntries(3) })
  const post = async ({ entries }: RatingsRequest) => {
    const results = entries.map(({ id, hash, number }) =>
      number === 1 ? { id, hash, status: 'refused', reason: 'bad_time' } : { id, hash, status: 'stored' },
    )
    return { status: 200, type: 'application/json', text: JSON.stringify({ results }) }
  }
  const delivery = new Delivery(queue, post)
  expect([await delivery.once(), await delivery.once()]).toEqual(['moved', 'empty'])
  expect(queue.kept).toMatchObject([{ status: 'refused', reason: 'bad_time', entry: { number: 1 } }])
})
