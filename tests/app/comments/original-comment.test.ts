import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { originalComment } from '#app/comments/original-comment.server.ts'
import { maskedText } from '#app/comments/personal-data.ts'
import { NotFound } from '#app/errors.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import type { Role } from '#db/schema.ts'
import { aCase, aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

const STORY = 'Hẹn ngày 10 chưa có kết quả, gọi tôi 0912 345 678, căn cước 020185001234.'

describe('the words of a case as they were written', () => {
  let city: SmallCity
  let parts: CaseParts
  beforeEach(async () => {
    city = await aSmallCity()
    parts = casePartsOf(city)
  })
  afterEach(() => city.close())

  async function aHandledCase() {
    const handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
    const { row } = await aCase(parts, { story: STORY })
    const set = { handler_id: handler.staffId, handling_office_id: OFFICES.oneStop }
    await city.store.write((tx) =>
      tx.updateTable('feedback_cases').set(set).where('id', '=', row.id).execute(),
    )
    return { handler, id: row.id }
  }

  const views = () =>
    city.store.read.selectFrom('audit_trail').selectAll().where('action', '=', 'comment.original').execute()

  test('are given to its handler, each view in the audit trail', async () => {
    const { handler, id } = await aHandledCase()
    expect(await originalComment(city, handler, id)).toBe(STORY)
    expect(await originalComment(city, handler, id)).toBe(STORY)
    expect(await views()).toMatchObject([
      { staff_id: handler.staffId, subject_kind: 'feedback_case', subject_id: id },
      { staff_id: handler.staffId, subject_kind: 'feedback_case', subject_id: id },
    ])
    expect(JSON.stringify(await views())).not.toContain('0912')
  })

  test.each<Role>(['city_office', 'office_head', 'home_affairs', 'auditor', 'administrator', 'case_handler'])(
    'are refused to %s, who leaves no line',
    async (role) => {
      const { id } = await aHandledCase()
      const office = role === 'office_head' || role === 'case_handler' ? OFFICES.wardB : null
      const other = await aMember(parts, role, office, 'somebody-else')
      await expect(originalComment(city, other, id)).rejects.toBeInstanceOf(NotFound)
      expect(await views()).toEqual([])
    },
  )

  test('are refused to a handler who was moved to another role, and of a case that is none', async () => {
    const { handler, id } = await aHandledCase()
    await expect(originalComment(city, { ...handler, role: 'office_head' }, id)).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(originalComment(city, handler, 'none')).rejects.toBeInstanceOf(NotFound)
  })

  test('stay where they are when the trail cannot be written', async () => {
    const { handler, id } = await aHandledCase()
    await city.store.owner.schema.alterTable('audit_trail').renameTo('audit_trail_gone').execute()
    await expect(originalComment(city, handler, id)).rejects.toThrow('audit_trail')
  })

  test('everybody else reads them masked', () => {
    expect(maskedText(STORY, (kind) => `[${kind}]`)).toBe(
      'Hẹn ngày 10 chưa có kết quả, gọi tôi [phone], căn cước [identity].',
    )
  })
})
