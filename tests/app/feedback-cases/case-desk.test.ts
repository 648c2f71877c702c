import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import { caseDesk } from '#app/feedback-cases/case-desk.server.ts'
import { caseList } from '#app/feedback-cases/case-list.server.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { type CaseView, readCaseQuestion } from '#app/feedback-cases/case-question.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { action, loader as casePage } from '#app/routes/staff/case.tsx'
import { loader as listPage } from '#app/routes/staff/cases.tsx'
import { loader as csv } from '#app/routes/staff/cases-csv.ts'
import type { FeedbackCaseRow } from '#db/schema.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookieOf, posting } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { aCase, aMember, rowOf } from './case-world.ts'

const WORDS = 'Gọi tôi số 0912 345 678 nhé, chờ mãi không xong.'

let city: SmallCity
let context: AppLoadContext
let parts: CaseParts
let office: Viewer
let handler: Viewer
let headOfA: Viewer
let headOfOneStop: Viewer
let cookie: string
beforeEach(async () => {
  const world = await withLan()
  city = world.city
  context = contextOf(city, world.parts)
  parts = context
  cookie = await cookieOf(city, world.parts, 'city_office')
  office = await aMember(parts, 'city_office', null, 'hoa')
  handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
  headOfA = await aMember(parts, 'office_head', OFFICES.wardA)
  headOfOneStop = await aMember(parts, 'office_head', OFFICES.oneStop)
})
afterEach(() => city.close())

async function classified(row: FeedbackCaseRow, queue: 'ordinary' | 'restricted' = 'ordinary') {
  await classifyCase(parts, office, row.id, {
    category: 'delay',
    queue,
    kind: 'petition',
    summary: 'Chậm trả.',
  })
  return row
}
const assigned = async (row: FeedbackCaseRow) => {
  await classified(row, row.queue)
  await assignCase(parts, office, row.id, { handler: handler.staffId, reason: '' })
  return row
}
const seenBy = async (viewer: Viewer, view: CaseView) => {
  const list = await caseList(parts, viewer, {
    ...readCaseQuestion(new URLSearchParams(), viewer.role),
    view,
  })
  expect(list.views.find((one) => one.view === view)?.n ?? 0).toBe(list.cases.length)
  return list.cases
}
const numbers = async (viewer: Viewer, view: CaseView) =>
  (await seenBy(viewer, view)).map(({ number }) => number)

describe('who sees what of a case', () => {
  test('the office complained of sees number, state, deadline and summary, once somebody has looked at it', async () => {
    const { row } = await aCase(parts, { story: WORDS })
    await expect(caseDesk(parts, headOfA, row.id)).rejects.toThrow()
    expect(await seenBy(headOfA, 'open')).toEqual([])
    await assigned(row)
    const desk = await caseDesk(parts, headOfA, row.id)
    expect(desk).toEqual({
      outside: {
        ...{ id: row.id, number: 'PA-2026-0001', office: 'Phường Đông Kinh', status: 'assigned' },
        ...{ deadline: { day: '2026-04-06', left: 15 }, summary: 'Chậm trả.', may: [], handlers: [] },
      },
      inside: null,
    })
    const [listed] = await seenBy(headOfA, 'open')
    expect(listed).toMatchObject({ number: 'PA-2026-0001', receivedDay: '', summary: 'Chậm trả.' })
    expect(JSON.stringify([desk, listed])).not.toMatch(/0912|chờ mãi/)
  })

  test('the restricted queue does not exist for the office complained of, whoever handles it', async () => {
    const { row } = await aCase(parts, { story: 'Họ đòi tiền tôi, vòi vĩnh mãi.' })
    await assigned(row)
    await expect(caseDesk(parts, headOfA, row.id)).rejects.toThrow()
    for (const view of ['open', 'overdue', 'answered'] as const)
      expect(await seenBy(headOfA, view)).toEqual([])
    expect(await numbers(office, 'restricted')).toEqual(['PA-2026-0001'])
    expect(await numbers(office, 'open')).toEqual([])
    expect(await numbers(handler, 'mine')).toEqual(['PA-2026-0001'])
    // The head of the office that handles it hears of it, from outside.
    expect(await numbers(headOfOneStop, 'open')).toEqual(['PA-2026-0001'])
    expect((await caseDesk(parts, headOfOneStop, row.id)).inside).toBeNull()
  })

  test('a handler sees what is assigned to them, in whole; Văn phòng sees it with personal data taken out', async () => {
    const { row } = await aCase(parts, { story: WORDS, phone: '0912345678', consent: 'yes' })
    await expect(caseDesk(parts, handler, row.id)).rejects.toThrow()
    await assigned(row)
    const [own, seen] = [await caseDesk(parts, handler, row.id), await caseDesk(parts, office, row.id)]
    expect(own.inside?.words).toEqual([{ text: WORDS }])
    const views = await parts.store.read
      .selectFrom('audit_trail')
      .select(['staff_id', 'subject_id'])
      .where('action', '=', 'comment.original')
      .execute()
    expect(views).toEqual([{ staff_id: handler.staffId, subject_id: row.id }])
    expect(seen.inside?.words.filter((part) => 'kind' in part)).toEqual([{ kind: 'phone' }])
    expect(JSON.stringify(seen)).not.toContain('0912')
    expect(own.inside?.contact).toMatchObject({ phone: '••••••••78' })
    expect([own.outside.may, seen.outside.may]).toEqual([
      ['assign', 'extend', 'answer'],
      ['assign', 'extend'],
    ])
    expect(own.outside.handlers.map(({ id }) => id)).not.toContain(headOfA.staffId)
  })

  test('a draft is the handler’s alone', async () => {
    const row = await assigned((await aCase(parts)).row)
    const { saveDraft } = await import('#app/feedback-cases/answer-case.server.ts')
    await saveDraft(parts, handler, row.id, { original: 'Dự định trả lời', text: '', summary: 'x' })
    expect((await caseDesk(parts, handler, row.id)).inside?.draft.original).toBe('Dự định trả lời')
    expect(JSON.stringify(await caseDesk(parts, office, row.id))).not.toContain('Dự định')
  })
})

