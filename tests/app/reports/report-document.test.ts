import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { proposeClose, signClose } from '#app/reports/close-period.server.ts'
import { readClosablePeriod } from '#app/reports/period-close.ts'
import { administrativeDay } from '#app/reports/report/administrative-day.ts'
import { reportOf } from '#app/reports/report/report.server.ts'
import type { Report } from '#app/reports/report/report.ts'
import { reportDocument } from '#app/reports/report/report-document.server.ts'
import { reportTables } from '#app/reports/report/report-tables.ts'
import { writtenCell } from '#app/reports/report/written-report.ts'
import { viewerOf } from '#tests/app/offices/office-world.ts'
import { csvOf, unzipped, workbookOf } from '#tests/world/exported.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

const FEBRUARY = readClosablePeriod('month', '2026-02-01')
if (!FEBRUARY) throw new Error('no month')
const period = FEBRUARY

let city: SmallCity
let report: Report
beforeEach(async () => {
  city = await aSmallCity()
  await city.store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-02-10', trust: 'verified' }, [
      ...times(80, 5),
      ...times(7, 4),
      ...times(9, 2),
    ])
    await rate(tx, { office: OFFICES.wardB, day: '2026-02-11', trust: 'kiosk' }, times(40, 4))
    await rate(tx, { office: OFFICES.oneStop, day: '2026-02-12' }, times(3, 1))
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2026-02-10', onTime: 150, late: 2, rated: 96 })
  })
  const made = await proposeClose(city, await viewerOf(city, 'city_office'), period)
  if ('id' in made) await signClose(city, await viewerOf(city, 'home_affairs'), made.id)
  report = await read()
})
afterEach(() => city.close())

const read = (change: object = {}) =>
  reportOf(city.store.read, 'vi', {
    ...{ period, office: '', byLineage: false, now: city.clock.now() },
    ...change,
  })

const xmlOf = (zip: Buffer, name: string) => unzipped(zip).get(name) ?? ''
/** The words of each paragraph, in order. */
const paragraphs = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )

describe('the form of Nghị định 30/2020/NĐ-CP, read from the XML', () => {
  test('A4, margins in their ranges, Times New Roman 14 in black', async () => {
    const zip = await reportDocument('vi', report)
    const xml = xmlOf(zip, 'word/document.xml')
    const pages = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)].map((m) =>
      m.slice(1),
    )
    expect(pages[0]).toEqual(['11906', '16838', 'portrait'])
    for (const [w, h, orientation] of pages)
      expect([w, h]).toEqual(orientation === 'portrait' ? ['11906', '16838'] : ['16838', '11906'])
    const mm = (twips: string | undefined) => (Number(twips) * 25.4) / 1440
    const margins = [
      ...xml.matchAll(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g),
    ]
    expect(margins).toHaveLength(pages.length)
    for (const [, top, right, bottom, left] of margins) {
      for (const side of [top, bottom]) expect(mm(side)).toBeGreaterThanOrEqual(19.9)
      expect(mm(left)).toBeGreaterThanOrEqual(29.9)
      expect(mm(left)).toBeLessThanOrEqual(35.1)
      expect(mm(right)).toBeGreaterThanOrEqual(14.9)
      expect(mm(right)).toBeLessThanOrEqual(20.1)
    }
    const styles = xmlOf(zip, 'word/styles.xml')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:sz w:val="28"/>')
    expect(styles).toContain('<w:color w:val="000000"/>')
  })

  test('page numbers in the middle of the top margin, not on a first page, anew in each appendix', async () => {
    const zip = await reportDocument('vi', report)
    const xml = xmlOf(zip, 'word/document.xml')
    const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
    const tables = reportTables('vi', report)
    const filled = tables.filter(({ rows }) => rows.length > 0)
    expect(sections.length).toBe(filled.length)
    expect(filled.length).toBeLessThan(tables.length)
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>')
      expect(section).toContain('w:type="first"')
      expect(section).toContain('<w:pgNumType w:start="1"')
    }
    const headers = [...unzipped(zip)].filter(([name]) => /word\/header\d+\.xml/.test(name))
    const numbered = headers.filter(([, text]) => text.includes('PAGE'))
    expect(numbered).toHaveLength(sections.length)
    for (const [, text] of numbered) expect(text).toContain('<w:jc w:val="center"/>')
  })

  test('the last line above the signature is kept with it: no signature alone on a page', async () => {
    const xml = xmlOf(await reportDocument('vi', report), 'word/document.xml')
    const above = xml.slice(0, xml.lastIndexOf('<w:tbl>', xml.indexOf('CHÁNH VĂN PHÒNG')))
    const last = above.slice(above.lastIndexOf('<w:p>'))
    expect(last).toContain('<w:keepNext')
    expect(last).not.toContain('w:keepNext w:val="false"')
  })

  test('the texts of the form stand in their order, the number is left blank', async () => {
    const words = paragraphs(xmlOf(await reportDocument('vi', report), 'word/document.xml'))
    const wanted = [
      'VĂN PHÒNG HĐND-UBND',
      'Số:        /BC-VP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO',
      'Kính gửi: Phòng Nội vụ thành phố.',
      'I. MỤC ĐÍCH, PHẠM VI VÀ PHƯƠNG PHÁP',
      'II. KẾT QUẢ',
      'III. ĐÁNH GIÁ',
      'IV. KIẾN NGHỊ, GIẢI PHÁP',
      'Nơi nhận:',
      '- Lưu: VT.',
      'CHÁNH VĂN PHÒNG',
      'Phụ lục I',
      'Phụ lục II',
    ]
    expect(words.filter((text) => wanted.includes(text))).toEqual(wanted)
    expect(words.join('\n')).toContain(report.close?.sha256)
    expect(words.join('\n')).not.toContain('tạm tính')
  })

  test('provisional figures say so; a reopening is printed', async () => {
    const january = readClosablePeriod('month', '2026-01-01')
    const words = paragraphs(
      xmlOf(await reportDocument('vi', await read({ period: january })), 'word/document.xml'),
    )
    expect(words).toContain('Số liệu tạm tính, chưa chốt.')
  })

  test.each([
    ['2024-01-05', { day: '05', month: '01', year: '2024' }],
    ['2024-02-29', { day: '29', month: '02', year: '2024' }],
    ['2026-03-09', { day: '09', month: '3', year: '2026' }],
    ['2026-12-10', { day: '10', month: '12', year: '2026' }],
  ])('%s as a document dates it', (day, written) => {
    expect(administrativeDay(day)).toEqual(written)
  })
})

