import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { answerCase } from '#app/feedback-cases/answer-case.server.ts'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import { caseDesk } from '#app/feedback-cases/case-desk.server.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { publicAnswerList } from '#app/feedback-cases/public-answers.server.ts'
import {
  proposePublicAnswer,
  publishAnswer,
  withdrawAnswer,
} from '#app/feedback-cases/publish-answer.server.ts'
import { publicationJson } from '#app/publication/exported-publication.ts'
import { publicationOf } from '#app/publication/publication.server.ts'
import { ANSWERS_OF_AN_OFFICE } from '#app/publication/publication.ts'
import { updateCase } from '#db/queries/feedback-cases.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { aCase, aMember, casePartsOf } from './case-world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.each(CITIES)('answers in public on $database', ({ open }) => {
  let city: SmallCity
  let parts: CaseParts
  let hoa: Viewer
  let lan: Viewer
  let handler: Viewer
  beforeEach(async () => {
    city = await open()
    parts = casePartsOf(city)
    hoa = await aMember(parts, 'city_office', null, 'hoa')
    lan = await aMember(parts, 'city_office', null, 'lan')
    handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
  })
  afterEach(() => city.close())

  async function answered(story: string, queue: 'ordinary' | 'restricted' = 'ordinary') {
    const { row } = await aCase(parts, { story })
    const said = { category: 'delay', queue, kind: 'petition', summary: 'Chậm trả kết quả.' } as const
    await classifyCase(parts, hoa, row.id, said)
    await assignCase(parts, hoa, row.id, { handler: handler.staffId, reason: '' })
    const draft = {
      original: 'Xin lỗi ông Nguyễn Văn Minh, gọi 0912 345 678.',
      text: '',
      summary: 'Đã xong.',
    }
    await answerCase(parts, handler, row.id, draft)
    return row.id
  }
  const shown = async () => (await publicationOf(city.store.read, '2026-03-16')).answers
  const text = { question: 'Hẹn trả ngày 10 mà chưa có kết quả.', answer: 'Đã trả kết quả và xin lỗi.' }

  test('proposed masked, published by another, read by everybody, taken back; every step audited', async () => {
    const id = await answered('Chờ lâu quá.')
    const desk = await caseDesk(parts, hoa, id)
    expect(desk.inside?.published).toMatchObject({ status: null, question: 'Đã xong.' })
    expect(desk.inside?.published?.answer).not.toMatch(/Minh|0912/)
    const named = { ...text, answer: 'Đã gọi bà Trần Thị Lan theo số 0987 654 321 để xin lỗi.' }
    expect(await proposePublicAnswer(parts, hoa, id, named)).toEqual({ done: 'proposed' })
    expect(await shown()).toEqual([])
    expect(await publishAnswer(parts, hoa, id)).toEqual({ problems: { form: 'own_text' } })
    expect((await caseDesk(parts, hoa, id)).inside?.published?.mayPublish).toBe(false)
    expect((await caseDesk(parts, lan, id)).inside?.published?.mayPublish).toBe(true)
    expect(await publishAnswer(parts, lan, id)).toEqual({ done: 'published' })
    const [answer, ...others] = await shown()
    expect(others).toEqual([])
    expect(answer).toMatchObject({
      officeId: OFFICES.wardA,
      office: 'Phường Đông Kinh',
      question: text.question,
    })
    expect(answer?.answer).not.toMatch(/Lan|0987/)
    const json = publicationJson(
      await publicationOf(city.store.read, '2026-03-16'),
      '2026-03-16T00:00:00.000Z',
    )
    expect(JSON.parse(json).answers).toHaveLength(1)
    expect(JSON.stringify(JSON.parse(json).answers)).not.toMatch(/20\d\d-|PA-/)
    expect(await withdrawAnswer(parts, hoa, id)).toEqual({ done: 'withdrawn' })
    expect(await shown()).toEqual([])
    expect((await publicAnswerList(city.store.read)).map(({ number, status }) => [number, status])).toEqual([
      ['PA-2026-0001', 'withdrawn'],
    ])
    const trail = await city.store.read.selectFrom('audit_trail').select('action').execute()
    expect(trail.map(({ action }) => action).filter((action) => action.startsWith('case.public'))).toEqual([
      'case.public_proposed',
      'case.public_published',
      'case.public_withdrawn',
    ])
    const told = await city.store.read
      .selectFrom('notices')
      .select('staff_id')
      .where('event', '=', 'case.public_proposed')
      .execute()
    expect(told).toEqual([{ staff_id: lan.staffId }])
  })

  test('never an insult, a restricted case, one not answered, nor by anybody but Văn phòng', async () => {
    const id = await answered('Chờ lâu quá.')
    expect(await proposePublicAnswer(parts, hoa, id, { ...text, question: 'Lũ khốn nạn.' })).toEqual({
      problems: { question: 'rude' },
    })
    await expect(proposePublicAnswer(parts, handler, id, text)).rejects.toThrow()
    const secret = await answered('Bị vòi tiền.', 'restricted')
    expect(await proposePublicAnswer(parts, hoa, secret, text)).toEqual({ problems: { form: 'moved' } })
    expect((await caseDesk(parts, hoa, secret)).inside?.published).toBeNull()
    const { row } = await aCase(parts, { story: 'Chưa ai trả lời.' })
    expect(await proposePublicAnswer(parts, hoa, row.id, text)).toEqual({ problems: { form: 'moved' } })
    expect(await publishAnswer(parts, lan, row.id)).toEqual({ problems: { form: 'moved' } })
  })

  test('a case that is reopened or restricted afterwards is gone at once, and can still be taken back', async () => {
    const id = await answered('Chờ lâu quá.')
    await proposePublicAnswer(parts, hoa, id, text)
    await publishAnswer(parts, lan, id)
    await city.store.write((tx) => updateCase(tx, id, { status: 'assigned', round: 2 }))
    expect(await shown()).toEqual([])
    await expect(proposePublicAnswer(parts, hoa, id, text)).rejects.toThrow()
    await city.store.write((tx) => updateCase(tx, id, { status: 'closed', queue: 'restricted' }))
    expect(await shown()).toEqual([])
    expect(await withdrawAnswer(parts, hoa, id)).toEqual({ done: 'withdrawn' })
  })

  test('so few of an office at once that a hidden number of complaints stays hidden; the newest first', async () => {
    for (let n = 0; n < 6; n++) {
      const id = await answered(`Việc số ${n}.`)
      await proposePublicAnswer(parts, hoa, id, { ...text, question: `Câu ${n}` })
      city.clock.set(new Date(Date.parse('2026-03-16T02:00:00Z') + n * 60_000).toISOString())
      await publishAnswer(parts, lan, id)
    }
    // A hidden number is 1 to 9: with so many known it is still one of five apart.
    expect(9 - ANSWERS_OF_AN_OFFICE).toBeGreaterThanOrEqual(5)
    expect((await shown()).map(({ question }) => question)).toEqual(['Câu 5', 'Câu 4', 'Câu 3', 'Câu 2'])
  })
})
