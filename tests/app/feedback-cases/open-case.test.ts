import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { caseCodeHash } from '#app/feedback-cases/case-code.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { openCase } from '#app/feedback-cases/open-case.server.ts'
import { writeSetting } from '#db/queries/settings.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { aCase, aForm, aMember, casePartsOf } from './case-world.ts'

describe('a case told', () => {
  let city: SmallCity
  let parts: CaseParts
  beforeEach(async () => {
    city = await aSmallCity()
    parts = casePartsOf(city)
  })
  afterEach(async () => {
    parts.contactKeys.close()
    await city.close()
  })

  test('has a number, deadlines in working days, a code kept only as a hash, and nothing of a rating', async () => {
    const { row, code } = await aCase(parts)
    expect(row).toMatchObject({
      ...{ year: 2026, serial: 1, kind: 'petition', status: 'received', queue: 'ordinary', official: 0 },
      ...{ received_day: '2026-03-16', classify_by: '2026-03-18', answer_by: '2026-04-06', contact: 'none' },
    })
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(row.code_hash).toBe(caseCodeHash(SECRET, code))
    expect(JSON.stringify(row)).not.toContain(code)
    expect(Object.keys(row).filter((column) => /response|dossier|receipt|invitation/.test(column))).toEqual(
      [],
    )
  })

  test('is opened once however often it is sent; other words make another case', async () => {
    const form = aForm(parts)
    const told = { form, officeId: OFFICES.wardA, origin: 'open', lang: 'vi' } as const
    const both = await Promise.all([openCase(parts, told), openCase(parts, told)])
    const again = await openCase(parts, told)
    expect(new Set([...both, again].map(({ code }) => code)).size).toBe(1)
    expect(both.map(({ opened }) => opened).sort()).toEqual([false, true])
    const edited = await openCase(parts, { ...told, form: { ...form, story: `${form.story} Xin trả lời.` } })
    expect(edited.code).not.toBe(again.code)
    const rows = await parts.store.read.selectFrom('feedback_cases').select('serial').execute()
    expect(rows.map(({ serial }) => serial).sort()).toEqual([1, 2])
  })

  test('takes its deadlines from the settings, and its numbers begin anew with the year', async () => {
    await parts.store.write((tx) => writeSetting(tx, 'cases.classification_days', '1'))
    await parts.store.write((tx) => writeSetting(tx, 'cases.handling_days', '5'))
    await parts.store.write((tx) => writeSetting(tx, 'cases.reopen_days', 'many'))
    const { row } = await aCase(parts)
    expect([row.classify_by, row.answer_by]).toEqual(['2026-03-17', '2026-03-23'])
    city.clock.set('2026-12-31T17:00:00.000Z')
    const { row: next } = await aCase(parts, { story: 'Năm mới.' })
    expect([next.year, next.serial, next.received_day]).toEqual([2027, 1, '2027-01-01'])
  })

  test('of bribery or harassment goes to the restricted queue, by its words or by a tick', async () => {
    const { row: byWords } = await aCase(parts, { story: 'Cán bộ vòi tiền tôi mới ký giấy.' })
    const { row: byTick } = await aCase(parts, { story: 'Có chuyện cần nói riêng.', money: 'yes' })
    const { row: other } = await aCase(parts, { story: 'Chờ lâu quá.' })
    expect([byWords.queue, byTick.queue, other.queue]).toEqual(['restricted', 'restricted', 'ordinary'])
  })

  test('that looks like a program sent it is kept for somebody to look at, with why', async () => {
    const fast = await aCase(parts, { story: 'một', opened: aForm(parts).opened.slice(0, 3) })
    const trapped = await aCase(parts, { story: 'hai', website: 'http://spam.example' })
    expect([fast.row.status, fast.row.suspicion]).toEqual(['quarantined', 'no_mark'])
    expect([trapped.row.status, trapped.row.suspicion]).toEqual(['quarantined', 'honeypot'])
    expect(trapped.row.text).toBe('hai')
  })

  test('tells Văn phòng once, and nobody of the office it is about', async () => {
    const office = await aMember(parts, 'city_office')
    await aMember(parts, 'office_head', OFFICES.wardA)
    const { row } = await aCase(parts)
    const notices = await parts.store.read.selectFrom('notices').selectAll().execute()
    expect(notices.map(({ staff_id, event, subject_id }) => [staff_id, event, subject_id])).toEqual([
      [office.staffId, 'case.received', row.id],
    ])
    expect(notices[0]).toMatchObject({ sent_at: '', seen_at: '' })
  })
})

describe('a form', () => {
  const full = { intent: 'phan-anh', submission: randomUUID(), story: 'Việc chậm.' }
  const problemsOf = async (said: Record<string, string>) => {
    const { caseForm } = await import('#app/feedback-cases/case-form.ts')
    const read = caseForm.safeParse({ ...full, ...said })
    return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))].sort()
  }

  test.each([
    [{}, []],
    [{ story: '  ' }, ['story']],
    [{ story: 'x'.repeat(2_001) }, ['story']],
    [{ story: '👨'.repeat(2_000) }, []],
    [{ phone: '0912 345 678' }, ['consent']],
    [{ phone: '0912 345 678', consent: 'yes' }, []],
    [{ phone: 'gọi tôi', consent: 'yes' }, ['phone']],
    [{ email: 'không có', consent: 'yes' }, ['email']],
    [{ official: 'yes' }, ['address', 'consent', 'name', 'phone']],
    [{ official: 'yes', consent: 'yes', name: 'Nông Văn A', address: 'Kỳ Lừa', email: 'a@b.vn' }, []],
    [{ intent: 'to-cao' }, ['intent']],
    [{ submission: 'một' }, ['submission']],
  ] as [Record<string, string>, string[]][])('%o is wrong at %o', async (said, problems) => {
    expect(await problemsOf(said)).toEqual(problems)
  })
})
