import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Period, periodOf } from '#app/calendar/period.ts'
import { NotFound } from '#app/errors.ts'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { countedOffice } from '#app/reports/office/counted-office.server.ts'
import { exportedOffice } from '#app/reports/office/exported-office.server.ts'
import { officeView } from '#app/reports/office/office-view.server.ts'
import { OfficeViewPage } from '#app/reports/office/office-view-page.tsx'
import { OFFICE_VIEWS, type OfficeView } from '#app/reports/office/office-views.ts'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { csvOf } from '#tests/world/exported.ts'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from '../rated-city.ts'

let city: SmallCity
const { wardA, wardB } = OFFICES
const MARCH = periodOf('2026-03-01', '2026-03-31')
const today = '2026-04-10'
/** Thirteen months; the last one falls from 96% to 70%, and 8 of its 10 late dossiers are late. */
const MONTHS = [
  ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'],
  ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
]

beforeEach(async () => {
  city = await aSmallCity()
  await city.store.write(async (tx) => {
    for (const month of MONTHS) {
      const isLast = month === '2026-03'
      const levels = isLast ? [...times(70, 5), ...times(30, 2)] : [...times(96, 5), ...times(4, 3)]
      await rate(tx, { office: wardA, day: `${month}-10`, trust: 'verified' }, levels)
    }
    await rate(tx, { office: wardB, day: '2026-03-10' }, times(50, 5))
    await returnDossiers(tx, { office: wardA, day: '2026-03-10', onTime: 110, late: 10, rated: 100 })
  })
})
afterEach(() => city.close())

const question = (officeId: string = wardA, period: Period = MARCH) => ({ officeId, period, today })

async function pageOf(
  view: OfficeView = '',
  { lang = 'vi' as Lang, officeId = wardA as string, period = MARCH } = {},
) {
  const shown = await officeView(city.store.read, LIVE, question(officeId, period), view)
  return renderToStaticMarkup(
    <OfficeViewPage
      {...{ lang, mayDeclare: true, refused: null, refusedChange: null }}
      {...shown}
      viewer={{ name: 'Nông Thị Lan', role: 'city_office' }}
      asOf="2026-04-10T02:30:00.000Z"
    />,
  )
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')
    .trim()

async function fileOf(table: string, period: Period = MARCH): Promise<string[][]> {
  const counted = await countedOffice(city.store.read, LIVE, question(wardA, period))
  const csv = await csvOf(await exportedOffice(city.store.read, 'vi', counted, table))
  return csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))
}

