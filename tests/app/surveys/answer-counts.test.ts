import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { listAnswerCounts } from '#db/queries/answer-counts.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { anAnswer, asksFrom } from './survey-world.ts'

const countsOf = async (city: SmallCity, prefix: string, office?: string) => {
  const year = { from: '2026-01', to: '2026-12' }
  const rows = await listAnswerCounts(city.store.read, { prefix, ...year, office })
  return Object.fromEntries(
    rows
      .filter(({ n }) => n > 0)
      .map(({ office_id, month, identity, option, n }) => [`${office_id} ${month} ${identity} ${option}`, n]),
  )
}

describe.each(CITIES)('counting answers in $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const amend = (receipt: string, answers: Record<string, string[]>) =>
    amendResponse({ store: city.store, secret: SECRET, clock: city.clock }, receipt, { answers })

  test('an answer counts in the month of its first tap, once a response and once an option', async () => {
    await anAnswer(city, { reasons: ['time', 'fees'] })
    await anAnswer(city, { reasons: ['time'] })
    await anAnswer(city, {})
    await anAnswer(city, { reasons: ['fees'] }, 'wardB')
    expect(await countsOf(city, 'short.')).toEqual({
      'p-a 2026-03 short.reasons ': 2,
      'p-a 2026-03 short.reasons time': 2,
      'p-a 2026-03 short.reasons fees': 1,
      'p-b 2026-03 short.reasons ': 1,
      'p-b 2026-03 short.reasons fees': 1,
    })
    expect(Object.keys(await countsOf(city, 'short.', OFFICES.wardB))).toHaveLength(2)
    expect(await countsOf(city, 'nd61.')).toEqual({})
  })

  test('an amendment moves it; clearing takes it away; a level alone leaves it', async () => {
    const receipt = await anAnswer(city, { reasons: ['time', 'fees'] })
    city.clock.set('2026-03-20T02:00:00.000Z')
    await amend(receipt, { reasons: ['fees', 'place'] })
    const moved = {
      'p-a 2026-03 short.reasons ': 1,
      'p-a 2026-03 short.reasons fees': 1,
      'p-a 2026-03 short.reasons place': 1,
    }
    expect(await countsOf(city, 'short.')).toEqual(moved)
    await amendResponse({ store: city.store, secret: SECRET, clock: city.clock }, receipt, {
      level: 1,
      comment: 'Chờ lâu',
    })
    expect(await countsOf(city, 'short.')).toEqual(moved)
    await amend(receipt, { reasons: [] })
    expect(await countsOf(city, 'short.')).toEqual({})
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('what a later answer by the same link replaces is counted no more', async () => {
    const code = readRatingCode(await aDossierLink(city, 'H37.12-260310-0042', OFFICES.wardB))
    if (!code) throw new Error('no code')
    const parts = { store: city.store, secret: SECRET, clock: city.clock }
    const tap = (submission: string) => submitResponse(parts, { code, level: 5, submission, lang: 'vi' })
    const first = await tap('00000000-0000-4000-8000-000000000001')
    if (first.kind === 'unusable') throw new Error('unusable')
    await amend(first.receipt, { reasons: ['time'] })
    expect(Object.keys(await countsOf(city, 'short.'))).toHaveLength(2)
    await tap('00000000-0000-4000-8000-000000000002')
    expect(await countsOf(city, 'short.')).toEqual({})
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('questions of two versions are counted as one where their identity is one', async () => {
    await anAnswer(city, { reasons: ['time'] })
    await city.store.write(async (tx) => {
      const first = await tx
        .selectFrom('survey_versions')
        .selectAll()
        .where('id', '=', 'short-1')
        .executeTakeFirstOrThrow()
      const content = {
        ...JSON.parse(first.content),
        questions: [{ ...JSON.parse(first.content).questions[0], id: 'why', identity: 'short.reasons' }],
      }
      await tx
        .updateTable('survey_versions')
        .set({ valid_to: '2026-03-16' })
        .where('id', '=', 'short-1')
        .execute()
      await tx
        .insertInto('survey_versions')
        .values({
          ...first,
          id: 'short-2',
          version: 2,
          valid_from: '2026-03-17',
          content: JSON.stringify(content),
        })
        .execute()
    })
    city.clock.set('2026-03-17T02:00:00.000Z')
    await anAnswer(city, { why: ['time'], reasons: ['fees'] })
    expect(await countsOf(city, 'short.')).toEqual({
      'p-a 2026-03 short.reasons ': 2,
      'p-a 2026-03 short.reasons time': 2,
    })
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('an amendment that is refused leaves the counts as they were', async () => {
    const receipt = await anAnswer(city, { reasons: ['time'] })
    city.clock.set('2026-03-24T02:00:00.000Z')
    expect(await amend(receipt, { reasons: ['fees'] })).toBe('too_late')
    expect(Object.keys(await countsOf(city, 'short.'))).toEqual([
      'p-a 2026-03 short.reasons ',
      'p-a 2026-03 short.reasons time',
    ])
  })
})

describe('proving the counts', () => {
  let city: SmallCity
  beforeEach(async () => {
    city = await aSmallCity()
  })
  afterEach(() => city.close())

  test('2,000 random answers to three surveys leave no count that differs', async () => {
    await asksFrom(city, 'nd61', '2026-01-01', OFFICES.wardB)
    await asksFrom(city, 'sipas22', '2026-01-01', OFFICES.oneStop)
    const places = ['wardA', 'wardB', 'oneStop'] as const
    const receipts: string[] = []
    for (const place of places) for (let i = 0; i < 10; i++) receipts.push(await anAnswer(city, {}, place))
    const question = fc.oneof(
      fc.constant('reasons'),
      fc.integer({ min: 1, max: 9 }).map((n) => `i${n}`),
      fc.integer({ min: 1, max: 23 }).map((n) => `c${n}`),
    )
    const option = fc.constantFrom('time', 'fees', '0', '1', '2', '3', '5', 'nothing')
    const step = fc.record({
      at: fc.nat(receipts.length - 1),
      answers: fc.dictionary(question, fc.array(option, { maxLength: 3 }), { maxKeys: 12 }),
    })
    let amended = 0
    for (const { at, answers } of fc.sample(step, { numRuns: 2_000, seed: 61 })) {
      const parts = { store: city.store, secret: SECRET, clock: city.clock }
      if ((await amendResponse(parts, receipts[at] ?? '', { answers })) === 'amended') amended += 1
    }
    expect(amended).toBeGreaterThan(300)
    for (const prefix of ['short.', 'nd61.', 'sipas.']) {
      expect(Object.keys(await countsOf(city, prefix)).length).toBeGreaterThanOrEqual(3)
    }
    expect((await recount(city.store.read)).differences).toEqual([])
  }, 60_000)

  test('a planted difference is found and named', async () => {
    await anAnswer(city, { reasons: ['time'] })
    await city.store.write((tx) =>
      tx.updateTable('monthly_answer_counts').set({ n: 3 }).where('option', '=', 'time').execute(),
    )
    expect((await recount(city.store.read)).differences).toEqual([
      {
        table: 'monthly_answer_counts',
        key: '2026-03 p-a unstated open short.reasons time',
        column: 'n',
        kept: 3,
        counted: 1,
      },
    ])
  })
})
