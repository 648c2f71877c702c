import { expect, test } from 'vitest'
import { broughtCookie } from '#app/http/cookie.ts'

test.each([
  [null, 'a', undefined],
  ['', 'a', undefined],
  ['a=1', 'a', '1'],
  ['b=2; a=1;c=3', 'a', '1'],
  ['a=', 'a', ''],
  ['a=1=2', 'a', '1=2'],
  ['aa=1', 'a', undefined],
  ['__Host-a=1', 'a', undefined],
  ['a=first; a=second', 'a', 'first'],
])('of %j the cookie %j is %j', (header, name, value) => {
  expect(broughtCookie(header, name)).toBe(value)
})
