import { expect, test } from 'vitest'
import { browserFamily, readBrowser } from '#app/auth/browser-family.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/130.0.0.0 Safari/537.36`, 'chrome|windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`, 'edge|windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} coc_coc_browser/120.0 Chrome/114.0 Safari/537.36`,
    'coccoc|windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'firefox|linux'],
  [
    `Mozilla/5.0 (Linux; Android 14) ${WEBKIT} SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36`,
    'samsung|android',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${WEBKIT} Version/17.5 Safari/604.1`,
    'safari|ios',
  ],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/17.5 Safari/605.1.15`, 'safari|macos'],
  ['curl/8.7.1', 'other|other'],
  [null, 'other|other'],
])('%s is %s', (agent, stored) => {
  expect(browserFamily(agent)).toBe(stored)
})

test('only known words come back from the store', () => {
  expect(readBrowser('firefox|linux')).toEqual({ family: 'firefox', system: 'linux' })
  expect(readBrowser('')).toEqual({ family: 'other', system: 'other' })
  expect(readBrowser('<b>|127.0.0.1')).toEqual({ family: 'other', system: 'other' })
})
