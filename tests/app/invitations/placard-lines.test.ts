import { describe, expect, test } from 'vitest'
import { balanced, wrapped } from '#app/invitations/print-text.ts'

/** Every character is one wide. */
const wide = (text: string) => [...text].length

describe('lines on paper', () => {
  test('break at spaces, and a word that is too long stands alone', () => {
    expect(wrapped('Phường Đông Kinh', 11, wide)).toEqual(['Phường Đông', 'Kinh'])
    expect(wrapped('danhgia.langson.gov.vn/r/X', 5, wide)).toEqual(['danhgia.langson.gov.vn/r/X'])
    expect(wrapped('', 5, wide)).toEqual([])
  })

  test('Chinese breaks between characters, never before a closing mark', () => {
    expect(wrapped('请您扫码，评价办理', 4, wide)).toEqual(['请您扫', '码，评价', '办理'])
  })

  test('are as even as their number allows', () => {
    const name = 'Bộ phận Một cửa thành phố'
    expect(wrapped(name, 20, wide)).toEqual(['Bộ phận Một cửa', 'thành phố'])
    expect(balanced(name, 24, wide)).toEqual(['Bộ phận Một', 'cửa thành phố'])
    expect(balanced(name, 40, wide)).toEqual([name])
  })

  test.each([1, 3, 7, 12, 30])('lose no word at a width of %i', (width) => {
    const text = 'Quầy số 2: Hộ tịch, chứng thực, lao động - thương binh và xã hội'
    for (const lines of [wrapped(text, width, wide), balanced(text, width, wide)]) {
      expect(lines.join(' ')).toBe(text)
    }
  })

  test('letters typed in two pieces are put together', () => {
    expect(wrapped('Đông Kinh'.normalize('NFD'), 40, wide)).toEqual(['Đông Kinh'])
  })
})
