import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeInDossiers } from '#app/dossiers/take-in-dossiers.server.ts'
import { Conflict } from '#app/errors.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { inBatches } from '#db/batches.ts'
import { aSmallCity, COUNTERS, OFFICES, PROCEDURES, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import {
  aDossier,
  answer,
  codeOf,
  emptyOfDossiers,
  keptCounts,
  keptMonths,
  linksOf,
  OPEN,
  takeIn,
} from './some-dossiers.ts'

const CODE = aDossier().code

describe.each(CITIES)('on $database', ({ open }) => {
  let city: SmallCity

  beforeAll(async () => {
    city = await open()
  })

  afterEach(() => emptyOfDossiers(city))

  afterAll(() => city.close())

  test('a returned dossier is stored with its days, counted, and given its link', async () => {
    const taken = await takeIn(city, aDossier())
    const { token, lookup } = returnLinkOf(SECRET, CODE)
    expect(taken).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      links: [{ code: CODE, token }],
      underived: [],
    })
    const [row] = await city.store.read.selectFrom('dossiers').selectAll().execute()
    expect(row).toMatchObject({
      code: CODE,
      received_day: '2026-03-05',
      due_day: '2026-03-12',
      returned_day: '2026-03-10',
      on_time: 1,
    })
    expect(await linksOf(city.store.read, CODE)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        kind: 'dossier',
        lookup,
        office_id: OFFICES.wardA,
        counter_id: null,
        dossier_id: row?.id,
        stage: 'return',
        trust: 'verified',
        issue_number: 1,
        key_number: SECRET.number,
        placard_number: 0,
        valid_from: '2026-03-10T03:00:00.000Z',
        valid_to: '2026-04-09T03:00:00.000Z',
        status: 'open',
      },
    ])
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-10 p-a 1/1/0/0'])
  })

  test('the same again changes nothing', async () => {
    const dossiers = [
      aDossier(),
      aDossier({ code: codeOf(2), ...OPEN }),
      aDossier({ code: codeOf(3), outcome: 'refused' }),
    ]
    const first = await takeIn(city, ...dossiers)
    const before = await everything(city)
    const second = await takeIn(city, ...dossiers)
    expect(second).toEqual({ ...first, added: 0, unchanged: 3 })
    expect(await everything(city)).toEqual(before)
  })

  test('a correction keeps the dossier and moves its counts and its unanswered link', async () => {
    await takeIn(city, aDossier())
    const [before] = await city.store.read.selectFrom('dossiers').selectAll().execute()
    const corrected = aDossier({
      officeId: OFFICES.wardB,
      procedureId: PROCEDURES.copies,
      channel: 'post',
      applicant: 'business',
      receivedAt: '2026-02-20T02:00:00.000Z',
      dueAt: '2026-02-25T10:00:00.000Z',
      returnedAt: '2026-02-27T03:00:00.000Z',
    })
    expect(await takeIn(city, corrected)).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
    const [after] = await city.store.read.selectFrom('dossiers').selectAll().execute()
    expect(after).toEqual({
      id: before?.id,
      code: CODE,
      office_id: OFFICES.wardB,
      procedure_id: PROCEDURES.copies,
      channel: 'post',
      applicant: 'business',
      received_at: corrected.receivedAt,
      due_at: corrected.dueAt,
      returned_at: corrected.returnedAt,
      received_day: '2026-02-20',
      due_day: '2026-02-25',
      returned_day: '2026-02-27',
      outcome: 'returned',
      on_time: 0,
    })
    expect(await keptCounts(city.store.read)).toEqual(['2026-02-27 p-b 1/0/0/0'])
    expect(await keptMonths(city.store.read)).toEqual(['2026-02 p-b 1/0/0/0'])
    const [link, ...others] = await linksOf(city.store.read, CODE)
    expect(others).toEqual([])
    expect(link).toMatchObject({
      office_id: OFFICES.wardB,
      valid_from: '2026-02-27T03:00:00.000Z',
      valid_to: '2026-03-29T03:00:00.000Z',
      status: 'open',
    })
  })

  test('all of them or none: one that cannot be stored stops the rest', async () => {
    await takeIn(city, aDossier())
    const before = await everything(city)
    const later = [2, 3, 4].map((number) => aDossier({ code: codeOf(number) }))
    const lost = aDossier({ code: codeOf(5), officeId: 'nowhere' })
    const moved = aDossier({ returnedAt: '2026-03-11T03:00:00.000Z' })
    await expect(takeIn(city, ...later, moved, lost)).rejects.toThrow(/foreign key/i)
    expect(await everything(city)).toEqual(before)
  })
})

