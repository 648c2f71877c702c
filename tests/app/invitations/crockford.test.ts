import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET, asPrinted, encodeBits, inGroups, isCrockford } from '#app/invitations/crockford.ts'

const printed = (length: number) =>
  fc
    .array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length })
    .map((letters) => letters.join(''))

test('the alphabet is 32 characters without I, L, O and U', () => {
  expect(new Set(ALPHABET).size).toBe(32)
  expect(ALPHABET).not.toMatch(/[ILOU]/)
  expect([...ALPHABET].every(isCrockford)).toBe(true)
})

test('what nobody can have printed is no code', () => {
  for (const text of ['', 'I', 'L', 'O', 'U', 'a', 'K7-9', 'K7 9', 'Đ', 'K7\n', '７']) {
    expect(isCrockford(text), JSON.stringify(text)).toBe(false)
  }
})

test.each([
  ['k7q29fhx', 'K7Q29FHX'],
  ['K7Q2-9FHX', 'K7Q29FHX'],
  [' k7q2 9fhx ', 'K7Q29FHX'],
  ['K7Q2–9FHX', 'K7Q29FHX'],
  ['K7Q2 − 9FHX', 'K7Q29FHX'],
  ['oOiIlL', '001111'],
  ['Ｋ７Ｑ２９ｆｈｘ', 'K7Q29FHX'],
])('%j is read as %s', (typed, code) => {
  expect(asPrinted(typed)).toBe(code)
})

test('a printed code survives lower case, look-alikes and grouping', () => {
  fc.assert(
    fc.property(printed(8), fc.infiniteStream(fc.boolean()), (code, coin) => {
      const flip = () => coin.next().value
      const typed = inGroups(code).replace(/[01A-Z]/g, (letter) => {
        if (letter === '0') return flip() ? 'o' : 'O'
        if (letter === '1') return flip() ? 'l' : 'i'
        return flip() ? letter.toLowerCase() : letter
      })
      expect(asPrinted(typed)).toBe(code)
    }),
  )
})

test('bits are written five to a character, from the first', () => {
  expect(encodeBits(new Uint8Array([0xff]), 2)).toBe('ZW')
  expect(encodeBits(new Uint8Array([0b00000_000, 0b01_00010_0]), 3)).toBe('012')
  expect(encodeBits(new Uint8Array(), 4)).toBe('0000')
})

test('different bytes give different texts, and the bytes can be read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const text = encodeBits(bytes, 26)
      const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
      expect(bits.slice(128)).toBe('00')
      const back = Uint8Array.from({ length: 16 }, (_, at) =>
        Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
      )
      expect(back).toEqual(bytes)
    }),
  )
})

test('groups of four, with no dash at an end', () => {
  expect(['', 'K7Q', 'K7Q2', 'K7Q29', 'K7Q29FHX', 'K7Q29FHXW'].map(inGroups)).toEqual([
    '',
    'K7Q',
    'K7Q2',
    'K7Q2-9',
    'K7Q2-9FHX',
    'K7Q2-9FHX-W',
  ])
})
