import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '#app/calendar/day.ts'
import { recount } from '#app/reports/recount.server.ts'
import { recordAmendment, recordResponse } from '#app/responses/record-response.server.ts'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import { releaseParts } from '#app/responses/release-parts.server.ts'
import { listParts } from '#db/queries/released-parts.ts'
import { findResponse } from '#db/queries/responses.ts'
import type { ResponseRow } from '#db/schema.ts'
import { OFFICES, PROCEDURES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

const { wardA, wardB } = OFFICES
let city: SmallCity

/** A rating at an hour of a day in Vietnam, taken in then. */
async function come(at: string, more: Partial<ResponseRow> = {}): Promise<string> {
  city.clock.set(at)
  const now = city.clock.now()
  const row: ResponseRow = {
    ...{
      id: uuidv7({ msecs: now.getTime() }),
      receipt_hash: randomUUID(),
      office_id: wardA,
      counter_id: null,
    },
    ...{ procedure_id: PROCEDURES.birth, channel: 'counter', stage: 'return', trust: 'verified' },
    ...{ respondent: 'citizen', level: 5, day: dayOf(now), first_at: now.toISOString() },
    ...{
      changeable_until: now.toISOString(),
      lang: 'vi',
      survey_version_id: null,
      answers: '{}',
      comment: '',
    },
    ...{ revision: 0, amended_at: '' },
    ...more,
  }
  await city.store.write((tx) => recordResponse(tx, row))
  return row.id
}

async function change(id: string, level: number): Promise<void> {
  await city.store.write(async (tx) => {
    const before = await findResponse(tx, id)
    if (before) await recordAmendment(tx, before, { ...before, level }, city.clock.now())
  })
}

const at = (instant: string) => city.clock.set(instant)
const partsOf = async (month: string, office: string = wardA) =>
  (await listParts(city.store.read, office, month))
    .map((r) => `${r.kind} ${r.part}: ${r.level_1}/${r.level_2}/${r.level_3}/${r.level_4}/${r.level_5}`)
    .toSorted()

/** In what is released; answers put straight into a row are not counted elsewhere. */
const differences = async () =>
  (await recount(city.store.read)).differences.filter(({ table }) => table.startsWith('released_'))

/** Thirteen ratings of February: two batches of five, the second with three that came after it. */
async function aMonth(): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.push(await come('2026-02-03T02:00:00.000Z'))
  for (let n = 0; n < 2; n += 1)
    ids.push(
      await come('2026-02-03T08:00:00.000Z', { procedure_id: PROCEDURES.copies, respondent: 'business' }),
    )
  at('2026-02-04T01:00:00.000Z')
  await releaseCounts(city)
  const short = { survey_version_id: 'short-1', answers: '{"reasons":["time"]}', level: 2 }
  for (let n = 0; n < 4; n += 1) ids.push(await come('2026-02-05T02:00:00.000Z', short))
  ids.push(await come('2026-02-06T02:00:00.000Z', { channel: 'online' }))
  // Too few for a batch of their own: they go with the one before them.
  for (let n = 0; n < 3; n += 1) await come('2026-02-27T02:00:00.000Z', { channel: 'post' })
  return ids
}

async function releaseOn(day: string): Promise<string[]> {
  at(`${day}T01:00:00.000Z`)
  await releaseCounts(city)
  return releaseParts(city)
}