describe('one office', () => {
  test('says of its period what the overview says in its line', async () => {
    const { head } = await officeView(city.store.read, LIVE, question(), '')
    const { overview } = await overviewDesk(city.store.read, LIVE, { period: MARCH, today })
    const line = overview.offices.find(({ office }) => office.id === wardA)
    expect(head.figures.ratings).toEqual(line?.ratings)
    expect(head.figures).toMatchObject({ returned: 120, onTime: 110, rated: 100 })
    expect(words(await pageOf())).toContain('Tháng 03/2026: 70,0% hài lòng')
  })

  test('the last month is a signal on its chart: in the picture, in the table and in the file', async () => {
    const html = await pageOf()
    const wide = /<svg class="chart wide" .*?<\/svg>/s.exec(html)?.[0] ?? ''
    expect(wide.match(/class="point signal"/g)).toHaveLength(1)
    expect(wide.match(/<circle class="point"/g)).toHaveLength(12)
    expect(wide).toContain(`href="/van-phong/don-vi/${wardA}?from=2026-03-01&amp;to=2026-03-31"`)
    expect(words(wide)).toContain('Tháng 03/2026: 70,0% trên 100 lượt; thấp bất thường')
    const [table = ''] = html.split('<summary>Bảng số liệu</summary>').slice(1)
    const row = table.split(/<\/?tr>/).find((each) => each.includes('Tháng 03/2026')) ?? ''
    // p0 = 0,96: of 100 the largest c with P(X <= c) <= 0,00135 is 88.
    expect(words(row)).toBe('Tháng 03/2026 100 70 70,0% 96,0% 88,0% thấp bất thường')
    const last = (await fileOf('thang')).at(-1) ?? []
    expect(last.slice(0, 4)).toEqual(['2026-03', '100', '70', '0,700000'])
    expect(last).toEqual(expect.arrayContaining(['0,960000', '0,880000', 'low']))
    expect((await fileOf('thang')).map(([month]) => month)).toEqual(MONTHS)
  })

  test('each level of each month stands in the picture, the table and the file', async () => {
    const html = await pageOf()
    const picture = html.split('<h2 id="levels">')[1]?.split('<details>')[0] ?? ''
    expect(picture).toContain('aria-label="Tháng 03/2026: Rất hài lòng 70, Các mức còn lại (gộp) 30"')
    const table = html.split('từng mức, từng tháng</summary>')[1] ?? ''
    const row = table.split(/<\/?tr>/).find((each) => each.includes('Tháng 03/2026')) ?? ''
    // Four in every other month are too few to show, and this month would give them away.
    expect(words(row)).toBe(`Tháng 03/2026 100 70 0${' – không hiện vì ít lượt'.repeat(3)}`)
    const columns = 'month;ratings;satisfied;share;lower;upper;verdict;level_5'.split(';').length - 1
    expect((await fileOf('thang')).at(-1)?.slice(columns, columns + 5)).toEqual(['70', '0', '', '', ''])
  })

  test('a declared change begins a new baseline: twelve months are waited for again', async () => {
    await city.store.write((tx) =>
      tx
        .insertInto('staff')
        .values({
          ...{ id: 's', email: 's@x', name: 's', role: 'city_office', office_id: null, password_hash: '' },
          ...{ status: 'active', created_at: '' },
        })
        .execute(),
    )
    await city.store.write((tx) =>
      tx
        .insertInto('declared_changes')
        .values({
          id: 'd',
          office_id: wardA,
          month: '2026-03',
          reason: 'Chuyển trụ sở',
          declared_at: '',
          staff_id: 's',
        })
        .execute(),
    )
    const html = await pageOf()
    expect(html).not.toContain('class="point signal"')
    expect(html).toContain('class="declared"')
    expect(words(html)).toContain('Từ Tháng 03/2026: Chuyển trụ sở')
  })

  test('who rated: parts of the same number, one beside the other', async () => {
    const rows = await fileOf('loai')
    expect(rows.find(([kind, value]) => kind === 'trust' && value === 'verified')?.slice(2, 5)).toEqual([
      ...['100', '70', '0,700000'],
    ])
    const html = words(await pageOf())
    expect(html).toContain('Đường dẫn riêng của hồ sơ 100 70,0%')
  })

  test('hours: the cells of the picture are those of the table and of the file', async () => {
    const html = await pageOf('gio')
    const svg = /<svg class="heat-map" .*?<\/svg>/s.exec(html)?.[0] ?? ''
    // 10/03/2026 is a Tuesday; the first taps were at 10:00 in Vietnam.
    expect(words(svg)).toContain('Nhiều nhất: Thứ Ba, 10:00, 100')
    expect(svg).toMatch(/class="shade-5"><rect [^>]*><\/rect><text [^>]*>100<\/text>/)
    expect(await fileOf('gio')).toContainEqual(['2', '10', '1', '100', '0'])
  })

  test('what is kept by month is not shown of odd days: its months are a link away, its file is none', async () => {
    const days = periodOf('2026-02-05', '2026-03-20')
    for (const view of OFFICE_VIEWS.slice(1)) {
      const html = await pageOf(view, { period: days })
      expect(words(html)).toContain('chỉ được đếm theo trọn tháng')
      expect(html).toContain(`/van-phong/don-vi/${wardA}?from=2026-02-01&amp;to=2026-02-28&amp;xem=${view}`)
    }
    await expect(fileOf('gio', days)).rejects.toThrow(NotFound)
    expect((await fileOf('loai', days)).length).toBeGreaterThan(0)
  })

  test('nobody knows an office or a table that is not there', async () => {
    await expect(officeView(city.store.read, LIVE, question('nowhere'), '')).rejects.toThrow(NotFound)
    await expect(fileOf('constructor')).rejects.toThrow(NotFound)
  })

  test('of an office of too few nothing is in the page', async () => {
    await city.store.write((tx) => rate(tx, { office: OFFICES.oneStop, day: '2026-03-10' }, times(3, 1)))
    for (const view of OFFICE_VIEWS) {
      const { head, shown } = await officeView(city.store.read, LIVE, question(OFFICES.oneStop), view)
      expect(head.figures.ratings).toEqual({ state: 'hidden' })
      expect(JSON.stringify(shown)).not.toMatch(/"state":"shown"|"n":3|"ratings":3/)
    }
  })

  test.each(OFFICE_VIEWS)(
    'view "%s" costs at most 11 statements, and none reads ratings or dossiers',
    async (view) => {
      for (const period of [MARCH, periodOf('2026-02-05', '2026-03-20')]) {
        const asked: string[] = []
        const watched = city.store.read.withPlugin({
          transformQuery: ({ node }) => {
            asked.push(JSON.stringify(node))
            return node
          },
          transformResult: ({ result }) => Promise.resolve(result),
        })
        await officeView(watched, LIVE, question(wardA, period), view)
        // One more asks who is signed in.
        expect(asked.length).toBeLessThanOrEqual(11)
        expect(asked.filter((node) => /"name":"(responses|dossiers|invitations)"/.test(node))).toEqual([])
      }
    },
  )

  test.each(LANGUAGES)('in %s needs no style attribute, no script, and no id twice', async (lang) => {
    for (const view of OFFICE_VIEWS) {
      const html = await pageOf(view, { lang })
      expect(html).not.toMatch(/ style="|<script|https?:\/\/|\son\w+="/)
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
  })
})
