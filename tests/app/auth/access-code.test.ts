import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessCodeHash, newAccessCode } from '#app/auth/access-code.server.ts'
import { inGroups, readAccessCode, spellAccessCode } from '#app/auth/access-code.ts'

describe('a code on paper', () => {
  test('is read as it was printed, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = spellAccessCode(bytes, 16)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
        const typed = ` ${inGroups(code, 4).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(readAccessCode(typed, 16)).toBe(code)
      }),
    )
  })

  test('spells its bytes five bits a letter, the first bit first', () => {
    expect(spellAccessCode(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff]), 8)).toBe('ZZZZZZZZ')
    expect(spellAccessCode(Uint8Array.from([0b00001_000, 0b10_00011_0, 0b0100_0000]), 4)).toBe('1234')
    expect(() => spellAccessCode(Uint8Array.from([1]), 2)).toThrow(RangeError)
  })

  test.each([
    '',
    'K7Q2',
    'K7Q2-9FHX-K7Q2-9FHU',
    'K7Q2-9FHX-K7Q2-9FHX-K',
    `${'-'.repeat(100)}K7Q29FHXK7Q29FHX`,
  ])('%j is none', (typed) => expect(readAccessCode(typed, 16)).toBeNull())

  test('a thousand new ones are all different and use every letter', () => {
    const codes = Array.from({ length: 1000 }, () => newAccessCode(16))
    expect(new Set(codes).size).toBe(1000)
    expect(new Set(codes.join('')).size).toBe(32)
  })

  test('is kept under the city’s key, and not as the same thing for two uses', () => {
    const kept = accessCodeHash('k'.repeat(32), 'staff', 'K7Q29FHX')
    expect(kept).toMatch(/^[0-9a-f]{64}$/)
    expect(accessCodeHash('j'.repeat(32), 'staff', 'K7Q29FHX')).not.toBe(kept)
    expect(accessCodeHash('k'.repeat(32), 'recovery', 'K7Q29FHX')).not.toBe(kept)
  })
})
