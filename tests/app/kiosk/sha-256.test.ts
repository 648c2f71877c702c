import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#app/kiosk/sha-256.ts'

test('the examples of FIPS 180-4', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('a'.repeat(1_000_000))).toBe(
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  )
})

test('any text gives what Node gives, at every length around a block too', () => {
  const node = (text: string) => createHash('sha256').update(text).digest('hex')
  for (let length = 0; length < 200; length++) {
    const text = 'ấ'.repeat(length % 7) + 'x'.repeat(length)
    expect(sha256(text)).toBe(node(text))
  }
  const text = fc.string({ unit: 'binary', maxLength: 600 })
  fc.assert(
    fc.property(text, (one) => {
      expect(sha256(one)).toBe(node(one))
    }),
  )
})
