import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readingNow } from '#app/comments/keep-comment.server.ts'
import { readComments } from '#app/comments/read-comments.server.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { recount } from '#app/reports/recount.server.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { up } from '#db/migrations/015-comments.ts'
import { writeSetting } from '#db/queries/settings.ts'
import { SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

describe.each(CITIES)('comments kept for search on $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const parts = () => ({ store: city.store, secret: SECRET, clock: city.clock })
  const rows = () => city.store.read.selectFrom('comments').selectAll().execute()
  const counts = async () => {
    const kept = await city.store.read
      .selectFrom('monthly_theme_counts')
      .selectAll()
      .orderBy('theme')
      .execute()
    return Object.fromEntries(kept.filter(({ n }) => n > 0).map(({ theme, n }) => [theme, n]))
  }

  async function tap(level: 1 | 2 | 3 | 4 | 5): Promise<string> {
    const code = readRatingCode(STANDING_CODES.wardA)
    if (!code) throw new Error('no code')
    const sent = await submitResponse(parts(), { code, level, submission: randomUUID(), lang: 'vi' })
    if (sent.kind === 'unusable') throw new Error('not usable')
    return sent.receipt
  }

  test('a tap leaves nothing; a comment its masked words, half-day, themes and reasons', async () => {
    const receipt = await tap(2)
    expect(await rows()).toEqual([])
    await amendResponse(parts(), receipt, { answers: { reasons: ['attitude', 'time'] } })
    expect(await rows()).toEqual([])
    await amendResponse(parts(), receipt, { comment: 'Chờ lâu, thái độ tệ. Gọi 0912345678' })
    const [row] = await rows()
    expect(row).toMatchObject({
      half_day: '2026-03-16 am',
      level: 2,
      reasons: '|time|attitude|',
      themes: '|waiting|attitude|',
      folded: ' cho lau thai do te goi ',
    })
    expect(row?.response_id.endsWith(row.mark)).toBe(true)
    expect(await counts()).toEqual({ '': 1, attitude: 1, waiting: 1 })
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('another text, another level, other reasons and no text at all move the row and the counts', async () => {
    const receipt = await tap(1)
    await amendResponse(parts(), receipt, { comment: 'Chờ lâu' })
    await amendResponse(parts(), receipt, { comment: 'Lệ phí không rõ' })
    expect(await counts()).toEqual({ '': 1, fees: 1, guidance: 1 })
    await amendResponse(parts(), receipt, { level: 3, answers: { reasons: ['fees'] } })
    expect(await rows()).toMatchObject([{ level: 3, reasons: '|fees|' }])
    await amendResponse(parts(), receipt, { comment: '' })
    expect(await rows()).toEqual([])
    expect(await counts()).toEqual({})
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('the half-day is that of the first tap, in Vietnam', async () => {
    city.clock.set('2026-03-16T05:00:00.000Z')
    const noon = await tap(4)
    city.clock.set('2026-03-16T17:30:00.000Z')
    const night = await tap(4)
    city.clock.set('2026-03-17T09:00:00.000Z')
    for (const receipt of [noon, night]) await amendResponse(parts(), receipt, { comment: 'Tốt' })
    expect((await rows()).map(({ half_day }) => half_day).sort()).toEqual(['2026-03-16 pm', '2026-03-17 am'])
  })

  test('a changed theme is read again in every comment, its counts with it', async () => {
    for (const comment of ['Chờ lâu', 'Rất tốt', 'Ghế gãy']) {
      await amendResponse(parts(), await tap(4), { comment })
    }
    expect(await readComments(city.store)).toBe(0)
    await city.store.write(async (tx) => {
      await tx
        .updateTable('comment_themes')
        .set({ keywords: JSON.stringify(['rat tot']) })
        .where('id', '=', 'place')
        .execute()
      await writeSetting(tx, 'comment_themes', '2')
    })
    expect(await readComments(city.store)).toBe(3)
    expect(await counts()).toEqual({ '': 3, place: 1, waiting: 1 })
    expect((await readingNow(city.store.read)).id).toBe('1.2')
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('a city that had comments before finds them after its migration', async () => {
    for (const comment of ['Chờ lâu', 'Thái độ tốt']) await amendResponse(parts(), await tap(4), { comment })
    const before = [await rows(), await counts()]
    for (const table of ['comments', 'comment_themes', 'monthly_theme_counts'])
      await city.store.owner.schema.dropTable(table).execute()
    await sql`delete from settings where key = 'comment_themes'`.execute(city.store.owner)
    await up(city.store.owner as never)
    expect(await counts()).toEqual({ '': 2 })
    expect(await readComments(city.store)).toBe(2)
    expect([await rows(), await counts()]).toEqual(before)
  })

  test('a planted difference is found and named', async () => {
    await amendResponse(parts(), await tap(4), { comment: 'Chờ lâu' })
    await city.store.write(async (tx) => {
      await tx.updateTable('comments').set({ folded: ' khac ' }).execute()
      await tx.updateTable('monthly_theme_counts').set({ n: 9 }).where('theme', '=', 'waiting').execute()
    })
    const { differences } = await recount(city.store.read)
    expect(differences.map(({ table, kept, counted }) => [table, kept, counted])).toEqual([
      ['comments', 0, 1],
      ['monthly_theme_counts', 9, 1],
    ])
  })
})
