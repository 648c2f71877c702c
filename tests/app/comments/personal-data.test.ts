import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedAlike } from '#app/comments/folded-alike.ts'
import {
  findPersonalData,
  maskedParts,
  maskedText,
  PERSONAL_KINDS,
  type PersonalSpan,
} from '#app/comments/personal-data.ts'
import { corpus, scoreOf } from './corpus.ts'

const mask = (text: string) => maskedText(text, (kind) => `[${kind}]`)

describe('the corpus of sentences (P3)', () => {
  const sentences = corpus()

  test('holds at least 300 sentences, half of them without anything to mask', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300)
    expect(sentences.filter(({ spans }) => spans.length === 0).length).toBeGreaterThanOrEqual(150)
    const kinds = new Set(sentences.flatMap(({ spans }) => spans.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual([...PERSONAL_KINDS].sort())
  })

  test('recall is at least 98%, precision at least 95%, span by span and to the letter', () => {
    const { recall, precision, misses, extras } = scoreOf(sentences, findPersonalData)
    expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(precision, extras.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('the kind is right wherever the place is', () => {
    const wrong = sentences.flatMap(({ text, spans }) => {
      const found = findPersonalData(text)
      return spans.filter(({ kind, from }) => found.some((span) => span.from === from && span.kind !== kind))
    })
    expect(wrong).toEqual([])
  })

  test('marks taken apart (NFD) change nothing', () => {
    for (const { text } of sentences) expect(mask(text.normalize('NFD'))).toBe(mask(text))
  })

  const stretches = (pattern: RegExp, kind: PersonalSpan['kind']) => (text: string) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind,
      from: index,
      to: index + found.length,
    }))

  test('would notice a mask that knows digits only, or that takes every number (negative control)', () => {
    expect(scoreOf(sentences, stretches(/\d{9,12}/g, 'phone')).recall).toBeLessThan(0.98)
    expect(scoreOf(sentences, stretches(/\d[\d .,/-]*\d/g, 'phone')).precision).toBeLessThan(0.95)
    const onlySurest = (text: string) => findPersonalData(text).filter(({ kind }) => kind !== 'plate')
    expect(scoreOf(sentences, onlySurest).recall).toBeLessThan(0.98)
  })
})

describe('what is masked beyond the corpus', () => {
  test.each([
    ['sđt0912345678', 'sđt[phone]'],
    ['Số 0912345678,0987654321 đều được', 'Số [phone],[phone] đều được'],
    ['từ 07/09 gọi 0985 001 002 12 cuộc', 'từ 07/09 gọi [phone] 12 cuộc'],
    ['CCCD:020185001234.', 'CCCD:[identity].'],
    ['０９１２３４５６７８', '[phone]'],
    ['0912\u200b345\u200b678', '[phone]'],
    ['gmail: hoa.nguyen90', 'gmail: [mail]'],
    ['H37.12.260115.0042', '[dossier]'],
    ['chị Nguyễn thị lan', 'chị [name]'],
    ['BKS 12c 04567', 'BKS [plate]'],
    ['😀 0912345678 😀', '😀 [phone] 😀'],
  ])('%s', (written, masked) => {
    expect(mask(written)).toBe(masked)
  })

  test.each([
    'mã vận đơn EE123456789VN',
    'phiếu 03 05 07 09 11',
    'quầy 09 10 11 12 13',
    'ngày 09 10 2026 15 30',
    '1945 1975 1986 2026',
    'bảng 0102 0103 0104',
    'từ 08.00 - 11.30 - 13.30 - 17.00',
    'gọi tổng đài 19001234',
    'thầy cô Trường Tiểu học',
    '',
  ])('stays: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '0912',
      '345',
      '678',
      ' ',
      '.',
      '-',
      '@',
      'gmail.com',
      'CCCD ',
      '020185001234',
      'a còng',
      'ông ',
      '12A-',
    ],
    ...[
      'Nguyễn ',
      '123.45',
      'đồng',
      'không ',
      'chín ',
      'H37.12-',
      '260115',
      '/',
      'stk ',
      '(+84)',
      '😀',
      '\n',
      'ệ',
    ],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  test('spans are in order, inside the text and apart', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const text = written.normalize('NFC')
        let at = 0
        for (const { from, to } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
        expect(foldedAlike(text)).toHaveLength(text.length)
      }),
    )
  })

  test('a digit and a sign of a mail address far off change nothing', () => {
    const few = fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join(''))
    const spoken = fc
      .array(
        fc.constantFrom('không', 'chín', 'năm', 'lan', 'a còng', 'a moc', 'gmail', 'mail: ', 'com', 'chấm'),
      )
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.oneof(few, spoken, texts), (written) => {
        const text = written.normalize('NFC')
        expect(findPersonalData(`${text}\n; \n@ \n1`)).toEqual(findPersonalData(text))
      }),
      { numRuns: 3_000 },
    )
    for (const { text } of corpus())
      expect(findPersonalData(`${text}\n; \n@ \n1`)).toEqual(findPersonalData(text))
  })

  test('what is left over stands in its order, and only that', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const text = written.normalize('NFC')
        let rest = text
        for (const part of maskedParts(written)) {
          if (!('text' in part)) continue
          const at = rest.indexOf(part.text)
          expect(at).toBeGreaterThanOrEqual(0)
          rest = rest.slice(at + part.text.length)
        }
      }),
    )
  })
})

test('2,000 signs meant to hurt take no longer than they should', () => {
  const hostile = [
    ...[
      '1 ',
      '0',
      '09 ',
      '0912345678 ',
      'a@',
      'a.b@c.',
      '12a',
      '12A-1',
      'stk ',
      'khong ',
      'khong,',
      'H37.12-',
    ],
    ...[
      '1.000.',
      'a cong gmail cham ',
      'ông Nguyễn ',
      'Nguyễn ',
      '- ',
      '0-0.',
      'mail la ',
      'mail: a.',
      '(+84',
      '😀',
    ],
    ...['1/', 'a cham ', 'sđt', ' a', '123 456 ', '[at]', 'tên là Nguyễn ', '\u200b0'],
  ]
  const began = performance.now()
  for (const piece of hostile) {
    const text = [...piece.repeat(2_000)].slice(0, 2_000).join('')
    findPersonalData(text)
    mask(`${text}0912345678`)
  }
  // Some 60 texts at a few milliseconds each; a pattern that goes back over itself would take minutes.
  expect(performance.now() - began).toBeLessThan(10_000)
})
