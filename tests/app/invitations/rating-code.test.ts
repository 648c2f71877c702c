import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET } from '#app/invitations/crockford.ts'
import {
  checkCharacter,
  lookupOf,
  newStandingCode,
  readRatingCode,
  STANDING_LENGTH,
} from '#app/invitations/rating-code.ts'
import { STANDING_CODES } from '#tests/world/small-city.ts'

const standing = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => newStandingCode(() => bytes))

test('a new standing code is eight characters that read back as themselves, typed in any case', () => {
  fc.assert(
    fc.property(standing, (code) => {
      expect(code).toHaveLength(STANDING_LENGTH)
      expect(readRatingCode(code)).toEqual({ kind: 'standing', code })
      expect(readRatingCode(code.toLowerCase())).toEqual({ kind: 'standing', code })
    }),
  )
})

test('35 bits are drawn: each of them changes the code', () => {
  const codes = new Set<string>([newStandingCode(() => new Uint8Array(5))])
  for (let bit = 0; bit < 35; bit++) {
    const bytes = new Uint8Array(5)
    bytes[bit >> 3] = 0x80 >> (bit & 7)
    codes.add(newStandingCode(() => bytes))
  }
  expect(codes.size).toBe(36)
  expect(newStandingCode()).not.toBe(newStandingCode())
})

test('every single mistyped character is found, wherever it stands', () => {
  fc.assert(
    fc.property(standing, (code) => {
      for (let at = 0; at < code.length; at++) {
        for (const wrong of ALPHABET) {
          const typed = code.slice(0, at) + wrong + code.slice(at + 1)
          expect(readRatingCode(typed) === null, `${code} typed ${typed}`).toBe(wrong !== code[at])
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('two neighbours exchanged are found, but for 0 and Z', () => {
  fc.assert(
    fc.property(standing, fc.integer({ min: 0, max: 6 }), (code, at) => {
      const [a = '', b = ''] = code.slice(at, at + 2)
      fc.pre(a !== b && ![a, b].every((letter) => '0Z'.includes(letter)))
      expect(readRatingCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeNull()
    }),
  )
})

test('the check character agrees with Luhn mod 32 worked by hand', () => {
  // From the right: Z=31 doubled is 62 = 1·32 + 30 -> 31; 1 -> 1; K=19 doubled is 38 = 1·32 + 6 -> 7. 39 -> 25 missing.
  expect(checkCharacter('K1Z')).toBe(ALPHABET[25])
  expect(checkCharacter('0000000')).toBe('0')
  for (const code of Object.values(STANDING_CODES)) {
    expect(readRatingCode(code)).toEqual({ kind: 'standing', code })
  }
})

test('26 characters are a dossier link, any other length is nothing', () => {
  const token = 'K7Q29FHX'.repeat(4).slice(0, 26)
  expect(readRatingCode(token.toLowerCase())).toEqual({ kind: 'dossier', token })
  for (const typed of ['', '-', 'K7Q29FH', 'K7Q29FHX0', token.slice(1), `${token}0`, 'x'.repeat(10_000)]) {
    expect(readRatingCode(typed)).toBeNull()
  }
})

test('no text makes the reading fail, and what it reads is canonical', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string()), (typed) => {
      const read = readRatingCode(typed)
      if (read) {
        expect(readRatingCode(read.kind === 'standing' ? read.code : read.token)).toEqual(read)
      }
    }),
  )
})

test('the store looks a standing code up by itself, a link by its SHA-256 only', () => {
  expect(lookupOf({ kind: 'standing', code: 'K7Q29FHX' })).toBe('K7Q29FHX')
  expect(lookupOf({ kind: 'dossier', token: 'ABC' })).toBe(
    'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78',
  )
})
