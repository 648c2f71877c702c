import { expect, test } from 'vitest'
import { isForeignWrite } from '#app/http/same-site.ts'

const OWN = 'https://danhgia.example.vn'
const host = 'danhgia.example.vn'

test.each([
  ['our own origin', { origin: OWN, 'sec-fetch-site': 'same-origin' }, false],
  [
    'our own host by another name of the origin',
    { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    false,
  ],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
  ['a sister host', { origin: 'https://other.example.vn', 'sec-fetch-site': 'same-site' }, true],
  ['an origin that is hidden', { origin: 'null' }, true],
  ['no origin, but the browser says cross-site', { 'sec-fetch-site': 'cross-site' }, true],
  ['no browser of the last years', {}, false],
])('a POST from %s', (_name, headers, foreign) => {
  expect(isForeignWrite('POST', { host, ...headers }, OWN)).toBe(foreign)
  expect(isForeignWrite('GET', { host, ...headers }, OWN)).toBe(false)
})
