import { describe, expect, test } from 'vitest'
import { isRude } from '#app/feedback-cases/rude-words.ts'
import { isSensitive } from '#app/feedback-cases/sensitive-words.ts'

describe('an insult is found', () => {
  test.each([
    'Đồ ngu, làm ăn thế à',
    'LŨ KHỐN NẠN ở quầy 3',
    'Thằng chó đó không thèm nhìn',
    'mất dạy quá',
    'Địt mẹ chờ mãi',
    'lam an nhu ngu dot',
    'What an idiot at counter 2',
    'Bullshit procedure',
    '办事员是白痴',
    'bọn này ăn bám',
    'Quân ăn cướp',
  ])('%s', (text) => expect(isRude(text)).toBe(true))
})

describe('a complaint without one is not', () => {
  test.each([
    'Cán bộ thái độ chưa đúng mực, nói to tiếng.',
    'Bà con nuôi con bò, con trâu cần giấy kiểm dịch.',
    'Nhà vệ sinh bẩn, rác nhiều.',
    'Đồ đạc để ngổn ngang, ghế gãy.',
    'Chỗ ngủ nghỉ cho người chờ chưa có.',
    'Cho chung toi hoi khi nao co ket qua',
    'Thu tuc rac roi, di lai nhieu lan',
    'Giấy khám tại bệnh viện tâm thần bị từ chối.',
    'The officer was rude and slow.',
    '垃圾处理费怎么交',
    'Văn bản ghi sai tên lót, đã được sửa.',
    'Quân nhân về hưu nộp hồ sơ.',
    'Đơn vị lừng khừng, không ai trả lời.',
  ])('%s', (text) => expect(isRude(text)).toBe(false))
})

describe('more ways to ask for money, and what only sounds alike', () => {
  test.each(['Phải bôi trơn mới xong', 'đòi tiền chè nước', 'Cán bộ dọa đánh tôi', 'co nguoi lam luat'])(
    '%s',
    (text) => expect(isSensitive(text)).toBe(true),
  )
  test.each(['Nhân viên làm đúng luật.', 'Không ai trả lời tôi.', 'Hồ sơ của cô tôi bị mất.'])(
    'not %s',
    (text) => expect(isSensitive(text)).toBe(false),
  )
})