describe('a link follows its dossier', () => {
  let city: SmallCity

  beforeEach(async () => {
    city = await aSmallCity()
  })

  afterEach(() => city.close())

  const statusOf = async () => (await linksOf(city.store.read, CODE)).map((link) => link.status).join()

  test('none while it is open or withdrawn, one from its return or refusal on', async () => {
    await takeIn(city, aDossier(OPEN))
    expect(await statusOf()).toBe('')
    await takeIn(city, aDossier({ outcome: 'withdrawn' }))
    expect(await statusOf()).toBe('')
    expect(await keptCounts(city.store.read)).toEqual([])
    await takeIn(city, aDossier({ outcome: 'refused' }))
    expect(await statusOf()).toBe('open')
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-10 p-a 0/0/1/0'])
  })

  test('revoked when the dossier goes back to open, open again when it is returned again', async () => {
    const { links } = await takeIn(city, aDossier())
    expect(await takeIn(city, aDossier(OPEN))).toMatchObject({ changed: 1, links: [] })
    expect(await statusOf()).toBe('revoked')
    expect(await keptCounts(city.store.read)).toEqual([])
    const again = await takeIn(city, aDossier({ returnedAt: '2026-03-14T03:00:00.000Z' }))
    expect(again.links).toEqual(links)
    const [link] = await linksOf(city.store.read, CODE)
    expect(link).toMatchObject({ status: 'open', valid_from: '2026-03-14T03:00:00.000Z' })
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-14 p-a 1/0/0/0'])
  })

  test('an answered link stays as it was; its rating moves with the dossier', async () => {
    await takeIn(city, aDossier())
    await answer(city, CODE)
    const before = await linksOf(city.store.read, CODE)
    expect(before).toMatchObject([{ status: 'answered', office_id: OFFICES.wardA }])
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-10 p-a 1/1/0/1'])
    await takeIn(city, aDossier({ officeId: OFFICES.wardB, returnedAt: '2026-03-13T03:00:00.000Z' }))
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-13 p-b 1/0/0/1'])
    await takeIn(city, aDossier(OPEN))
    expect(await keptCounts(city.store.read)).toEqual([])
    await takeIn(city, aDossier({ outcome: 'refused' }))
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-10 p-a 0/0/1/0'])
    await takeIn(city, aDossier())
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-10 p-a 1/1/0/1'])
    expect(await linksOf(city.store.read, CODE)).toEqual(before)
  })

  test('a link used up is as good as an answered one', async () => {
    await takeIn(city, aDossier())
    await answer(city, CODE)
    await city.store.owner.updateTable('invitations').set({ status: 'used' }).execute()
    await takeIn(city, aDossier({ ...OPEN, officeId: OFFICES.wardB }))
    expect(await linksOf(city.store.read, CODE)).toMatchObject([{ status: 'used', office_id: OFFICES.wardA }])
  })

  test('a revoked link is not opened by a mere correction', async () => {
    await takeIn(city, aDossier())
    await city.store.owner.updateTable('invitations').set({ status: 'revoked' }).execute()
    await takeIn(city, aDossier({ returnedAt: '2026-03-11T03:00:00.000Z' }))
    expect(await statusOf()).toBe('revoked')
  })

  test('a link that went missing is issued again', async () => {
    await takeIn(city, aDossier())
    await city.store.owner.deleteFrom('invitations').where('kind', '=', 'dossier').execute()
    expect(await takeIn(city, aDossier())).toMatchObject({ unchanged: 1, links: [{ code: CODE }] })
    expect(await statusOf()).toBe('open')
  })

  test('a link issued under another secret stays, and is named instead of derived', async () => {
    await takeIn(city, aDossier())
    const before = await linksOf(city.store.read, CODE)
    const rotated = { key: 'z'.repeat(32), number: 2 }
    const linkFor = (code: string) => returnLinkOf(rotated, code)
    const both = [aDossier(), aDossier({ code: codeOf(2) })]
    const taken = await takeInDossiers({ write: city.store.write, linkFor }, both)
    expect(taken.underived).toEqual([CODE])
    expect(taken.links).toEqual([{ code: codeOf(2), token: linkFor(codeOf(2)).token }])
    expect(await linksOf(city.store.read, CODE)).toEqual(before)
    expect(await linksOf(city.store.read, codeOf(2))).toMatchObject([{ key_number: 2 }])
  })

  test('the day of return is a day in Vietnam', async () => {
    const late = aDossier({ returnedAt: '2026-03-12T16:59:59.000Z' })
    const later = aDossier({ code: codeOf(2), returnedAt: '2026-03-12T17:00:00.000Z' })
    await takeIn(city, late, later)
    expect(await keptCounts(city.store.read)).toEqual(['2026-03-12 p-a 1/1/0/0', '2026-03-13 p-a 1/0/0/0'])
  })

  test('one code twice is a conflict and stores nothing', async () => {
    await expect(takeIn(city, aDossier(), aDossier(OPEN))).rejects.toThrow(Conflict)
    expect(await city.store.read.selectFrom('dossiers').selectAll().execute()).toEqual([])
  })

  test('a standing code is left alone, and no dossiers are no work', async () => {
    const standing = () => city.store.read.selectFrom('invitations').selectAll().execute()
    const before = await standing()
    expect(before.map((link) => link.counter_id)).toEqual(Object.values(COUNTERS))
    expect(await takeIn(city)).toEqual({ added: 0, changed: 0, unchanged: 0, links: [], underived: [] })
    expect(await standing()).toEqual(before)
  })

  test('thousands go in together, each with its link', async () => {
    const many = Array.from({ length: 5_003 }, (_, number) => aDossier({ code: codeOf(number) }))
    expect(await takeIn(city, ...many)).toMatchObject({ added: 5_003, links: { length: 5_003 } })
    const moved = many.map((dossier, at) => (at % 2 ? dossier : { ...dossier, officeId: OFFICES.wardB }))
    expect(await takeIn(city, ...moved)).toMatchObject({ changed: 2_502, unchanged: 2_501 })
    expect(await keptCounts(city.store.read)).toEqual([
      '2026-03-10 p-a 2501/2501/0/0',
      '2026-03-10 p-b 2502/2502/0/0',
    ])
    const { links } = await city.store.read
      .selectFrom('invitations')
      .select((e) => e.fn.countAll<number>().as('links'))
      .where('kind', '=', 'dossier')
      .executeTakeFirstOrThrow()
    expect(links).toBe(5_003)
  })
})

test('batches hold every row once, in order, in few sizes', () => {
  const sizes = new Set<number>()
  for (const length of [0, 1, 5, 63, 255, 256, 1_000]) {
    const rows = Array.from({ length }, (_, at) => at)
    const batches = [...inBatches(rows)]
    expect(batches.flat()).toEqual(rows)
    for (const batch of batches) sizes.add(batch.length)
  }
  expect(sizes.size).toBeLessThanOrEqual(5)
})

async function everything(city: SmallCity) {
  const { read } = city.store
  return {
    dossiers: await read.selectFrom('dossiers').selectAll().orderBy('code').execute(),
    invitations: await read.selectFrom('invitations').selectAll().orderBy('lookup').execute(),
    days: await keptCounts(read),
    months: await keptMonths(read),
  }
}