describe.each(CITIES)('parts of released months in $database', ({ open }) => {
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  test('are told when the month is over and its 7 days of change are, of batches released alone', async () => {
    await aMonth()
    expect(await releaseOn('2026-03-06')).toEqual([])
    expect(await partsOf('2026-02')).toEqual([])
    expect(await releaseOn('2026-03-09')).toEqual(['2026-02'])
    expect(await releaseOn('2026-03-10')).toEqual([])
    expect(await partsOf('2026-02')).toEqual(
      [
        'all : 0/4/0/0/9',
        `answer ${'short.reasons'} : 0/4/0/0/0`,
        `answer ${'short.reasons'} time: 0/4/0/0/0`,
        'channel counter: 0/4/0/0/5',
        'channel online: 0/0/0/0/1',
        'channel post: 0/0/0/0/3',
        'half_day 2 0: 0/0/0/0/3',
        'half_day 2 12: 0/0/0/0/2',
        'half_day 4 0: 0/4/0/0/0',
        'half_day 5 0: 0/0/0/0/4',
        `procedure ${PROCEDURES.birth}: 0/4/0/0/7`,
        `procedure ${PROCEDURES.copies}: 0/0/0/0/2`,
        'respondent business: 0/0/0/0/2',
        'respondent citizen: 0/4/0/0/7',
      ].toSorted(),
    )
    expect(await partsOf('2026-02', wardB)).toEqual([])
  })

  test('have with the last piece of a month the changes that came too few to be told before', async () => {
    const ids = await aMonth()
    await releaseOn('2026-02-09')
    await change(ids[0] ?? '', 1)
    await releaseOn('2026-02-10')
    expect(
      (await city.store.read.selectFrom('released_level_counts').selectAll().execute())[0]?.level_5,
    ).toBe(5)
    await releaseOn('2026-03-09')
    expect((await partsOf('2026-02'))[0]).toBe('all : 1/4/0/0/8')
    expect(await differences()).toEqual([])
  })

  test('follow when five changes are released together, and are made again', async () => {
    const ids = await aMonth()
    await releaseOn('2026-02-09')
    for (const id of ids.slice(0, 5)) await change(id, 4)
    await releaseOn('2026-03-09')
    expect((await partsOf('2026-02'))[0]).toBe('all : 0/4/0/5/4')
    for (const id of ids.slice(0, 5)) await change(id, 3)
    expect(await releaseOn('2026-03-10')).toEqual(['2026-02'])
    expect((await partsOf('2026-02'))[0]).toBe('all : 0/4/5/0/4')
    expect(await differences()).toEqual([])
  })

  test('leave out what a tablet brings after the release', async () => {
    await aMonth()
    await releaseOn('2026-03-09')
    at('2026-03-09T02:00:00.000Z')
    await come('2026-03-09T02:00:00.000Z', {
      day: '2026-02-03',
      first_at: '2026-02-03T02:00:00.000Z',
      level: 1,
    })
    await releaseOn('2026-03-10')
    expect((await partsOf('2026-02'))[0]).toBe('all : 0/4/0/0/9')
    expect(await differences()).toEqual([])
  })

  test('are not told where they do not add up to what is released', async () => {
    await aMonth()
    at('2026-03-09T01:00:00.000Z')
    await releaseCounts(city)
    await city.store.write((tx) => tx.updateTable('released_level_counts').set({ level_5: 4 }).execute())
    expect(await releaseParts(city)).toEqual(['2026-02'])
    expect(await partsOf('2026-02')).toEqual([])
  })

  test('a planted difference in what is released is found and named', async () => {
    await aMonth()
    await releaseOn('2026-03-09')
    expect(await differences()).toEqual([])
    await city.store.write((tx) =>
      tx.updateTable('released_level_counts').set({ level_1: 1 }).where('day', '=', '2026-02-03').execute(),
    )
    await city.store.write((tx) =>
      tx.updateTable('released_part_counts').set({ level_5: 7 }).where('kind', '=', 'all').execute(),
    )
    expect(await differences()).toEqual([
      {
        ...{ table: 'released_level_counts', key: `2026-02-03 ${wardA} verified return` },
        ...{ column: 'level_1', kept: 1, counted: 0 },
      },
      {
        ...{ table: 'released_part_counts', key: `2026-02 ${wardA} verified return all ` },
        ...{ column: 'level_5', kept: 7, counted: 9 },
      },
    ])
  })

  test('what was released before it was written down as of when is neither divided nor recounted', async () => {
    await aMonth()
    await releaseOn('2026-02-09')
    await city.store.write((tx) => tx.updateTable('release_batches').set({ amended_before: '' }).execute())
    expect(await releaseOn('2026-03-09')).toEqual(['2026-02'])
    expect(await partsOf('2026-02')).toEqual([])
    expect(await differences()).toEqual([])
  })
})
