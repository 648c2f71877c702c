import { expect, test } from 'vitest'
import { seal, unseal } from '#app/auth/sealed.server.ts'

const KEY = 'k'.repeat(32)

test('what is sealed opens again, with the same key and for the same purpose alone', () => {
  const sealed = seal(KEY, 'totp|lan', 'bí mật')
  expect(unseal(KEY, 'totp|lan', sealed)).toBe('bí mật')
  expect(unseal(KEY, 'totp|hoa', sealed)).toBeNull()
  expect(unseal('j'.repeat(32), 'totp|lan', sealed)).toBeNull()
  expect(sealed).not.toContain(Buffer.from('bí mật').toString('base64url'))
})

test('the same text is never sealed the same way twice', () => {
  expect(new Set(Array.from({ length: 50 }, () => seal(KEY, 'x', 'same'))).size).toBe(50)
})

test('a change of any single byte is noticed', () => {
  const bytes = Buffer.from(seal(KEY, 'x', 'secret'), 'base64url')
  const opened = [...bytes.keys()].map((at) => {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return unseal(KEY, 'x', changed.toString('base64url'))
  })
  expect(opened.filter((text) => text !== null)).toEqual([])
})

test.each(['', 'x', 'A'.repeat(36), '%%%'])('%j is nothing sealed', (text) => {
  expect(unseal(KEY, 'x', text)).toBeNull()
})
