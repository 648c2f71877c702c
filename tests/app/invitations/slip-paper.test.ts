import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inGroups } from '#app/invitations/crockford.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { printDocument } from '#app/invitations/print-document.server.ts'
import { printedAddress, qrModules } from '#app/invitations/qr.server.ts'
import type { Slip } from '#app/invitations/slip.ts'
import { SLIP, SLIP_SYMBOL, SLIPS_A_SHEET, slipPlace } from '#app/invitations/slip-sheet.ts'
import { SECRET } from '#tests/world/small-city.ts'
import { around, renderedPages, scanned, unbroken, wordsOf } from './placard-scan.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slips-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function someSlips(count: number): Slip[] {
  return Array.from({ length: count }, (_, at) => {
    const dossierCode = `000.12.22.H37-260310-${String(at + 1).padStart(4, '0')}`
    const { token } = returnLinkOf(SECRET, dossierCode)
    return {
      dossierCode,
      cityName: 'UBND thành phố Lạng Sơn',
      officeName: at % 2 ? 'Phường Đông Kinh' : 'Bộ phận Tiếp nhận và Trả kết quả thành phố Lạng Sơn',
      address: printedAddress('https://danhgia.langson.gov.vn', token),
      lastDay: '2026-04-08',
    }
  })
}

async function printed(slips: Slip[]): Promise<string> {
  const file = join(folder, 'slips.pdf')
  await printDocument({ kind: 'slips', slips, madeAt: '2026-03-16T02:00:00.000Z' }, createWriteStream(file))
  return file
}

test('a sheet and a half of slips: each QR is its own dossier’s link, with modules of 1 mm or more', async () => {
  const slips = someSlips(12)
  const file = await printed(slips)
  for (let place = 0; place < SLIPS_A_SHEET; place += 1) {
    const { x, y } = slipPlace(place)
    const { side } = SLIP_SYMBOL
    const symbol = { x: x + SLIP_SYMBOL.x, y: y + SLIP_SYMBOL.y, width: side, height: side }
    const found = renderedPages(file, around(symbol, 3.5)).flatMap((page) => scanned(page) ?? [])
    const expected = slips.filter((_, at) => at % SLIPS_A_SHEET === place)
    expect(found.map(({ text }) => text)).toEqual(expected.map(({ address }) => address))
    for (const { side: measured } of found) {
      expect(Math.abs(measured - side)).toBeLessThan(0.4)
      expect(measured / qrModules(expected[0]?.address ?? '').size).toBeGreaterThanOrEqual(1)
    }
  }
})

test('version 4 with its quiet zone lies inside the slip', () => {
  const { size } = qrModules(someSlips(1)[0]?.address ?? '')
  expect(size).toBe(33)
  const quiet = (SLIP_SYMBOL.side / size) * 4
  expect(SLIP_SYMBOL.x + SLIP_SYMBOL.side + quiet).toBeLessThanOrEqual(SLIP.width)
  expect(SLIP_SYMBOL.y - quiet).toBeGreaterThanOrEqual(0)
})

test('a slip says whose dossier it is, until when, and its address to type', async () => {
  const slips = someSlips(3)
  const [page = '', ...more] = wordsOf(await printed(slips))
  expect(more).toEqual([])
  const words = unbroken(page)
  for (const slip of slips) {
    expect(words).toContain(slip.dossierCode)
    expect(words).toContain(inGroups(slip.address.split('/').at(-1) ?? ''))
  }
  expect(words).toContain('UBND thành phố Lạng Sơn')
  expect(words).toContain('Mời Ông/Bà đánh giá việc giải quyết hồ sơ này')
  expect(words).toContain('Đánh giá được đến hết ngày 08/04/2026')
  expect(words).toContain('请您评价此事项的办理情况')
  expect(words).toContain('danhgia.langson.gov.vn/r/')
})
