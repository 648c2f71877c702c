import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Period, periodOf } from '#app/calendar/period.ts'
import { NotFound } from '#app/errors.ts'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { OFFICE_VIEWS, type OfficeView } from '#app/reports/office/office-views.ts'
import { ReleasedOfficePage } from '#app/reports/office/released-office-page.tsx'
import { exportedFor, shownOffice } from '#app/reports/office/shown-office.server.ts'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import { releaseParts } from '#app/responses/release-parts.server.ts'
import { csvOf } from '#tests/world/exported.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from '../rated-city.ts'

const { wardA, wardB } = OFFICES
const MARCH = periodOf('2026-03-01', '2026-03-31')
const QUARTER = periodOf('2026-01-01', '2026-03-31')
const ofWardA = { kind: 'released', officeId: wardA } as const
const today = '2026-04-10'
let city: SmallCity

beforeEach(async () => {
  city = await aSmallCity()
  await city.store.write(async (tx) => {
    for (const month of ['2026-02', '2026-03']) {
      await rate(tx, { office: wardA, day: `${month}-10` }, [...times(20, 5), ...times(6, 2)])
      await rate(tx, { office: wardA, day: `${month}-12`, trust: 'verified' }, times(14, 4))
    }
    // A month with four of a trust class: they are in no batch, and keep the month's newest batch with them.
    await rate(tx, { office: wardA, day: '2026-01-12' }, times(9, 5))
    await rate(tx, { office: wardA, day: '2026-01-13' }, times(8, 5))
    await rate(tx, { office: wardA, day: '2026-01-30', trust: 'kiosk' }, times(4, 1))
    await rate(tx, { office: wardB, day: '2026-03-10' }, times(30, 3))
    await returnDossiers(tx, { office: wardA, day: '2026-03-10', onTime: 9, late: 1, rated: 4 })
  })
  await releasedOn('2026-04-10')
})
afterEach(() => city.close())

async function releasedOn(day: string): Promise<void> {
  city.clock.set(`${day}T01:00:00.000Z`)
  await releaseCounts(city)
  await releaseParts(city)
}

const asked = (officeId: string, period: Period = MARCH) => ({ officeId, period, today })

async function pageOf(view: OfficeView, { lang = 'vi' as Lang, period = MARCH } = {}): Promise<string> {
  const page = await shownOffice(city.store.read, ofWardA, asked(wardA, period), view)
  if (page.kind !== 'released') throw new Error('live figures')
  return renderToStaticMarkup(
    <ReleasedOfficePage
      {...page}
      {...{ lang, refused: null, asOf: '2026-04-10T02:00:00.000Z' }}
      viewer={{ name: 'Hoàng Văn Thụ', role: 'office_head' }}
    />,
  )
}

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('an office as its own people see it', () => {
  test.each(LANGUAGES)('every view in %s', async (lang) => {
    for (const view of OFFICE_VIEWS) {
      const page = words(await pageOf(view, { lang }))
      expect(page, view).toContain('Phường Đông Kinh')
      expect(page, view).not.toContain('Vĩnh Trại')
      expect(page, view).not.toMatch(/\{\{|undefined|released:/)
    }
  })

  test('its months are batches: what has not found company is in none, and keeps some with it', async () => {
    expect(words(await pageOf(''))).toContain('trên 40 lượt')
    const table = await exportedFor(city.store.read, ofWardA, {
      lang: 'vi',
      question: asked(wardA),
      table: 'thang',
    })
    expect(await csvOf(table)).toMatch(/\r?\n2026-03;40;34;/)
    expect(await csvOf(table)).toMatch(/\r?\n2026-01;9;/)
  })

  test('procedures, channels, respondents and half-days add up to the month as published', async () => {
    const page = words(await pageOf('thu-tuc'))
    expect(page).toContain('Chia từ 40 lượt đã công bố')
    const table = async (name: string) =>
      csvOf(await exportedFor(city.store.read, ofWardA, { lang: 'vi', question: asked(wardA), table: name }))
    expect(await table('thu-tuc')).toContain('Không gắn với hồ sơ nào;0;0;40;')
    expect(await table('kenh')).toContain('unstated;0;0;40')
    expect(await table('nguoi')).toContain('unstated;40')
    const half = await table('gio')
    expect(half).toContain('2;0;12;26;')
    expect(half).toContain('4;0;12;14;')
  })

  test('a heat map and the table below it hold the same numbers', async () => {
    const figures = (await pageOf('gio')).split('<figure').slice(1)
    expect(figures).toHaveLength(2)
    for (const figure of figures) {
      const [picture = '', table = ''] = figure.split('</svg>')
      const drawn = [...picture.matchAll(/<g class="shade[\s\S]*?<text[^>]*>([^<]*)<\/text>/g)].map(
        ([, n]) => n || '0',
      )
      const listed = [...table.matchAll(/<td>([^<]*)/g)].map(([, n]) => n)
      expect(drawn.length).toBeGreaterThan(6)
      expect(listed).toEqual(drawn)
    }
  })

  test('of one month alone that is over with its week of change; others say so and lead on', async () => {
    const quarter = await pageOf('thu-tuc', { period: QUARTER })
    expect(words(quarter)).toContain('chỉ có cho từng tháng')
    expect(quarter).toContain('from=2026-02-01&amp;to=2026-02-28&amp;xem=thu-tuc')
    expect(words(await pageOf('gio', { period: periodOf('2026-04-01', '2026-04-30') }))).toContain(
      'chưa có phần chia nào',
    )
    const question = asked(wardA, QUARTER)
    for (const table of ['gio', 'nd61', 'loai', 'constructor'])
      await expect(exportedFor(city.store.read, ofWardA, { lang: 'vi', question, table })).rejects.toThrow(
        NotFound,
      )
  })

  test.each([wardB, OFFICES.city, 'nowhere'])('%s is not there for them', async (office) => {
    for (const view of OFFICE_VIEWS)
      await expect(shownOffice(city.store.read, ofWardA, asked(office), view)).rejects.toThrow(NotFound)
    await expect(
      exportedFor(city.store.read, ofWardA, { lang: 'vi', question: asked(office), table: 'thang' }),
    ).rejects.toThrow(NotFound)
  })

  test('an office above reads those below it', async () => {
    const above = { kind: 'released', officeId: OFFICES.city } as const
    const page = await shownOffice(city.store.read, above, asked(wardB), '')
    expect(page.head.figures.ratings).toMatchObject({ n: 30 })
  })

  test.each(OFFICE_VIEWS)('view "%s" costs at most 11 statements, of released counts alone', async (view) => {
    const said: string[] = []
    let statements = 0
    const read = city.store.read.withPlugin({
      transformQuery: ({ node }) => {
        said.push(JSON.stringify(node))
        return node
      },
      transformResult: async ({ result }) => {
        statements += 1
        return result
      },
    })
    await shownOffice(read, ofWardA, asked(wardA), view)
    expect(statements).toBeGreaterThan(5)
    // One more asks who is signed in.
    expect(statements).toBeLessThanOrEqual(11)
    const live =
      /"name":"(responses|dossiers|level_counts|monthly_level_counts|procedure_counts|hour_counts|monthly_answer_counts)"/
    expect(said.filter((query) => live.test(query))).toEqual([])
  })
})
