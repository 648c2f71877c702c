import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashedEntry, hashedText, NO_PREVIOUS } from '#app/kiosk/kiosk-entry.ts'

const RATING = {
  id: '0a1b2c3d-0000-4000-8000-000000000001',
  number: 1,
  previous: NO_PREVIOUS,
  kind: 'rating',
  level: 5,
  at: '2026-03-16T02:00:00.000Z',
  offset_ms: -1500,
  lang: 'vi',
} as const

test('an entry is hashed as RFC 8785 writes it: keys in order, no white space, without its hash', async () => {
  const text = `{"at":"2026-03-16T02:00:00.000Z","id":"0a1b2c3d-0000-4000-8000-000000000001","kind":"rating","lang":"vi","level":5,"number":1,"offset_ms":-1500,"previous":"${NO_PREVIOUS}"}`
  expect(hashedText(RATING)).toBe(text)
  const entry = await hashedEntry(RATING)
  expect(entry.hash).toBe(createHash('sha256').update(text).digest('hex'))
  expect(hashedText(entry)).toBe(text)
})

test('another order of members makes the same hash, another value another one', async () => {
  const { lang, ...rest } = RATING
  const turned = { lang, ...Object.fromEntries(Object.entries(rest).reverse()) } as typeof RATING
  const [first, second, third] = await Promise.all(
    [RATING, turned, { ...RATING, level: 4 as const }].map((entry) => hashedEntry(entry)),
  )
  expect(second?.hash).toBe(first?.hash)
  expect(third?.hash).not.toBe(first?.hash)
})
