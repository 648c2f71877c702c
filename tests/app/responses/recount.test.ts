import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import type { Level } from '#app/responses/survey-response.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

const level = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Level>

/** One step: a new tap, a repeat or another face of an earlier one, or an amendment by receipt; days go by. */
const step = fc.record({
  code: fc.integer({ min: 0, max: 12 }),
  level,
  earlier: fc.option(fc.nat(), { freq: 2 }),
  amend: fc.boolean(),
  respondent: fc.constantFrom('citizen' as const, 'business' as const, undefined),
  comment: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
  minutes: fc.integer({ min: 0, max: 40 }),
})

test('10,000 random submissions, amendments and repeats leave no count that differs from its rows', async () => {
  const links = await Promise.all(
    Array.from({ length: 10 }, (_, i) => aDossierLink(city, `H37.12-260310-1${i}00`, OFFICES.wardB)),
  )
  const codes = [...Object.values(STANDING_CODES), ...links].map(readRatingCode)
  const parts = { store: city.store, secret: SECRET, clock: city.clock }
  const steps = fc.sample(step, { numRuns: 10_000, seed: 20_260_316 })
  const sent: { submission: string; receipt: string }[] = []
  const kinds = new Map<string, number>()
  let minutes = 0
  for (const { code: at, level, earlier, amend, respondent, comment, minutes: later } of steps) {
    minutes += later
    city.clock.set(new Date(Date.parse('2026-03-10T03:00:00.000Z') + minutes * 60_000).toISOString())
    const known =
      earlier === null ? undefined : sent[sent.length - 1 - (earlier % Math.min(sent.length, 400))]
    const code = codes[at]
    if (!code) continue
    if (known && amend) {
      const kind = await amendResponse(parts, known.receipt, { level, respondent, comment })
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      continue
    }
    const submission = known?.submission ?? randomUUID()
    const result = await submitResponse(parts, { code, level, submission, lang: 'vi' })
    kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1)
    if (result.kind !== 'unusable' && !known) sent.push({ submission, receipt: result.receipt })
  }
  // Every way through was taken, or this says nothing.
  for (const kind of ['stored', 'repeated', 'amended', 'unchanged', 'too_late', 'superseded', 'unusable']) {
    expect(kinds.get(kind), kind).toBeGreaterThan(0)
  }
  const { lines, differences } = await recount(city.store.read)
  expect(lines).toBeGreaterThan(100)
  expect(differences).toEqual([])
  const [rows, entries, amendments] = await Promise.all(
    (['responses', 'ledger', 'response_amendments'] as const).map((table) =>
      city.store.read
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  )
  expect(entries?.n).toBe((rows?.n ?? 0) + (amendments?.n ?? 0))
}, 120_000)

test('a planted difference is found and named', async () => {
  const code = readRatingCode(STANDING_CODES.wardA)
  if (!code) throw new Error('no code')
  const parts = { store: city.store, secret: SECRET, clock: city.clock }
  await submitResponse(parts, { code, level: 2, submission: randomUUID(), lang: 'vi' })
  await city.store.write((tx) => tx.updateTable('level_counts').set({ level_2: 0, level_5: 1 }).execute())
  expect((await recount(city.store.read)).differences).toEqual([
    {
      table: 'level_counts',
      key: '2026-03-16 p-a open unstated unstated',
      column: 'level_2',
      kept: 0,
      counted: 1,
    },
    {
      table: 'level_counts',
      key: '2026-03-16 p-a open unstated unstated',
      column: 'level_5',
      kept: 1,
      counted: 0,
    },
  ])
})
