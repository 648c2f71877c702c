import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openedMark } from '#app/feedback-cases/opened-mark.ts'
import { TokenBuckets } from '#app/http/rate-limit.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { loader as follow } from '#app/routes/citizen/follow.tsx'
import { loader as followed, action as say } from '#app/routes/citizen/followed-case.tsx'
import { action as amend, loader as receiptPage } from '#app/routes/citizen/receipt.tsx'
import { action as tell, loader as tellPage } from '#app/routes/citizen/tell.tsx'
import { OFFICES, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { asking, contextOf, posting } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { rawBytes } from './case-world.ts'

let city: SmallCity
let context: AppLoadContext
beforeEach(async () => {
  const world = await withLan()
  city = world.city
  context = contextOf(city, world.parts)
})
afterEach(() => city.close())

const opened = (msAgo = 30_000) => openedMark(SECRET, new Date(city.clock.now().getTime() - msAgo))
const form = (said: Record<string, string> = {}) => ({
  ...{ intent: 'phan-anh', submission: randomUUID(), opened: opened(), office: OFFICES.wardB },
  ...{ story: 'Chờ ba tuần chưa có kết quả.', ...said },
})
const sent = (said: Record<string, string> = {}) =>
  tell({ request: posting('/gop-y', form(said)), params: {}, context })
const shown = async (path: string) => {
  const answer = await tellPage({ request: asking(path), params: {}, context })
  return { status: answer.status, html: await answer.text() }
}
const cases = () => city.store.read.selectFrom('feedback_cases').selectAll().orderBy('serial').execute()

async function aReceipt(level: 1 | 5): Promise<string> {
  const code = { kind: 'standing', code: STANDING_CODES.wardA } as const
  const stored = await submitResponse(context, { code, level, submission: randomUUID(), lang: 'vi' })
  return stored.kind === 'unusable' ? '' : stored.receipt
}

describe('without a rating', () => {
  test('it is first asked what it is; only two of the four lead to a form', async () => {
    const { html } = await shown('/gop-y')
    for (const intent of ['gop-y', 'phan-anh', 'khieu-nai', 'to-cao'])
      expect(html).toContain(`?muc=${intent}`)
    expect((await shown('/gop-y?muc=phan-anh')).html).toContain('<textarea')
    for (const intent of ['khieu-nai', 'to-cao']) {
      const page = await shown(`/gop-y?muc=${intent}`)
      expect(page.html).not.toMatch(/<form|<textarea|<input/)
      expect(page.html).toContain('không làm dừng')
    }
  })

  test('a complaint is stored and leads to its own page with the code', async () => {
    const answer = await sent()
    expect(answer.status).toBe(303)
    const [row] = await cases()
    expect(row).toMatchObject({ office_id: OFFICES.wardB, origin: 'open', status: 'received', lang: 'vi' })
    const path = answer.headers.get('location') ?? ''
    const code = path.match(/^\/theo-doi\/(\w{12})\?moi=1$/)?.[1] ?? ''
    const page = await followed({ request: asking(path), params: { case: code.toLowerCase() }, context })
    const html = await page.text()
    expect(html).toContain(code.replace(/(.{4})(?=.)/g, '$1-'))
    expect(html).toContain('còn 15 ngày làm việc')
    expect(html).toContain('<svg class="qr"')
    expect(page.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[^']+' 'sha256-[^']+'/)
  })

  test('what was typed stays when something is wrong, the mark and the number too', async () => {
    const said = form({
      story: 'Một chuyện dài.',
      phone: '0912345678',
      name: 'Nông Văn An',
      office: 'p-none',
    })
    const missing = await tell({ request: posting('/gop-y', { ...said, consent: '' }), params: {}, context })
    expect(missing.status).toBe(400)
    const html = await missing.text()
    for (const kept of ['Một chuyện dài.', '0912345678', 'Nông Văn An', said.submission, said.opened])
      expect(html).toContain(kept)
    expect(html).toContain('href="#consent"')
    const unknown = await tell({
      request: posting('/gop-y', { ...said, consent: 'yes' }),
      params: {},
      context,
    })
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('href="#office"')])
    expect(await cases()).toEqual([])
  })

  test('a program is answered like a person, and what it sent is at the desk in quarantine', async () => {
    const answers = [
      await sent({ website: 'x' }),
      await sent({ opened: opened(100) }),
      await sent({ opened: '' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const rows = await cases()
    expect(rows.map(({ status, suspicion }) => [status, suspicion])).toEqual([
      ['quarantined', 'honeypot'],
      ['quarantined', 'too_fast'],
      ['quarantined', 'no_mark'],
    ])
    const path = answers[0]?.headers.get('location') ?? ''
    const page = await followed({ request: asking(path), params: { case: path.slice(10, 22) }, context })
    expect(await page.text()).toContain('Đã tiếp nhận, đang phân loại')
  })

  test('one address that sends very many is told to wait, and keeps what it wrote', async () => {
    context.limits.cases = new TokenBuckets(2, 0.1, city.clock)
    const answers = [await sent(), await sent(), await sent({ story: 'Lần thứ ba.' })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 429])
    expect(await answers[2]?.text()).toContain('Lần thứ ba.')
  })
})

describe('after a rating', () => {
  test('the unhappy are invited, nobody is made to; the way elsewhere is always there', async () => {
    for (const level of [1, 5] as const) {
      const receipt = await aReceipt(level)
      const page = await receiptPage({ request: asking(`/b/${receipt}`), params: { receipt }, context })
      const html = await page.text()
      expect(html).toContain('href="?gui=phan-anh"')
      expect(html).toContain('/gop-y?muc=to-cao')
      expect(html.includes('chưa làm Ông/Bà hài lòng')).toBe(level === 1)
      expect(html).not.toContain('name="story"')
    }
  })

  test('a complaint is about the office rated, and nothing leads from it to the rating', async () => {
    const receipt = await aReceipt(1)
    const page = await receiptPage({
      request: asking(`/b/${receipt}?gui=phan-anh`),
      params: { receipt },
      context,
    })
    expect(await page.text()).toContain('Phường Đông Kinh')
    const answer = await amend({
      request: posting(`/b/${receipt}?gui=phan-anh`, form({ office: OFFICES.wardB })),
      params: { receipt },
      context,
    })
    expect(answer.headers.get('location')).toMatch(/^\/theo-doi\//)
    const [row] = await cases()
    expect(row).toMatchObject({ office_id: OFFICES.wardA, origin: 'rating' })
    const response = await city.store.read.selectFrom('responses').selectAll().executeTakeFirstOrThrow()
    const shared = Object.values(row ?? {}).filter((value) => String(value).length > 8)
    expect(shared.filter((value) => [response.id, response.receipt_hash].includes(String(value)))).toEqual([])
  })

  test('a comment sent with its intent is the comment it always was', async () => {
    const receipt = await aReceipt(1)
    const said = { intent: 'gop-y', comment: 'Cần thêm ghế.' }
    const answer = await amend({ request: posting(`/b/${receipt}`, said), params: { receipt }, context })
    expect(answer.headers.get('location')).toContain('saved=comment')
    expect(await cases()).toEqual([])
  })
})

test('the text of a khiếu nại or tố cáo is never stored: not in the database, not in its log, not in an answer', async () => {
  const marker = 'CHUYEN-RIENG-5b1f'
  const receipt = await aReceipt(1)
  for (const intent of ['khieu-nai', 'to-cao']) {
    const said = form({ intent, story: `${marker} ông A nhận tiền`, name: marker, phone: marker })
    const answers = [
      await tell({ request: posting('/gop-y', said), params: {}, context }),
      await amend({
        request: posting(`/b/${receipt}`, { ...said, comment: marker, level: '2' }),
        params: { receipt },
        context,
      }),
    ]
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/gop-y?muc=${intent}`])
      expect(await answer.text()).not.toContain(marker)
    }
  }
  expect(rawBytes(city).includes(marker)).toBe(false)
  // The control: the same words as a complaint are found where they are looked for.
  await sent({ story: `${marker} chờ lâu` })
  expect(rawBytes(city).includes(marker)).toBe(true)
})

describe('a code that is typed', () => {
  const asked = (typed: string) =>
    follow({ request: asking(`/theo-doi?ma=${encodeURIComponent(typed)}`), params: {}, context })

  test('of ours leads to its case, in groups and small letters too; another is shown back', async () => {
    const code = ((await sent()).headers.get('location') ?? '').slice(10, 22)
    const typed = code.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ')
    expect((await asked(typed)).headers.get('location')).toBe(`/theo-doi/${code}`)
    for (const wrong of ['000000000000', 'xyz', '<script>alert(1)</script>']) {
      const answer = await asked(wrong)
      expect(answer.status).toBe(404)
      const html = await answer.text()
      expect(html).not.toContain('<script')
      expect(html).toContain('id="ma-wrong"')
    }
    const unknown = await followed({
      request: asking('/theo-doi/x'),
      params: { case: '000000000000' },
      context,
    })
    expect(unknown.status).toBe(404)
  })

  test('what is said too early changes nothing and says so', async () => {
    const code = ((await sent()).headers.get('location') ?? '').slice(10, 22)
    const said = [
      { intent: 'danh-gia', well: 'yes' },
      { intent: 'mo-lai', reason: 'x' },
      { intent: 'xoa-lien-he' },
    ]
    for (const each of said) {
      const answer = await say({
        request: posting(`/theo-doi/${code}`, each),
        params: { case: code },
        context,
      })
      expect(answer.headers.get('location')).toContain('xong=late')
    }
    const empty = { intent: 'mo-lai', reason: ' ' }
    const answer = await say({
      request: posting(`/theo-doi/${code}`, empty),
      params: { case: code },
      context,
    })
    expect(answer.status).toBe(400)
    expect((await cases())[0]).toMatchObject({ status: 'received', handled_well: '', round: 1 })
  })
})
