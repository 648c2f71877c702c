import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { isRepeat, submitResponse } from '#app/responses/submit-response.server.ts'
import type { Level } from '#app/responses/survey-response.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { OFFICES, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

describe.each(CITIES)('a rating on $database', ({ open }) => {
  let city: SmallCity
  beforeAll(async () => {
    city = await open()
  })
  afterAll(() => city.close())

  const parts = () => ({ store: city.store, secret: SECRET, clock: city.clock })
  const tap = (code: string, level: Level, submission: string = randomUUID()) => {
    const read = readRatingCode(code)
    if (!read) throw new Error(`${code} is no code`)
    return submitResponse(parts(), { code: read, level, submission, lang: 'vi' })
  }
  const receiptOfTap = async (code: string, level: Level, submission?: string) => {
    const result = await tap(code, level, submission)
    if (result.kind === 'unusable') throw new Error('unusable')
    return result.receipt
  }
  const rows = (office: string) =>
    city.store.read
      .selectFrom('responses')
      .selectAll()
      .where('office_id', '=', office)
      .orderBy('id')
      .execute()
  const levels = async (office: string) => {
    const counts = await city.store.read
      .selectFrom('level_counts')
      .selectAll()
      .where('office_id', '=', office)
      .execute()
    return [1, 2, 3, 4, 5].map((level) =>
      counts.reduce((sum, row) => sum + row[`level_${level as Level}`], 0),
    )
  }
  const noDifferences = async () => expect((await recount(city.store.read)).differences).toEqual([])

  test('is stored once with its counts and its ledger entry', async () => {
    const before = await city.store.read.selectFrom('ledger').selectAll().execute()
    const result = await tap(STANDING_CODES.wardA, 5)
    expect(result).toMatchObject({
      kind: 'stored',
      receipt: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/),
    })
    const [row] = await rows(OFFICES.wardA)
    expect(row).toMatchObject({ level: 5, trust: 'open', stage: 'unstated', day: '2026-03-16', revision: 0 })
    expect(await levels(OFFICES.wardA)).toEqual([0, 0, 0, 0, 1])
    const after = await city.store.read.selectFrom('ledger').selectAll().orderBy('sequence').execute()
    expect(after.length).toBe(before.length + 1)
    expect(after.at(-1)).toMatchObject({ kind: 'rating', subject: row?.id, sequence: after.length })
    await noDifferences()
  })

  test('sent again gets the first receipt; with another level it amends', async () => {
    const submission = randomUUID()
    const receipt = await receiptOfTap(STANDING_CODES.wardB, 2, submission)
    expect(await isRepeat({ db: city.store.read, secret: SECRET }, submission)).toBe(true)
    expect(await tap(STANDING_CODES.wardB, 2, submission.toUpperCase())).toEqual({
      kind: 'repeated',
      receipt,
    })
    expect(await tap(STANDING_CODES.wardB, 4, submission)).toEqual({ kind: 'amended', receipt })
    expect(await levels(OFFICES.wardB)).toEqual([0, 0, 0, 1, 0])
    expect((await rows(OFFICES.wardB)).map((row) => [row.level, row.revision])).toEqual([[4, 1]])
    await noDifferences()
  })

  test('sent fifty times at once is one row', async () => {
    const submission = randomUUID()
    const results = await Promise.all(
      Array.from({ length: 50 }, () => tap(STANDING_CODES.oneStop, 3, submission)),
    )
    expect(new Set(results.map((result) => JSON.stringify({ ...result, kind: '' }))).size).toBe(1)
    expect(results.filter((result) => result.kind === 'stored')).toHaveLength(1)
    expect(await rows(OFFICES.oneStop)).toHaveLength(1)
  })

  test('can be changed for seven days, keeps its day, and not after', async () => {
    city.clock.set('2026-03-16T16:59:00.000Z')
    const receipt = await receiptOfTap(STANDING_CODES.oneStop, 1)
    city.clock.set('2026-03-23T16:59:00.000Z')
    expect(await amendResponse(parts(), receipt, { level: 5, comment: 'Đã xem lại' })).toBe('amended')
    expect(await amendResponse(parts(), receipt, { level: 5 })).toBe('unchanged')
    city.clock.set('2026-03-23T16:59:00.001Z')
    expect(await amendResponse(parts(), receipt, { level: 1 })).toBe('too_late')
    const row = (await rows(OFFICES.oneStop)).find((r) => r.comment === 'Đã xem lại')
    expect(row).toMatchObject({ level: 5, day: '2026-03-16', revision: 1 })
    await noDifferences()
    city.clock.set('2026-03-16T02:00:00.000Z')
  })

  test('moves between respondents with its level, and keeps only known answers', async () => {
    const receipt = await receiptOfTap(STANDING_CODES.oneStop, 2)
    const answers = { reasons: ['attitude', 'nonsense', 'time'], other: ['x'] }
    expect(await amendResponse(parts(), receipt, { respondent: 'business', answers })).toBe('amended')
    const row = (await rows(OFFICES.oneStop)).find((r) => r.respondent === 'business')
    expect(JSON.parse(row?.answers ?? '')).toEqual({ reasons: ['time', 'attitude'] })
    expect(row?.survey_version_id).toBe('short-1')
    await noDifferences()
  })

  test('a receipt that is none of ours changes nothing', async () => {
    expect(await amendResponse(parts(), '000000000000', { level: 1 })).toBe('unknown')
  })

  test("a dossier's link makes one rating; the last answer counts, the earlier is never shown", async () => {
    const link = await aDossierLink(city, 'H37.12-260310-0001', OFFICES.wardA)
    const officer = await receiptOfTap(link, 5)
    await amendResponse(parts(), officer, { comment: 'tốt', respondent: 'business' })
    const citizen = await receiptOfTap(link, 1)
    expect(citizen).not.toBe(officer)
    const verified = (await rows(OFFICES.wardA)).filter((row) => row.trust === 'verified')
    expect(verified.map((row) => [row.level, row.comment, row.stage])).toEqual([[1, '', 'return']])
    expect(await amendResponse(parts(), officer, { level: 5 })).toBe('superseded')
    const counts = await city.store.read.selectFrom('dossier_counts').selectAll().execute()
    expect(counts).toMatchObject([{ returned: 1, rated: 1 }])
    await noDifferences()
  })

  test('a late repeat of a superseded tap does not overturn the later one; another face does', async () => {
    const link = await aDossierLink(city, 'H37.12-260310-0002', OFFICES.wardA)
    const first = randomUUID()
    const receipt = await receiptOfTap(link, 5, first)
    await tap(link, 2)
    expect(await tap(link, 5, first)).toEqual({ kind: 'repeated', receipt })
    const level = async () => (await rows(OFFICES.wardA)).at(-1)?.level
    expect(await level()).toBe(2)
    expect(await tap(link, 3, first)).toEqual({ kind: 'stored', receipt })
    expect(await level()).toBe(3)
    await noDifferences()
  })

  test('a link is unusable before return, after thirty days, and seven days after its first tap', async () => {
    const link = await aDossierLink(city, 'H37.12-260310-0003', OFFICES.wardA)
    city.clock.set('2026-03-10T02:59:59.999Z')
    expect(await tap(link, 5)).toEqual({ kind: 'unusable' })
    city.clock.set('2026-04-09T03:00:00.001Z')
    expect(await tap(link, 5)).toEqual({ kind: 'unusable' })
    city.clock.set('2026-04-09T02:59:00.000Z')
    expect(await tap(link, 5)).toMatchObject({ kind: 'stored' })
    city.clock.set('2026-04-16T02:59:00.000Z')
    expect(await tap(link, 4)).toMatchObject({ kind: 'stored' })
    city.clock.set('2026-04-16T02:59:00.001Z')
    expect(await tap(link, 3)).toEqual({ kind: 'unusable' })
    city.clock.set('2026-03-16T02:00:00.000Z')
    await noDifferences()
  })

  test('the ledger cannot be changed or thinned out', async () => {
    const change = (sql: (tx: SmallCity['store']['owner']) => Promise<unknown>) => city.store.write(sql)
    await expect(change((tx) => tx.updateTable('ledger').set({ hash: 'x' }).execute())).rejects.toThrow(
      /append-only/,
    )
    await expect(change((tx) => tx.deleteFrom('ledger').execute())).rejects.toThrow(/append-only/)
  })
})
