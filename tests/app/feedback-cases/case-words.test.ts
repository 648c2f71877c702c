import { describe, expect, test } from 'vitest'
import { caseCodeHash, caseCodeOf, readCaseCode } from '#app/feedback-cases/case-code.ts'
import { maskedContact } from '#app/feedback-cases/contact.ts'
import { caseNumber, mayFollow, STATUSES, statusForCitizen } from '#app/feedback-cases/feedback-case.ts'
import { openedMark, suspicionOf } from '#app/feedback-cases/opened-mark.ts'
import { isSensitive } from '#app/feedback-cases/sensitive-words.ts'
import { SECRET } from '#tests/world/small-city.ts'

describe('a case code', () => {
  test('is derived: the same text the same code, another or another key another', () => {
    const code = caseCodeOf(SECRET, 'a|b')
    expect(caseCodeOf(SECRET, 'a|b')).toBe(code)
    expect(caseCodeOf(SECRET, 'a|c')).not.toBe(code)
    expect(caseCodeOf({ ...SECRET, key: 'y'.repeat(32) }, 'a|b')).not.toBe(code)
    expect(caseCodeHash(SECRET, code)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is read as typed on a phone, and never guessed from what it cannot be', () => {
    expect(readCaseCode(' k7q2-9fhx obil ')).toBe('K7Q29FHX0B11')
    for (const wrong of ['', 'K7Q2', 'K7Q29FHX0B1U', 'x'.repeat(41)]) expect(readCaseCode(wrong)).toBeNull()
  })

  test('10,000 of them differ', () => {
    const codes = Array.from({ length: 10_000 }, (_, at) => caseCodeOf(SECRET, `form-${at}`))
    expect(new Set(codes).size).toBe(10_000)
  })
})

describe('a form sent by a program', () => {
  const now = new Date('2026-03-16T02:00:00.000Z')
  const opened = (msAgo: number) => openedMark(SECRET, new Date(now.getTime() - msAgo))
  test.each([
    [{ opened: opened(30_000), honeypot: '' }, ''],
    [{ opened: opened(5 * 86_400_000), honeypot: ' ' }, ''],
    [{ opened: opened(3_000), honeypot: '' }, ''],
    [{ opened: opened(2_999), honeypot: '' }, 'too_fast'],
    [{ opened: opened(30_000), honeypot: 'x' }, 'honeypot'],
    [{ opened: '', honeypot: '' }, 'no_mark'],
    [{ opened: `${(0).toString(36)}.${opened(30_000).split('.')[1]}`, honeypot: '' }, 'no_mark'],
    [{ opened: openedMark({ ...SECRET, key: 'z'.repeat(32) }, new Date(0)), honeypot: '' }, 'no_mark'],
  ] as const)('%o: %s', (form, expected) => {
    expect(suspicionOf(SECRET, form, now)).toBe(expected)
  })
})

describe('bribery and harassment', () => {
  test.each([
    'Cán bộ vòi tiền tôi mới ký.',
    'Gợi ý bồi dưỡng, đưa phong bì thì nhanh.',
    'Tôi bị sách nhiễu nhiều lần',
    'Phải lót tay mới xong.',
    'họ đòi thêm tiền ngoài lệ phí',
    'yêu cầu tôi đưa tiền riêng',
    'can bo doi tien moi lam',
    'phai dua phong bi',
    'The officer asked for a bribe.',
    'He was harassing my daughter',
    '办事员索要红包',
    'Bị quấy rối khi làm giấy tờ',
    'Anh ta đe dọa tôi',
  ])('%s', (text) => expect(isSensitive(text)).toBe(true))

  test.each([
    'Chờ hai tiếng mới đến lượt.',
    'Nên nhắn tin khi có kết quả.',
    'Lệ phí niêm yết rõ, có biên lai đầy đủ.',
    'Tôi đề nghị trả lại tiền tạm ứng.',
    'Nộp tiền ở quầy nào?',
    'Phòng bị dột, nền trơn.',
    'Doi den luot rat lau, da mang du giay to.',
    'The fee was not posted.',
    '等候时间太长',
    'Bảo vệ hướng dẫn nhiệt tình, tôi đòi hỏi hơi nhiều.',
  ])('not %s', (text) => expect(isSensitive(text)).toBe(false))
})

test('contact data on a screen shows what tells two apart and no more', () => {
  expect(
    maskedContact({
      name: 'Nông Thị Hoa',
      phone: '0912 345 678',
      email: 'hoa.nong@langson.vn',
      address: 'Số 5, Kỳ Lừa',
    }),
  ).toEqual({
    name: 'N••• T•• H••',
    phone: '•••• ••• •78',
    email: 'h•••••••@langson.vn',
    address: '•• •• •• •••',
  })
  const none = { name: '', phone: '', email: '', address: '' }
  expect(maskedContact(none)).toEqual({ ...none, email: '' })
})

test('a case has a number that says its year, and a citizen never sees the desk’s own states', () => {
  expect(caseNumber({ year: 2026, serial: 42 })).toBe('PA-2026-0042')
  expect(STATUSES.map(statusForCitizen)).not.toContain('quarantined')
  expect(STATUSES.map(statusForCitizen)).not.toContain('set_aside')
})

test('no step leads out of what was set aside, and none skips whoever classifies', () => {
  for (const move of [
    'release',
    'classify',
    'assign',
    'extend',
    'answer',
    'close',
    'rate',
    'reopen',
  ] as const)
    expect(mayFollow(move, 'set_aside')).toBe(false)
  expect(mayFollow('assign', 'received')).toBe(false)
  expect(mayFollow('answer', 'classified')).toBe(false)
  expect(mayFollow('reopen', 'assigned')).toBe(false)
})
