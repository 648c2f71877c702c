import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#app/calendar/day.ts'
import { CHANNELS, type Dossier, isClosed, OUTCOMES } from '#app/dossiers/dossier.ts'
import { recount } from '#app/reports/recount.server.ts'
import { aSmallCity, OFFICES, PROCEDURES, type SmallCity } from '#tests/world/small-city.ts'
import {
  aDossier,
  answer,
  codeOf,
  countedAgain,
  emptyOfDossiers,
  keptCounts,
  keptMonths,
  linksOf,
  takeIn,
} from './some-dossiers.ts'

let city: SmallCity

beforeAll(async () => {
  city = await aSmallCity()
})

afterAll(() => city.close())

const NUMBERS = [1, 2, 3, 4, 5, 6]

/** A few codes, offices and days around the end of a month, so that everything meets everything. */
const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    number: fc.constantFrom(...NUMBERS),
    officeId: fc.constantFrom(OFFICES.wardA, OFFICES.wardB),
    procedureId: fc.constantFrom(PROCEDURES.birth, PROCEDURES.copies),
    channel: fc.constantFrom(...CHANNELS),
    outcome: fc.constantFrom(...OUTCOMES),
    returned: fc.integer({ min: 0, max: 4 }),
    due: fc.integer({ min: 0, max: 4 }),
    hour: fc.constantFrom('00', '10', '16', '17', '23'),
  })
  .map(({ number, outcome, returned, due, hour, ...kind }) => {
    const at = `${addDays('2026-02-26', returned)}T${hour}:59:59.000Z`
    const closed = isClosed(outcome) || (outcome === 'withdrawn' && due > 2)
    return aDossier({
      code: codeOf(number),
      ...kind,
      outcome,
      receivedAt: '2026-02-20T02:00:00.000Z',
      dueAt: `${addDays('2026-02-26', due)}T09:00:00.000Z`,
      returnedAt: closed ? at : '',
    })
  })

const file = fc.uniqueArray(dossier, { selector: ({ code }) => code, maxLength: NUMBERS.length })

async function expectCountsToHold(): Promise<void> {
  expect((await recount(city.store.read)).differences).toEqual([])
  const again = await countedAgain(city.store.read)
  expect(await keptCounts(city.store.read)).toEqual(again.days)
  expect(await keptMonths(city.store.read)).toEqual(again.months)
}

async function expectLinksToFit(): Promise<void> {
  const dossiers = await city.store.read.selectFrom('dossiers').selectAll().execute()
  for (const { code, outcome, office_id, returned_at } of dossiers) {
    const links = await linksOf(city.store.read, code)
    expect(links.length, code).toBeLessThanOrEqual(1)
    const [link] = links
    if (isClosed(outcome)) expect(link?.status).toMatch(/^(open|answered)$/)
    else expect(link?.status ?? 'none').toMatch(/^(none|revoked|answered)$/)
    if (link?.status === 'open') expect(link).toMatchObject({ office_id, valid_from: returned_at })
  }
}

test('whatever comes in and is answered, the counts are what a count from scratch finds', async () => {
  const step = fc.oneof(
    file.map((dossiers) => ({ dossiers, answered: '' })),
    fc.constantFrom(...NUMBERS).map((number) => ({ dossiers: [], answered: codeOf(number) })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await emptyOfDossiers(city)
      for (const { dossiers, answered } of steps) {
        if (answered) await answer(city, answered)
        else {
          await takeIn(city, ...dossiers)
          const again = await takeIn(city, ...dossiers)
          expect(again).toMatchObject({ added: 0, changed: 0, unchanged: dossiers.length })
        }
        await expectCountsToHold()
        await expectLinksToFit()
      }
    }),
    { numRuns: 60 },
  )
})

test('the same dossiers in any order and any number of files come to the same counts and links', async () => {
  const shuffled = file.chain((dossiers) =>
    fc.record({
      dossiers: fc.constant(dossiers),
      mixed: fc.shuffledSubarray(dossiers, { minLength: dossiers.length }),
      cut: fc.nat(dossiers.length),
    }),
  )
  const state = async () => {
    const links = await city.store.read.selectFrom('invitations').selectAll().orderBy('lookup').execute()
    return {
      days: await keptCounts(city.store.read),
      months: await keptMonths(city.store.read),
      links: links.map(({ lookup, office_id, valid_to, status }) => ({
        lookup,
        office_id,
        valid_to,
        status,
      })),
    }
  }
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ dossiers, mixed, cut }) => {
      await emptyOfDossiers(city)
      await takeIn(city, ...dossiers)
      const together = await state()
      await emptyOfDossiers(city)
      const first = await takeIn(city, ...mixed.slice(0, cut))
      const second = await takeIn(city, ...mixed.slice(cut))
      expect(first.added + second.added).toBe(dossiers.length)
      expect(await state()).toEqual(together)
    }),
    { numRuns: 60 },
  )
})
