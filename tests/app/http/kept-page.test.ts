import { randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeptPages, keepPage } from '#app/http/kept-page.server.ts'

const MARK = '00000000-0000-0000-0000-000000000000'

test('a kept page reads as if it had been made whole, at any text around its mark', () => {
  const around = fc.string({ unit: 'binary', maxLength: 3_000 }).filter((text) => !text.includes(MARK))
  fc.assert(
    fc.property(around, around, fc.uuid(), (head, tail, unique) => {
      const page = keepPage(`${head}${MARK}${tail}`, MARK)
      const whole = Buffer.from(head + unique + tail)
      expect(page.plain(unique)).toEqual(whole)
      expect(gunzipSync(page.gzip(unique))).toEqual(whole)
    }),
    { numRuns: 200 },
  )
})

test('what follows the mark may repeat what stands before it, but never the unique text', () => {
  const sentence = 'Ông/Bà hài lòng thế nào với việc giải quyết hồ sơ? '
  const html = `${sentence.repeat(700)}<input value="${MARK}">${sentence.repeat(700)}`
  const page = keepPage(html, MARK)
  const first = randomUUID()
  expect(gunzipSync(page.gzip(first)).toString()).toBe(html.replace(MARK, first))
  // Compressed as one: hardly larger than the same page compressed at once.
  expect(page.gzip(first).length).toBeLessThan(gzipSync(html, { level: 9 }).length + 120)
})

test('a page without its mark, or with two, and a unique text of another length are refused', () => {
  expect(() => keepPage('no mark', MARK)).toThrow(RangeError)
  expect(() => keepPage(MARK + MARK, MARK)).toThrow(RangeError)
  expect(() => keepPage(`a${MARK}b`, MARK).gzip('short')).toThrow(RangeError)
})

test('pages are made once and the longest unused goes first', () => {
  const pages = new KeptPages(2)
  const made: string[] = []
  const ask = (key: string) =>
    pages.page(key, () => {
      made.push(key)
      return keepPage(`${key}${MARK}`, MARK)
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
