import { describe, expect, test } from 'vitest'
import { readSecondFactor } from '#app/auth/second-factor.ts'
import { newTotpSecret, otpauthAddress, totpStep } from '#app/auth/totp.server.ts'

/** RFC 6238, appendix B: "12345678901234567890" in base 32; the last six of its eight figures. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code of the phone', () => {
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %i s is %s, as RFC 6238 has it', (seconds, code) => {
    expect(totpStep(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30))
  })

  test('is taken one step early or late and no more; it says which step it is of', () => {
    const steps = [-2, -1, 0, 1, 2].map((off) => totpStep(SECRET, '050471', at(1111111111 - off * 30)))
    expect(steps).toEqual([null, 37037037, 37037037, 37037037, null])
  })

  test('of another secret is wrong', () => {
    expect(totpStep(newTotpSecret(), '050471', at(1111111111))).toBeNull()
  })

  test('comes from a secret of 160 bits that the phone is told with the account’s name', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    const address = new URL(otpauthAddress(SECRET, 'lan@example.vn'))
    expect(address.protocol).toBe('otpauth:')
    expect(decodeURIComponent(address.pathname)).toContain('lan@example.vn')
    const asked = Object.fromEntries(address.searchParams)
    expect(asked).toMatchObject({ secret: SECRET, digits: '6', period: '30', algorithm: 'SHA1' })
  })
})

test.each([
  ['123456', { kind: 'totp', code: '123456' }],
  [' 123 456 ', { kind: 'totp', code: '123456' }],
  ['k7q29-fhxab', { kind: 'recovery', code: 'K7Q29FHXAB' }],
  ['1234567890', { kind: 'recovery', code: '1234567890' }],
  ['12345', null],
  ['', null],
  ['١٢٣٤٥٦', null],
])('%j is read as %j', (typed, read) => {
  expect(readSecondFactor(typed)).toEqual(read)
})
