import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvStream } from '#app/exports/csv-stream.server.ts'
import type { ExportedCell, ExportedTable } from '#app/exports/exported-table.ts'
import { LARGEST_SHEET, TooManyRows, xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { csvOf, workbookOf } from '#tests/world/exported.ts'

const tableOf = (rows: ExportedTable['rows']): ExportedTable => ({
  file: 'bang',
  sheet: 'Tháng 10/2026: tất cả [mọi] cơ quan, đơn vị',
  columns: [
    { name: 'name', title: 'Cơ quan, đơn vị', kind: 'text' },
    { name: 'ratings', title: 'Lượt', kind: 'count' },
    { name: 'share', title: 'Tỷ lệ', kind: 'share' },
    { name: 'points', title: 'Điểm', kind: 'points' },
    { name: 'p', title: 'p', kind: 'chance' },
    { name: 'day', title: 'Ngày', kind: 'day' },
    { name: 'at', title: 'Lúc', kind: 'instant' },
    { name: 'verdict', title: 'So với 95%', kind: 'text', words: { met: 'Đạt', hidden: 'không hiện' } },
  ],
  rows,
})

const ROWS: ExportedCell[][] = [
  ['Phường Đông Kinh', 1209, 0.963606, 5.33, 0.00593, '2026-10-31', '2026-10-31T17:30:00.000Z', 'met'],
  ['Phòng "Một cửa"; quầy 2\nlầu 1', null, null, null, null, '', '', 'hidden'],
]

describe('one table as two files', () => {
  test('CSV: marked as UTF-8, `;`, decimal comma, an empty cell for what is not shown', async () => {
    expect(await csvOf(tableOf(ROWS))).toBe(
      [
        '\uFEFFname;ratings;share;points;p;day;at;verdict',
        'Phường Đông Kinh;1209;0,963606;5,33;0,005930;2026-10-31;2026-10-31T17:30:00.000Z;met',
        '"Phòng ""Một cửa""; quầy 2\nlầu 1";;;;;;;hidden',
        '',
      ].join('\r\n'),
    )
  })

  test('XLSX: the same numbers as numbers, days as days, the clock of Vietnam, words as the page says them', async () => {
    const { rows, formats, name } = workbookOf(await xlsxFile(tableOf(ROWS)))
    const day = (Date.UTC(2026, 9, 31) - Date.UTC(1899, 11, 30)) / 86_400_000
    expect(rows[0]).toEqual(['Cơ quan, đơn vị', 'Lượt', 'Tỷ lệ', 'Điểm', 'p', 'Ngày', 'Lúc', 'So với 95%'])
    expect(rows[1]?.slice(0, 6)).toEqual(['Phường Đông Kinh', 1209, 0.963606, 5.33, 0.00593, day])
    // 17:30 UTC is half past midnight of the next day in Vietnam.
    expect(rows[1]?.[6]).toBeCloseTo(day + 1 + 0.5 / 24, 6)
    expect(rows[1]?.[7]).toBe('Đạt')
    expect(rows[2]).toEqual([
      'Phòng "Một cửa"; quầy 2\nlầu 1',
      ...[null, null, null, null, null, null, 'không hiện'],
    ])
    expect(formats).toEqual(expect.arrayContaining(['#,##0', '0.0%', 'dd/mm/yyyy', 'dd/mm/yyyy hh:mm']))
    expect(name).toBe('Tháng 10/2026  tất cả [mọi] cơ '.replace(/[/[\]]/g, ' ').slice(0, 31))
  })

  test('XLSX: the header stays in sight and each column is as wide as what it holds', async () => {
    const { sheet } = workbookOf(await xlsxFile(tableOf(ROWS)))
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(8)
    expect(widths[0]).toBe('Phòng "Một cửa"; quầy 2\nlầu 1'.length + 2)
    expect(Math.min(...widths)).toBe(10)
  })
})

describe('a long file', () => {
  async function* manyLines(): AsyncGenerator<ExportedCell[]> {
    for (let n = 0; n < 20_000; n++) yield ['Phường Đông Kinh', n, 0.5, 5, 0.01, '2026-10-31', '', 'met']
  }

  test('lets others be answered between any two of its pieces', async () => {
    let turns = 0
    let others = setImmediate(function turn() {
      turns += 1
      others = setImmediate(turn)
    })
    const turnsAtPiece: number[] = []
    try {
      for await (const _ of csvStream(tableOf(manyLines()))) turnsAtPiece.push(turns)
    } finally {
      clearImmediate(others)
    }
    expect(turnsAtPiece.length).toBeGreaterThan(10)
    const waits = turnsAtPiece.slice(2).filter((turn, at) => turn > (turnsAtPiece[at] ?? 0))
    expect(waits).toHaveLength(turnsAtPiece.length - 2)
  })
})

const PAYLOADS = [
  '=1+1',
  '+84',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '=HYPERLINK("http://evil.example";"x")',
  "=cmd|' /C calc'!A0",
  '＝1+1',
  '＠SUM(A1)',
]

describe('a cell that a spreadsheet would run', () => {
  const row = (text: string): ExportedCell[] => [text, 1, 0.5, 1, 1, '', '', text]

  test.each(PAYLOADS)('%j is inert in CSV', async (text) => {
    const read: string[][] = parse(await csvOf(tableOf([row(text)])), { bom: true, delimiter: ';' })
    expect([read[1]?.[0], read[1]?.[7]]).toEqual([`'${text}`, `'${text}`])
    expect(read[1]).toHaveLength(8)
  })

  test.each(PAYLOADS)('%j is text and no formula in XLSX', async (text) => {
    const { rows, sheet } = workbookOf(await xlsxFile(tableOf([row(text)])))
    expect(sheet).not.toContain('<f>')
    expect(String(rows[1]?.[0]).replace(/\r/g, '\n')).toBe(`'${text}`.replace(/\r/g, '\n'))
  })

  test('neither does a number, nor an ordinary name, carry a mark', async () => {
    const csv = await csvOf(tableOf([['Chi cục 3-2', -3, -0.25, -1.5, 1, '', '', 'a=b']]))
    expect(csv.split('\r\n')[1]).toBe('Chi cục 3-2;-3;-0,250000;-1,50;1,000000;;;a=b')
  })
})

describe('the answer at an address', () => {
  const at = (path: string) => new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie: '' } })

  test('.csv is streamed, .xlsx says its length; both are named and kept by nobody', async () => {
    const csv = await tableAnswer(at('/van-phong.csv?from=a.xlsx'), tableOf(ROWS))
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="bang.csv"')
    const xlsx = await tableAnswer(at('/van-phong.xlsx?from=a'), tableOf(ROWS))
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="bang.xlsx"')
    const bytes = Buffer.from(await xlsx.arrayBuffer())
    expect(xlsx.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect(workbookOf(bytes).rows).toHaveLength(3)
    for (const answer of [csv, xlsx]) expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await csv.text()).split('\r\n')).toHaveLength(4)
  })

  test('too long for a sheet: said in words, while the CSV has every line', async () => {
    async function* many(): AsyncGenerator<ExportedCell[]> {
      for (let n = 0; n <= LARGEST_SHEET; n++) yield [`${n}`, n, 0, 0, 0, '', '', '']
    }
    await expect(xlsxFile(tableOf(many()))).rejects.toThrow(TooManyRows)
    const refused = await tableAnswer(at('/van-phong/nhat-ky.xlsx'), tableOf(many()))
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('5.000 dòng')])
    expect((await csvOf(tableOf(many()))).split('\r\n')).toHaveLength(LARGEST_SHEET + 3)
  })

  test('a fault in the middle ends the file, it does not end it quietly', async () => {
    async function* broken(): AsyncGenerator<ExportedCell[]> {
      yield ROWS[0] ?? []
      throw new Error('the disk is gone')
    }
    const answer = await tableAnswer(at('/van-phong.csv'), tableOf(broken()))
    await expect(answer.text()).rejects.toThrow()
  })
})
