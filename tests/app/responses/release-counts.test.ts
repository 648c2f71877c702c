import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import type { Level } from '#app/responses/survey-response.ts'
import { openStore } from '#db/connection.ts'
import { aSmallCity, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

const MONDAY = '2026-03-16'
const TUESDAY = '2026-03-17'

let city: SmallCity
const parts = () => ({ store: city.store, secret: SECRET, clock: city.clock })

async function tap(level: Level, place: keyof typeof STANDING_CODES = 'wardA'): Promise<string> {
  const code = readRatingCode(STANDING_CODES[place])
  if (!code) throw new Error('no code')
  const sent = await submitResponse(parts(), { code, level, submission: randomUUID(), lang: 'vi' })
  if (sent.kind === 'unusable') throw new Error('unusable')
  return sent.receipt
}

async function tapAll(levels: Level[], place: keyof typeof STANDING_CODES = 'wardA'): Promise<string[]> {
  const receipts: string[] = []
  for (const level of levels) receipts.push(await tap(level, place))
  return receipts
}

/** At nine in the morning in Vietnam. */
const at = (day: string, hour = '02') => city.clock.set(`${day}T${hour}:00:00.000Z`)
const release = () => releaseCounts(parts())

/** `day office 1/2/3/4/5` of each released line. */
async function released(): Promise<string[]> {
  const rows = await city.store.read.selectFrom('released_level_counts').selectAll().execute()
  return rows
    .map((r) => `${r.day} ${r.office_id} ${r.level_1}/${r.level_2}/${r.level_3}/${r.level_4}/${r.level_5}`)
    .toSorted()
}

describe.each(CITIES)('releasing counts in $database', ({ open }) => {
  beforeEach(async () => {
    city = await open()
    at(MONDAY)
  })
  afterEach(() => city.close())

  test('five of a day are released when the next five are complete, not before the next working day', async () => {
    await tapAll([5, 5, 4, 5, 1])
    await tapAll([5, 5, 5, 5], 'wardB')
    await release()
    at(TUESDAY)
    await tap(2, 'wardB')
    await tapAll([4, 4, 4, 4, 4])
    expect(await release()).toEqual([MONDAY])
    expect(await released()).toEqual([])
    at('2026-03-18')
    await tapAll([4, 4, 4, 4, 4], 'wardB')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 1/0/0/1/3`])
    at('2026-03-19')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 1/0/0/1/3`, `${TUESDAY} p-b 0/1/0/0/4`])
    expect(await release()).toEqual([])
  })

  test('changes of released ratings wait for five, and those of the day itself for the next', async () => {
    const receipts = await tapAll([5, 5, 5, 5, 5, 5, 5])
    at(TUESDAY)
    await tapAll([4, 4, 4, 4, 4])
    at('2026-03-18')
    await release()
    for (const receipt of receipts.slice(0, 4)) await amendResponse(parts(), receipt, { level: 1 })
    at('2026-03-19')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 0/0/0/0/7`])
    await amendResponse(parts(), receipts[4] ?? '', { level: 2 })
    at('2026-03-19', '10')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 0/0/0/0/7`])
    at('2026-03-20')
    await amendResponse(parts(), receipts[5] ?? '', { level: 3 })
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 4/1/0/0/2`])
  })

  test('what is changed before it is released is released as it was at the end of the day', async () => {
    const [first = '', second = ''] = await tapAll([5, 5, 5, 5, 5])
    await amendResponse(parts(), first, { level: 1 })
    at(TUESDAY)
    await tapAll([4, 4, 4, 4, 4])
    at('2026-03-18')
    await amendResponse(parts(), second, { level: 2 })
    await amendResponse(parts(), second, { level: 3 })
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 1/0/0/0/4`])
  })

  test('a settled month goes out whole: the kept batch with the few after it, and every change', async () => {
    const [first = ''] = await tapAll([5, 5, 5, 5, 5])
    at(TUESDAY)
    await tapAll([4, 4, 4, 4, 4])
    at('2026-03-18')
    await release()
    at('2026-03-20')
    await tapAll([3, 3])
    await amendResponse(parts(), first, { level: 1 })
    at('2026-04-07')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 0/0/0/0/5`])
    at('2026-04-08')
    await release()
    expect(await released()).toEqual([`${MONDAY} p-a 1/0/0/0/4`, '2026-03-20 p-a 0/0/2/5/0'])
  })
})

describe('releasing a history', () => {
  beforeEach(async () => {
    city = await aSmallCity()
  })
  afterEach(() => city.close())

  test('goes through it month by month, in the batches that each day would have made', async () => {
    for (const day of ['2026-01-05', '2026-01-06', '2026-02-10', '2026-02-26', '2026-03-10']) {
      at(day)
      await tapAll([5, 4, 1])
    }
    at(MONDAY)
    expect(await release()).toEqual(['2026-01-31', '2026-02-28', '2026-03-15'])
    expect(await released()).toEqual(['2026-01-06 p-a 2/0/0/2/2', '2026-02-26 p-a 2/0/0/2/2'])
    const batches = await city.store.read.selectFrom('release_batches').selectAll().execute()
    expect(batches.map(({ from_day, day, n }) => [from_day, day, n])).toEqual([
      ['2026-01-01', '2026-01-06', 6],
      ['2026-02-01', '2026-02-26', 6],
    ])
  })

  test('never adds again what a batch of before the months were kept apart has across their border', async () => {
    at('2026-01-30')
    await tapAll([5, 5, 5])
    at('2026-02-02')
    await tapAll([4, 4])
    const row = { office_id: 'p-a', trust: 'open', stage: 'unstated', day: '2026-02-02' } as const
    await city.store.write(async (tx) => {
      const batch = {
        ...row,
        from_day: '0001-01-01',
        n: 5,
        released_at: '',
        amended_before: '',
        arrived_by: '',
      }
      await tx.insertInto('release_batches').values(batch).execute()
      const counts = { ...row, level_1: 0, level_2: 0, level_3: 0, level_4: 2, level_5: 3 }
      await tx
        .insertInto('released_level_counts')
        .values({ ...counts, respondent: 'unstated' })
        .execute()
    })
    at(MONDAY)
    await release()
    expect(await released()).toEqual(['2026-02-02 p-a 0/0/0/2/3'])
  })

  test('two processes at once release it once', async () => {
    at('2026-02-12')
    await tapAll([5, 5, 5, 5, 1])
    await tapAll([4, 4, 4, 4, 4], 'wardB')
    at(MONDAY)
    const other = openStore(city.address)
    const answers = await Promise.all([release(), releaseCounts({ store: other, clock: city.clock })])
    await other.close()
    expect(answers.flat()).toEqual(['2026-02-28', '2026-03-15'])
    expect(await released()).toEqual(['2026-02-12 p-a 1/0/0/0/4', '2026-02-12 p-b 0/0/0/5/0'])
    expect(await city.store.read.selectFrom('release_batches').selectAll().execute()).toHaveLength(2)
  })

  test('a fault in the middle leaves neither claim nor batch', async () => {
    at('2026-02-12')
    await tapAll([5, 5, 5, 5, 1])
    at(MONDAY)
    const write: typeof city.store.write = (member) =>
      city.store.write(async (tx) => {
        await member(tx)
        throw new Error('the disk is full')
      })
    await expect(releaseCounts({ store: { ...city.store, write }, clock: city.clock })).rejects.toThrow(
      'full',
    )
    expect(await released()).toEqual([])
    await release()
    expect(await released()).toHaveLength(1)
  })

  test('a rating that arrives late for a released day comes with four other changes', async () => {
    at('2026-03-10')
    await tapAll([5, 5, 5, 5, 5])
    at('2026-03-11')
    await tapAll([3, 3, 3, 3, 3])
    at('2026-03-12')
    await release()
    const late = async (level: Level) => {
      at('2026-03-10')
      await tap(level)
    }
    for (const level of [1, 1, 1, 1] as const) await late(level)
    at('2026-03-13')
    await release()
    expect(await released()).toEqual(['2026-03-10 p-a 0/0/0/0/5'])
    await late(4)
    at(MONDAY)
    await release()
    expect(await released()).toEqual(['2026-03-10 p-a 4/0/0/1/5'])
  })
})
