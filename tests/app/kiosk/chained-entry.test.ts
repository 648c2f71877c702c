import { expect, test } from 'vitest'
import { type Chain, chainedEntry, NEW_CHAIN, type Said } from '#app/kiosk/chained-entry.ts'
import { hashedEntry, NO_PREVIOUS } from '#app/kiosk/kiosk-entry.ts'

const tap: Said = {
  id: '01997a00-0000-7000-8000-000000000001',
  kind: 'rating',
  level: 4,
  at: '2026-03-16T02:00:00.000Z',
  offset_ms: -1200,
  lang: 'vi',
}
const reasons: Said = {
  ...tap,
  id: tap.id.replace(/1$/, '2'),
  kind: 'reasons',
  of: tap.id,
  reasons: ['time'],
}

test('each entry has the next number and names the hash before it', () => {
  const first = chainedEntry(NEW_CHAIN, tap)
  const second = chainedEntry(first.chain, reasons)
  expect(first.waiting.entry).toMatchObject({ ...tap, number: 1, previous: NO_PREVIOUS })
  expect(second.waiting.entry).toMatchObject({ ...reasons, number: 2, previous: first.waiting.entry.hash })
  expect(second.chain).toEqual<Chain>({ next: 3, previous: second.waiting.entry.hash })
})

test('the hash is the one that the server makes', async () => {
  const { hash, ...unhashed } = chainedEntry({ next: 77, previous: 'f'.repeat(64) }, reasons).waiting.entry
  expect(hash).toBe((await hashedEntry(unhashed)).hash)
})
