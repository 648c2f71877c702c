import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Period, periodOf } from '#app/calendar/period.ts'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { refusedPeriodForm } from '#app/reports/period-form.ts'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

const MARCH = periodOf('2026-03-01', '2026-03-31')

async function pageOf(
  lang: Lang = 'vi',
  period: Period = MARCH,
  typed?: [string, string],
  asked: { byLineage?: boolean } = {},
) {
  const desk = await overviewDesk(city.store.read, LIVE, { period, today: '2026-04-10', ...asked })
  return renderToStaticMarkup(
    <OverviewPage
      lang={lang}
      viewer={{ name: 'Nông Thị Lan', role: 'city_office' }}
      {...desk}
      refused={typed ? refusedPeriodForm(...typed) : null}
      asOf="2026-04-10T02:30:00.000Z"
    />,
  )
}

/** The words of a piece of markup, one space between them, as a reader hears them. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
const piece = (html: string, pattern: RegExp) => pattern.exec(html)?.[0] ?? ''
const rowOf = (html: string, name: string) =>
  html
    .split(/<\/?tr>/)
    .find((row) => row.startsWith('<th scope="row" class="depth') && row.includes(`>${name}</`)) ?? ''
const fewInWardB = () =>
  city.store.write((tx) => rate(tx, { office: OFFICES.wardB, day: '2026-03-02' }, times(2, 2)))

beforeEach(() =>
  city.store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-03-02', trust: 'verified' }, [
      ...times(100, 5),
      ...times(12, 4),
      ...times(8, 3),
    ])
    await rate(tx, { office: OFFICES.wardA, day: '2026-01-20' }, [...times(96, 4), ...times(4, 1)])
    await rate(tx, { office: OFFICES.oneStop, day: '2026-03-02' }, times(900, 5))
    await returnDossiers(tx, { office: OFFICES.oneStop, day: '2026-03-02', onTime: 199, late: 1, rated: 76 })
  }),
)

describe('the first line', () => {
  test('is a sentence: period, share, interval, n, verdict, how many answered', async () => {
    const html = await pageOf()
    expect(words(piece(html, /<h1.*?<\/h1>/))).toBe(
      'Tháng 03/2026: 99,2% hài lòng (98,5%–99,6%) trên 1.020 lượt · ● Đạt · 38% hồ sơ có đánh giá',
    )
  })

  test('the targets stand below it, each with what it rests on, who did not answer with bounds', async () => {
    const glance = words(piece(await pageOf(), /<section class="glance".*?<\/section>/))
    expect(glance).toBe(
      'So với mục tiêu Hài lòng 99,2% ● Đạt khoảng tin cậy 95%: 98,5%–99,6%; 1.020 lượt ' +
        'So trực tiếp với mục tiêu 95%: 99,2% ≥ 95%. ' +
        'Riêng lượt gắn với hồ sơ: 93,3% (89,9%–95,6%) trên 120 lượt. ' +
        'Đúng hạn 99,5% ● Đạt 199 trên 200 hồ sơ đã trả; mục tiêu trên 99% ' +
        'Có đánh giá 38,0% 76 trên 200 hồ sơ đã trả có lượt đánh giá gắn với hồ sơ ' +
        // r = 0,38 and p = 112/120: r·p = 35,5%, and 62% more who did not answer.
        'Dù những người không trả lời nghĩ thế nào, tỷ lệ của mọi hồ sơ nằm giữa 35,5% và 97,5% (Manski).',
    )
  })

  test('says so when nobody rated, and when too few did', async () => {
    const empty = await pageOf('vi', periodOf('2025-06-01', '2025-06-30'))
    expect(words(piece(empty, /<h1.*?<\/h1>/))).toBe('Tháng 06/2025: chưa có lượt đánh giá nào')
    await city.store.write((tx) => rate(tx, { office: OFFICES.wardB, day: '2025-09-02' }, times(4, 1)))
    const few = await pageOf('vi', periodOf('2025-09-01', '2025-09-30'))
    expect(words(piece(few, /<h1.*?<\/h1>/))).toBe(
      'Tháng 09/2025: còn ít lượt đánh giá nên không hiện tỷ lệ hài lòng',
    )
  })
})

describe('the table of offices', () => {
  test('prints share, interval, the plain comparison and the verdict in words and a shape', async () => {
    expect(words(rowOf(await pageOf(), 'Bộ phận Một cửa thành phố'))).toBe(
      'Bộ phận Một cửa thành phố 200 99,5% ● Đạt 900 38,0% Rất hài lòng 900 100,0% (99,6%–100,0%) ● Đạt 100,0% ≥ 95%',
    )
  })

  test('a hidden figure is a dash that can be reached and says why; nothing of it is in the page', async () => {
    await fewInWardB()
    const row = rowOf(await pageOf(), 'Phường Vĩnh Trại')
    expect(words(row)).toContain('– Không hiện: dưới 5 lượt, hoặc để không ai suy ra được số dưới 5 lượt')
    expect(row).toContain('href="#khong-hien"')
    expect(row).not.toContain('<svg')
    expect(words(row)).not.toContain('Chưa đủ')
  })

  test('the numbers of the bars stand in the table of levels', async () => {
    const html = await pageOf()
    const levelsIn = (page: string) => page.split('<summary>Bảng số lượt theo từng mức</summary>')[1] ?? ''
    const cells = (name: string, page = html) =>
      [
        ...(
          levelsIn(page)
            .split('<tr>')
            .find((row) => row.includes(`>${name}<`)) ?? ''
        ).matchAll(/<td>(.*?)<\/td>/g),
      ].map(([, cell = '']) => words(cell))
    expect(cells('Bộ phận Một cửa thành phố')).toEqual(['900', '0', '0', '0', '0'])
    expect(cells('Phường Đông Kinh')).toEqual(['100', '12', '8', '0', '0'])
    expect(rowOf(html, 'Phường Đông Kinh')).toContain(
      '<title>Rất hài lòng 100, Hài lòng 12, Bình thường 8</title>',
    )
    await fewInWardB()
    expect(cells('Phường Vĩnh Trại', await pageOf())).toEqual(
      Array.from({ length: 5 }, () => '– không hiện vì ít lượt'),
    )
  })
})

describe('the chart', () => {
  test('and its table say the same numbers, a month of too few in neither', async () => {
    await city.store.write((tx) => rate(tx, { office: OFFICES.wardA, day: '2025-12-09' }, times(3, 1)))
    const html = await pageOf()
    const table = html.split('<summary>Bảng số liệu 12 tháng</summary>')[1] ?? ''
    const month = (name: string) =>
      words(table.split('<tr>').find((row) => row.includes(`>${name}<`)) ?? '').replace(` ${name} `, '')
    expect(month('Tháng 03/2026')).toContain('1.020 99,2% 98,5%–99,6%')
    expect(month('Tháng 02/2026')).toContain('Tháng 02/2026 0')
    expect(month('Tháng 12/2025')).toContain('–')
    const [wide = '', narrow = ''] = [...html.matchAll(/<svg class="chart.*?<\/svg>/g)].map(([svg]) => svg)
    for (const svg of [wide, narrow]) {
      expect(svg).toMatch(/role="img" aria-labelledby="[\w-]+" aria-describedby="[\w-]+"/)
      expect(words(piece(svg, /<desc.*?<\/desc>/))).toContain('tỷ lệ mới nhất 99,2% trên 1.020 lượt')
      // December is hidden and takes January with it: only March has a point.
      expect(svg.match(/<circle class="point"/g)).toHaveLength(1)
    }
  })

  test('points, band and target are drawn on one scale', async () => {
    const svg = piece(await pageOf(), /<svg class="chart wide.*?<\/svg>/)
    const [january, march] = [...svg.matchAll(/<circle class="point" cx="([\d.]+)" cy="([\d.]+)"/g)].map(
      ([, x, y]) => [Number(x), Number(y)],
    )
    const target = Number(/<line class="target"[^>]*y1="([\d.]+)"/.exec(svg)?.[1])
    // January: 96 of 100, above the target; March: 99,2%, higher still and two months further right.
    expect(january?.[1]).toBeLessThan(target)
    expect(march?.[1]).toBeLessThan(january?.[1] ?? 0)
    expect(march?.[0]).toBeGreaterThan(january?.[0] ?? 0)
  })
})

describe('the period', () => {
  test('is switched by plain links: kinds, the one before, the one after', async () => {
    const nav = piece(await pageOf(), /<nav class="periods".*?<\/nav>/)
    const links = [...nav.matchAll(/href="\/van-phong\?from=([\d-]+)&amp;to=([\d-]+)"/g)].map(
      ([, from, to]) => [from, to],
    )
    expect(links).toEqual([
      ['2026-03-01', '2026-03-31'],
      ['2026-01-01', '2026-03-31'],
      ['2026-01-01', '2026-06-30'],
      ['2026-01-01', '2026-12-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-04-01', '2026-04-30'],
    ])
    const april = piece(
      await pageOf('vi', periodOf('2026-04-01', '2026-04-30')),
      /<nav class="periods".*?<\/nav>/,
    )
    expect(april).not.toContain('2026-05-01')
  })

  test('keeps the choice of a roll-up by lineage in every link and in the form', async () => {
    const nav = piece(
      await pageOf('vi', MARCH, undefined, { byLineage: true }),
      /<nav class="periods".*?<\/nav>/,
    )
    const links = [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(links.length).toBeGreaterThan(4)
    for (const href of links) expect(href).toMatch(/&amp;lineage=1$/)
    expect(nav).toContain('<input type="hidden" name="lineage" value="1"/>')
    expect(piece(await pageOf(), /<nav class="periods".*?<\/nav>/)).not.toContain('lineage')
  })

  test('that cannot be used is named at its field and in the summary, with what was typed', async () => {
    const html = await pageOf('vi', MARCH, ['2026-02-30', '2026-03-01'])
    expect(html).toMatch(/<details class="other-dates" open="">/)
    const field = piece(html, /<input id="from".*?>/)
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('value="2026-02-30"')
    expect(words(piece(html, /<div class="error-summary".*?<\/div>/))).toBe(
      'Khoảng ngày chưa đúng; dưới đây là Tháng 03/2026 Xin nhập một ngày có thật',
    )
    expect(html).toContain('href="#from"')
  })
})

describe('the whole page', () => {
  test.each(LANGUAGES)('in %s needs no style attribute, no script and no other address', async (lang) => {
    const html = await pageOf(lang)
    expect(html).not.toMatch(/ style="|<script|https?:\/\/|\son\w+="/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).toContain('href="/van-phong.csv?from=2026-03-01&amp;to=2026-03-31"')
  })

  test('names of offices are marked as Vietnamese on pages that are not', async () => {
    expect(await pageOf('en')).toContain('<span lang="vi">Phường Đông Kinh</span>')
    expect(await pageOf('vi')).toContain('>Phường Đông Kinh</a>')
  })

  test('says how it counted: the definition, the sample, what is hidden, when', async () => {
    const notes = words(piece(await pageOf(), /<section class="notes".*?<\/section>/))
    for (const part of [
      'Định nghĩa chỉ số số 1',
      'không phải mẫu chọn ngẫu nhiên',
      'dưới 5 lượt',
      '10/04/2026 09:30',
    ])
      expect(notes).toContain(part)
  })

  test('of a city without offices says what to do next', async () => {
    const desk = await overviewDesk(city.store.read, LIVE, { period: MARCH, today: '2026-04-10' })
    const props = { lang: 'vi', refused: null, asOf: '2026-04-10T02:30:00.000Z' } as const
    const viewer = { name: 'Lan', role: 'administrator' } as const
    const html = renderToStaticMarkup(
      <OverviewPage {...props} {...desk} viewer={viewer} overview={{ ...desk.overview, offices: [] }} />,
    )
    expect(words(html)).toContain('Chưa có cơ quan, đơn vị nào.')
    expect(html).not.toContain('<table class="offices"')
  })
})
