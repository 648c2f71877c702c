import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Placard } from '#app/invitations/placard.ts'
import { PLACARD_FORMS, PLACARD_SHEETS, symbolOnSheet } from '#app/invitations/placard-sheet.ts'
import { printDocument } from '#app/invitations/print-document.server.ts'
import { printedAddress, qrModules } from '#app/invitations/qr.server.ts'
import { newStandingCode } from '#app/invitations/rating-code.ts'
import { around, renderedPages, scanned, unbroken, wordsOf } from './placard-scan.ts'

const NAMES = [
  'Phường Đông Kinh',
  'Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính thành phố Lạng Sơn',
  'Xã Hoàng Đồng',
  'Phường Vĩnh Trại',
]
const LONGEST_HOST = `https://${'a'.repeat(60)}.langson.gov.vn`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'placards-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function somePlacards(count: number, origin = 'https://danhgia.langson.gov.vn'): Placard[] {
  return Array.from({ length: count }, (_, at) => {
    const code = newStandingCode()
    return {
      code,
      number: at + 1,
      revision: 1 + (at % 3),
      cityName: 'UBND thành phố Lạng Sơn',
      officeName: NAMES[at % NAMES.length] ?? '',
      counterName: at % 5 === 4 ? '' : `Quầy số ${at + 1}: Hộ tịch, chứng thực`,
      address: printedAddress(origin, code),
    }
  })
}

async function printed(form: (typeof PLACARD_FORMS)[number], placards: Placard[]): Promise<string> {
  const file = join(folder, `${form}.pdf`)
  const madeAt = '2026-03-16T02:00:00.000Z'
  await printDocument({ kind: 'placards', form, placards, madeAt }, createWriteStream(file))
  return file
}

describe('200 posters in one PDF', () => {
  test('every QR read from its pixels leads to its own placard, and every name keeps its marks', async () => {
    const placards = somePlacards(200)
    const file = await printed('a4', placards)
    const { layout, places } = PLACARD_SHEETS.a4
    const symbol = symbolOnSheet(layout, places[0]?.[0] ?? { x: 0, y: 0, scale: 1, turned: false })
    const pages = renderedPages(file, around(symbol, 6))
    const found = pages.map(scanned)
    expect(found.map((each) => each?.text)).toEqual(placards.map(({ address }) => address))

    const modules = qrModules(placards[0]?.address ?? '').size
    for (const each of found) {
      expect(Math.abs((each?.side ?? 0) - symbol.width)).toBeLessThan(0.4)
      expect(each?.side).toBeGreaterThanOrEqual(50)
      expect((each?.side ?? 0) / modules).toBeGreaterThanOrEqual(1)
    }

    const words = wordsOf(file).map(unbroken)
    expect(words).toHaveLength(200)
    for (const [at, placard] of placards.entries()) {
      const page = words[at] ?? ''
      expect(page).toContain(placard.officeName)
      expect(page).toContain(placard.counterName)
      expect(page).toContain(`danhgia.langson.gov.vn/r/${placard.code}`)
      expect(page).toContain(`Bảng số ${String(at + 1).padStart(4, '0')} · Bản ${placard.revision}`)
      expect(page).toContain('Mời Ông/Bà quét mã để đánh giá việc giải quyết hồ sơ')
      expect(page).toContain('Please scan the code to rate how your dossier was handled')
      expect(page).toContain('请您扫码评价本次事项办理情况')
    }
  }, 90_000)
})

describe.each(PLACARD_FORMS)('%s', (form) => {
  const sheet = PLACARD_SHEETS[form]

  test('each face shows its own QR at 5 cm or more with modules of 1 mm or more', async () => {
    const placards = somePlacards(4)
    const file = await printed(form, placards)
    for (const [place, faces] of sheet.places.entries()) {
      const expected = placards.filter((_, at) => at % sheet.places.length === place)
      for (const face of faces) {
        const symbol = symbolOnSheet(sheet.layout, face)
        const found = renderedPages(file, around(symbol, 6)).map(scanned)
        expect(found.map((each) => each?.text)).toEqual(expected.map(({ address }) => address))
        for (const each of found) {
          expect(each?.side).toBeGreaterThanOrEqual(50)
          expect(Math.abs((each?.side ?? 0) - symbol.width)).toBeLessThan(0.4)
          expect((each?.side ?? 0) / qrModules(expected[0]?.address ?? '').size).toBeGreaterThanOrEqual(1)
        }
      }
    }
  })

  test('even a very long address has modules of 1 mm and lies inside the sheet with its quiet zone', () => {
    const { size } = qrModules(printedAddress(LONGEST_HOST, 'K7Q29FHX'))
    for (const face of sheet.places.flat()) {
      const { x, y, width } = symbolOnSheet(sheet.layout, face)
      const module = width / size
      expect(module).toBeGreaterThanOrEqual(1)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4 * module)
      expect(x + width + 4 * module).toBeLessThanOrEqual(sheet.width)
      expect(y + width + 4 * module).toBeLessThanOrEqual(sheet.height)
    }
  })
})

describe('what a poster is made of', () => {
  test('fonts are embedded and cut down to what is shown', async () => {
    const file = await printed('a4', somePlacards(3))
    const fonts = execFileSync('pdffonts', [file]).toString().trim().split('\n').slice(2)
    expect(fonts.map((line) => /\+(\S+)/.exec(line)?.[1]).sort()).toEqual([
      'BeVietnamPro-Bold',
      'BeVietnamPro-Regular',
      'BeVietnamPro-SemiBold',
      'NotoSansSC-Regular',
    ])
    for (const line of fonts) expect(line).toMatch(/ yes yes yes +\d+ +0$/)
    expect(statSync(file).size).toBeLessThan(300_000)
  })

  test('every Vietnamese letter has its mark, also when it was typed in two pieces', async () => {
    const vowels = 'aăâeêioôơuưy'.split('')
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    const letters = ['đ', ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))]
    const lines = [letters, letters.map((letter) => letter.toUpperCase())].map((all) => all.join(''))
    const placards = somePlacards(2).map((placard, at) => ({
      ...placard,
      officeName: (lines[at] ?? '').replace(/(.{12})/gu, '$1 ').normalize(at === 0 ? 'NFD' : 'NFC'),
    }))
    const words = wordsOf(await printed('a4', placards)).map((page) => page.replace(/\s/g, ''))
    for (const [at, line] of lines.entries()) expect(words[at]).toContain(line)
  })

  test('a blot on the symbol is survived, half of it gone is not', async () => {
    const file = await printed('a4', somePlacards(1))
    const { layout } = PLACARD_SHEETS.a4
    const { x, y, side } = layout.symbol
    const box = around({ x, y, width: side, height: side }, 6)
    const [poster] = renderedPages(file, box)
    if (!poster) throw new Error('No page')
    /** A black square of this share of the symbol, in its middle. */
    const blotted = (share: number) => {
      const half = (Math.sqrt(share) * poster.width * (side / box.width)) / 2
      const inside = (at: number) => Math.abs(at - poster.width / 2) <= half
      const gray = poster.gray.map((value, at) =>
        inside(at % poster.width) && inside(Math.floor(at / poster.width)) ? 0 : value,
      )
      return scanned({ ...poster, gray })
    }
    expect(blotted(0.05)).not.toBeNull()
    expect(blotted(0.5)).toBeNull()
  })
})
