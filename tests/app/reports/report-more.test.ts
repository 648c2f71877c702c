import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { formatCount, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { PublicResults } from '#app/publication/public-results.server.ts'
import { proposeClose, signClose } from '#app/reports/close-period.server.ts'
import { shareWords } from '#app/reports/figure-words.tsx'
import { readClosablePeriod } from '#app/reports/period-close.ts'
import { recordHash, writtenRecord } from '#app/reports/period-record.ts'
import { reportOf } from '#app/reports/report/report.server.ts'
import type { Report } from '#app/reports/report/report.ts'
import { reportDocument } from '#app/reports/report/report-document.server.ts'
import { reportTables, type TableId } from '#app/reports/report/report-tables.ts'
import { writtenCell } from '#app/reports/report/written-report.ts'
import { writtenSections } from '#app/reports/report/written-sections.ts'
import { verify } from '#app/reports/verify.server.ts'
import { writeIndicatorScore } from '#db/queries/indicator-scores.ts'
import { findPeriodRecord, insertPeriodRecord, updatePeriodClose } from '#db/queries/period-closes.ts'
import { viewerOf } from '#tests/app/offices/office-world.ts'
import { csvOf, unzipped, workbookOf } from '#tests/world/exported.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { answer, complain, settleFebruary } from './filed-city.ts'
import { rate, times } from './rated-city.ts'

const FEBRUARY = readClosablePeriod('month', '2026-02-01')
if (!FEBRUARY) throw new Error('no month')
const period = FEBRUARY

let city: SmallCity
let report: Report
let closeId = ''
beforeEach(async () => {
  city = await aSmallCity()
  await settleFebruary(city)
  const affairs = await viewerOf(city, 'home_affairs')
  for (const [at, indicator] of [5, 8, 9].entries())
    await city.store.write((tx) =>
      writeIndicatorScore(tx, {
        ...{ office_id: OFFICES.wardA, period_from: period.from, period_to: period.to, indicator },
        ...{ points: at === 0 ? 1 : 2, note: '', entered_at: '', staff_id: affairs.staffId },
      }),
    )
  const made = await proposeClose(city, await viewerOf(city, 'city_office'), period)
  if (!('id' in made)) throw new Error(made.problem)
  closeId = made.id
  await signClose(city, affairs, closeId)
  report = await read()
})
afterEach(() => city.close())

const read = (office = '') =>
  reportOf(city.store.read, 'vi', { period, office, byLineage: false, now: city.clock.now() })
const rowsOf = (id: TableId, of = report) => reportTables('vi', of).find((table) => table.id === id)?.rows

describe('complaints in a closed report', () => {
  test('stand by office and by subject; what is confidential counts in the city alone', () => {
    expect(rowsOf('phan-anh')).toEqual([
      ['UBND thành phố', 32, 30, 29, 29 / 32],
      ['Phường Đông Kinh', 14, 12, 11, 11 / 14],
      ['Phường Vĩnh Trại', 12, 12, 12, 1],
    ])
    expect(rowsOf('loai-phan-anh')).toEqual([
      ['Thái độ', 12, 12, 12, 1],
      ['Chậm trễ', 14, 12, 11, 11 / 14],
      ['Nhũng nhiễu, sách nhiễu', 6, 6, 6, 1],
    ])
  })

  test('give the points of 766, whose total is the sum of its parts', () => {
    const rows = rowsOf('chi-so-766') ?? []
    expect(rows.slice(3, 5)).toEqual([
      ['Xử lý phản ánh, kiến nghị đúng hạn', 29, 32, 5.44, 5.44],
      ['Hài lòng với xử lý phản ánh, kiến nghị', 17, 32, 3.19, 3.19],
    ])
    expect(rows[0]?.slice(1)).toEqual([2, 212, null, null])
  })

  test('are hidden below five, with what would give them away', async () => {
    await city.store.write((tx) =>
      complain(tx, 3, { office_id: OFFICES.oneStop, received_day: '2026-01-05' }),
    )
    await city.store.write((tx) => complain(tx, 9, { office_id: OFFICES.wardA, received_day: '2026-01-05' }))
    const january = readClosablePeriod('month', '2026-01-01')
    if (!january) throw new Error('no month')
    const open = await reportOf(city.store.read, 'vi', {
      ...{ period: january, office: '', byLineage: false, now: city.clock.now() },
    })
    expect(rowsOf('phan-anh', open)?.map((row) => row.slice(1, 3))).toEqual([
      [12, 12],
      [null, null],
      [null, null],
    ])
  })

  test('of one office name that office alone, and no points of 766', async () => {
    const ward = await read(OFFICES.wardB)
    expect(rowsOf('phan-anh', ward)).toEqual([['Phường Vĩnh Trại', 12, 12, 12, 1]])
    expect(rowsOf('chi-so-766', ward)).toBeUndefined()
    expect(rowsOf('loai-phan-anh', ward)).toBeUndefined()
  })
})

describe('answers in a closed report', () => {
  test('stand by factor and criterion, three answers of a second office among them', () => {
    const [factor, first, second, other] = rowsOf('yeu-to') ?? []
    expect([factor, first, second, other].map((row) => row?.[1])).toEqual([103, 53, 50, 50])
    expect(first?.slice(2)).toEqual([30, 15, 8, 0, 0, 45, 45 / 53, expect.any(Number), expect.any(Number)])
    expect(rowsOf('cau-hoi')?.filter(([, , n]) => typeof n === 'number' && n > 0)).toEqual([
      [expect.any(String), expect.any(String), 14, 25, 14 / 25],
      [expect.any(String), expect.any(String), 9, 25, 9 / 25],
    ])
  })

  test('and the points of Nghị định 61 with their band, each kept from the others', () => {
    expect(rowsOf('nd61')).toEqual([
      ['Phường Đông Kinh', 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1, 2, 2, 14.6, 'good'],
    ])
    const [answers, points] = writtenSections('vi', report)
    expect(answers?.sentences.join()).toContain('(103 câu trả lời)')
    expect(points?.sentences).toEqual([
      expect.stringContaining('Tốt 1'),
      expect.stringContaining('không cộng chung'),
    ])
  })
})

test('nothing of it changes with what comes after the close', async () => {
  const before = reportTables('vi', report)
  await city.store.write(async (tx) => {
    await complain(tx, 7)
    await answer(tx, OFFICES.wardA, 'sipas.1', { 1: 20 })
    await answer(tx, OFFICES.wardA, 'nd61.1', { 0: 20 })
    await tx.updateTable('feedback_cases').set({ first_answer: 'late' }).execute()
    await tx.updateTable('indicator_scores').set({ points: 0 }).execute()
  })
  expect(reportTables('vi', await read())).toEqual(before)
})

test('a record of the first form still verifies, and says what it has not', async () => {
  const stored = await findPeriodRecord(city.store.read, report.close ? await recordId() : '')
  const { more: _more, ...first } = JSON.parse(stored?.content ?? '{}')
  const content = writtenRecord({ ...first, format: 1 })
  await city.store.write(async (tx) => {
    const row = { id: 'first', content, sha256: recordHash(content), frozen_at: stored?.frozen_at ?? '' }
    await insertPeriodRecord(tx, row)
    await updatePeriodClose(tx, closeId, { record_id: 'first' } as never)
  })
  expect((await verify(city.store.read)).wrong.filter(({ what }) => what === 'period_record')).toEqual([])
  const old = await read()
  expect(rowsOf('don-vi', old)).toEqual(rowsOf('don-vi'))
  expect(rowsOf('phan-anh', old)).toEqual([])
  const words = unzipped(await reportDocument('vi', old)).get('word/document.xml')
  expect(words?.split('Không có trong bản chốt.').length).toBeGreaterThan(4)
})

const recordId = async () => {
  const row = await city.store.read
    .selectFrom('period_closes')
    .select('record_id')
    .where('id', '=', closeId)
    .executeTakeFirstOrThrow()
  return row.record_id
}

describe('one closed period is the same wherever it stands', () => {
  test('every number of every table in DOCX, XLSX and CSV', async () => {
    const xml = unzipped(await reportDocument('vi', report)).get('word/document.xml') ?? ''
    const inWord = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
          [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
        ),
      ),
    )
    for (const table of reportTables('vi', report).filter(({ rows }) => rows.length > 0)) {
      const written = table.rows.map((row) =>
        row.map((cell, at) => writtenCell('vi', cell, table.columns[at] as never)),
      )
      expect(inWord, table.id).toContainEqual([table.columns.map(({ title }) => title), ...written])
      const sheet = workbookOf(await xlsxFile(table)).rows.slice(1)
      const csv = (await csvOf(table)).replace('\uFEFF', '').trimEnd().split('\r\n').slice(1)
      for (const [at, row] of table.rows.entries())
        for (const [column, cell] of row.entries())
          if (typeof cell === 'number') {
            expect(sheet[at]?.[column], `${table.id} ${at} ${column}`).toBe(cell)
            expect(Number(csv[at]?.split(';')[column]?.replace(',', '.'))).toBeCloseTo(cell, 6)
          }
    }
  })

  test('and every number that the public sees, in page, JSON and CSV, late ratings or not', async () => {
    await city.store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardB, day: '2026-02-20' }, times(50, 1))
      await complain(tx, 20)
    })
    const results = new PublicResults(city.store.read, city.clock)
    const { rows } = JSON.parse((await results.file('json')).plain.toString('utf8'))
    const month = rows.filter((row: { month: string }) => row.month === '2026-02')
    expect(month).toHaveLength(4)
    const table = (id: TableId) => new Map(rowsOf(id)?.map((row) => [row[0], row]))
    const [offices, complaints, answered] = [table('don-vi'), table('phan-anh'), table('tra-loi')]
    let compared = 0
    for (const line of month) {
      const own = offices.get(line.office) ?? []
      const told = complaints.get(line.office) ?? [line.office, 0, 0, 0]
      const pairs = [
        [line.returned, own[1]],
        [line.on_time, own[2]],
        [line.n, own[4]],
        [line.satisfied, own[5]],
        [line.share, own[6]],
        [line.interval_low, own[7]],
        [line.interval_high, own[8]],
        [line.rated, answered.get(line.office)?.[2]],
        [line.complaints_received, told[1]],
        [line.complaints_answered, told[2]],
        [line.complaints_on_time, told[3]],
      ]
      for (const [at, [shown, ours]] of pairs.entries())
        if (typeof shown === 'number') {
          expect(shown, `${line.office} ${at}`).toBe(ours)
          compared += 1
        }
    }
    expect(compared).toBeGreaterThan(20)
    const html = (await results.page('vi', null)).plain.toString('utf8')
    const lines = publicLines(html)
    expect(lines.filter(([name = '']) => offices.has(name))).toHaveLength(offices.size)
    let cells = 0
    for (const [name = '', ...shown] of lines.filter(([first = '']) => offices.has(first)))
      for (const [at, expected] of publicCells(name).entries())
        if (isShown(shown[at])) {
          expect(shown[at], `${name} ${at}`).toBe(expected)
          cells += 1
        }
    expect(cells).toBeGreaterThan(20)
    expect(html).toContain(report.close?.sha256.slice(0, 12))
  })

  test('and every number of an office’s own public page: its large figures and its month', async () => {
    const results = new PublicResults(city.store.read, city.clock)
    let cells = 0
    for (const { office } of report.overview.offices) {
      const html = (await results.page('vi', office.depth === 0 ? null : office.id)).plain.toString('utf8')
      const expected = publicCells(office.name)
      const [month = []] = publicLines(html).filter(([first = '']) => first.startsWith('Tháng 02/2026'))
      for (const [at, shown] of month.slice(1).entries())
        if (isShown(shown)) expect(shown, `${office.name} ${at}`).toBe(expected[at])
      const large = /<dl class="figures">.*?<\/dl>/s.exec(html)?.[0] ?? ''
      const told = [...textOf(large).matchAll(/\d[\d.,]*%?/g)].map(([number]) => number.replace(/[.,]$/, ''))
      const known = new Set(numbersIn([...expected, ...ALWAYS]))
      for (const number of told) expect([...known], `${office.name}: ${number}`).toContain(number)
      cells += told.length
    }
    expect(cells).toBeGreaterThan(20)
  })

  const isShown = (cell: string | undefined) => cell !== undefined && cell !== '' && !cell.startsWith('–')
  /** Said in words: below how many nothing is shown, how sure an interval is, the two targets. */
  const ALWAYS = ['10', '95%', '99%']
  const textOf = (html: string) =>
    html
      .replace(/<[^>]+>|[▲●◆▼■]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  const numbersIn = (texts: readonly string[]) =>
    texts.flatMap((text) => [...text.matchAll(/\d[\d.,]*%?/g)].map(([number]) => number.replace(/[.,]$/, '')))

  /** Each line of the page's tables: its name, then its cells as they are read. */
  const publicLines = (html: string): string[][] =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
    )

  /** What the closed report says of an office, in the columns of the public page. */
  function publicCells(name: string): string[] {
    const line = report.overview.offices.find(({ office }) => office.name === name)
    if (!line) throw new Error(`${name} is not in the report`)
    const { ratings, rated, returned, onTime } = line
    const petitions = rowsOf('phan-anh')?.find(([first]) => first === name) ?? [name, 0, 0, 0]
    const words = ratings.state === 'shown' ? shareWords('vi', ratings) : null
    const of = (part: number | null) =>
      part === null
        ? ''
        : `${percentOf('vi', part, returned) ?? ''} ${formatCount('vi', part)}/${formatCount('vi', returned)}`.trim()
    return [
      ratings.state === 'shown' ? formatCount('vi', ratings.n) : '0',
      ...[words?.share ?? '', words?.range ?? ''],
      ratings.state === 'shown' ? textsIn.vi(`staff:verdict.${ratings.verdict}`) : '',
      ...[of(rated), of(onTime)],
      ...petitions.slice(1, 4).map((n) => formatCount('vi', Number(n))),
    ]
  }
})