describe('the lists', () => {
  test('are mine, due within three working days, overdue, waiting for review, answered; the most pressing first', async () => {
    await assigned((await aCase(parts, { story: 'một' })).row)
    city.clock.set('2026-03-20T02:00:00.000Z')
    await assigned((await aCase(parts, { story: 'hai' })).row)
    await aCase(parts, { story: 'ba', website: 'x' })
    city.clock.set('2026-04-02T02:00:00.000Z')
    expect(await numbers(office, 'open')).toEqual(['PA-2026-0001', 'PA-2026-0002'])
    expect(await numbers(office, 'due')).toEqual(['PA-2026-0001'])
    expect(await numbers(office, 'overdue')).toEqual([])
    expect(await numbers(office, 'quarantine')).toEqual(['PA-2026-0003'])
    expect(await numbers(office, 'mine')).toEqual([])
    expect(await numbers(handler, 'mine')).toEqual(['PA-2026-0001', 'PA-2026-0002'])
    city.clock.set('2026-04-07T02:00:00.000Z')
    expect(await numbers(handler, 'overdue')).toEqual(['PA-2026-0001'])
    expect((await seenBy(handler, 'overdue'))[0]?.deadline).toEqual({ day: '2026-04-06', left: -1 })
  })

  test('a view that is not one’s own is one’s first; an office narrows only for Văn phòng', () => {
    const asked = new URLSearchParams({ xem: 'restricted', 'don-vi': 'p-a', trang: '-4' })
    expect(readCaseQuestion(asked, 'city_office')).toEqual({ view: 'restricted', office: 'p-a', page: 1 })
    expect(readCaseQuestion(asked, 'case_handler')).toEqual({ view: 'mine', office: '', page: 1 })
    expect(readCaseQuestion(asked, 'office_head')).toEqual({ view: 'open', office: '', page: 1 })
  })

  test('leave as files without words, contacts or summaries', async () => {
    const { row } = await aCase(parts, { story: `=1+1 ${WORDS}`, name: 'Nông Văn An', consent: 'yes' })
    await classified(row)
    const answer = await answered(() =>
      csv({ request: asking('/van-phong/phan-anh.csv?xem=open', { cookie }), params: {}, context }),
    )
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text).toContain('PA-2026-0001;p-a;Phường Đông Kinh;classified;delay')
    expect(text).not.toMatch(/chờ mãi|0912|Nông Văn An|Chậm trả/)
    const page = await answered(() =>
      listPage({ request: asking('/van-phong/phan-anh', { cookie }), params: {}, context }),
    )
    expect(JSON.stringify(await page.json())).not.toMatch(/chờ mãi|0912|Nông Văn An/)
  })
})

describe('the page of a case', () => {
  const params = async () => ({ case: (await aCase(parts)).row.id })

  test('takes one step a form, and comes back at the field with what was typed', async () => {
    const to = await params()
    const send = (form: Record<string, string>) =>
      answered(() =>
        action({ request: posting(`/van-phong/phan-anh/${to.case}`, form, { cookie }), params: to, context }),
      )
    const wrong = await send({
      intent: 'classify',
      category: 'nothing',
      queue: 'ordinary',
      summary: 'Giữ lại',
    })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({
      refused: { intent: 'classify', problems: { category: 'required' }, typed: { summary: 'Giữ lại' } },
    })
    const done = await send({ intent: 'classify', category: 'fees', queue: 'ordinary' })
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      `/van-phong/phan-anh/${to.case}?xong=classified`,
    ])
    expect((await rowOf(parts, to.case)).category).toBe('fees')
    expect((await send({ intent: 'rewrite' })).status).toBe(404)
    expect((await send({ intent: 'toString' })).status).toBe(404)
    expect((await send({ intent: 'answer', original: 'x', summary: 'y' })).status).toBe(400)
  })

  test('shows contact data in full once asked for, with a line in the audit trail', async () => {
    const { row } = await aCase(parts, { phone: '0987654321', consent: 'yes' })
    const to = { case: row.id }
    const at = `/van-phong/phan-anh/${row.id}`
    const page = await answered(() => casePage({ request: asking(at, { cookie }), params: to, context }))
    expect(await page.text()).not.toContain('0987654321')
    const shown = await answered(() =>
      action({ request: posting(at, { intent: 'contact' }, { cookie }), params: to, context }),
    )
    expect(await shown.json()).toMatchObject({ contact: { phone: '0987654321' } })
    const lines = await city.store.read.selectFrom('audit_trail').select('action').execute()
    expect(lines.filter((line) => line.action === 'case_contact.view')).toHaveLength(1)
  })

  test('does not exist for whoever may not see it', async () => {
    const answer = await answered(() =>
      casePage({
        request: asking('/van-phong/phan-anh/none', { cookie }),
        params: { case: 'none' },
        context,
      }),
    )
    expect(answer.status).toBe(404)
  })
})