describe('one closed period', () => {
  test('has the same numbers in DOCX, XLSX, CSV and on the page', async () => {
    const words = paragraphs(xmlOf(await reportDocument('vi', report), 'word/document.xml'))
    for (const table of reportTables('vi', report).filter(({ rows }) => rows.length > 0)) {
      const written = table.rows.map((row) =>
        row.map((cell, at) => writtenCell('vi', cell, table.columns[at] as never)),
      )
      // The document's cells are its paragraphs in the table's order.
      const from = words.indexOf(
        table.columns[0]?.title ?? '',
        words.lastIndexOf(table.sheet.toUpperCase()) + 1,
      )
      const cells = words.slice(from, from + table.columns.length * (table.rows.length + 1))
      expect(cells).toEqual([...table.columns.map(({ title }) => title), ...written.flat()])

      const csv = (await csvOf(table)).replace('\uFEFF', '')
      const lines = csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';'))
      expect(lines).toHaveLength(table.rows.length)
      const sheet = workbookOf(await xlsxFile(table)).rows.slice(1)
      for (const [at, row] of table.rows.entries()) {
        const inSheet = (sheet[at] ?? []).filter((cell) => typeof cell === 'number')
        expect(inSheet).toEqual(row.filter((cell) => typeof cell === 'number'))
        const inCsv = (lines[at] ?? []).map((cell, column) =>
          table.columns[column]?.kind === 'text' || cell === '' ? null : Number(cell.replace(',', '.')),
        )
        for (const [column, value] of inCsv.entries()) {
          const cell = row[column]
          if (typeof cell === 'number') expect(value).toBeCloseTo(cell, 6)
        }
      }
    }
  })

  test('what is rated later changes nothing of it', async () => {
    const before = await reportDocument('vi', report)
    await city.store.write((tx) => rate(tx, { office: OFFICES.wardB, day: '2026-02-20' }, times(50, 1)))
    const after = await read()
    expect(after.after).toEqual({ ratings: 50, moved: 0 })
    expect(reportTables('vi', after)).toEqual(reportTables('vi', report))
    const text = (zip: Buffer) =>
      paragraphs(xmlOf(zip, 'word/document.xml')).filter((each) => !each.includes('Sau khi chốt'))
    expect(text(await reportDocument('vi', after))).toEqual(text(before))
  })

  test('an office’s report has its own line and those below, and no others', async () => {
    const ward = await read({ office: OFFICES.wardA })
    const offices = reportTables('vi', ward).find(({ id }) => id === 'don-vi')
    expect(offices?.rows.map(([name]) => name)).toEqual([ward.scope.name])
    await expect(read({ office: 'none' })).rejects.toThrow()
  })
})
