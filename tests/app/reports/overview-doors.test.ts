import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { meta, loader as pageLoader } from '#app/routes/staff/overview.tsx'
import { loader as csvLoader } from '#app/routes/staff/overview-csv.ts'
import type { Role } from '#db/schema.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookieOf } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

let city: SmallCity
let parts: SignInParts
let context: AppLoadContext
let cookie: string
beforeEach(async () => {
  ;({ city, parts } = await withLan())
  context = contextOf(city, parts)
  cookie = await cookieOf(city, parts, 'city_office')
  await city.store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-02-10' }, [...times(18, 5), ...times(2, 2)])
    await rate(tx, { office: OFFICES.wardB, day: '2026-02-10' }, times(3, 1))
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2026-02-10', onTime: 9, late: 1 })
  })
})
afterEach(() => city.close())

const page = (search = '', headers: Record<string, string> = { cookie }) =>
  answered(() => pageLoader({ request: asking(`/van-phong${search}`, headers), params: {}, context }))
const csv = (search = '', headers: Record<string, string> = { cookie }) =>
  answered(() => csvLoader({ request: asking(`/van-phong.csv${search}`, headers), params: {}, context }))

const FEBRUARY = '?from=2026-02-01&to=2026-02-28'

describe('the overview', () => {
  test('without dates shows the last whole month, and the same when asked for by its dates', async () => {
    const [plain, asked] = [await page(), await page(FEBRUARY)]
    expect([plain.status, asked.status]).toEqual([200, 200])
    const shown = await plain.json()
    expect(shown.overview.period).toEqual({ kind: 'month', from: '2026-02-01', to: '2026-02-28' })
    expect(shown).toEqual(await asked.json())
    expect(shown.refused).toBeNull()
  })

  test('does not carry a hidden figure to the page at all', async () => {
    const { overview } = await (await page()).json()
    expect(overview.offices.map(({ ratings }: { ratings: object }) => ratings)).toEqual([
      expect.objectContaining({ n: 23 }),
      { state: 'hidden' },
      { state: 'hidden' },
      { state: 'none' },
    ])
  })

  test.each([
    ['?from=2026-02-30&to=2026-03-01', { from: 'not_a_day' }],
    ['?from=2026-02-01', { to: 'not_a_day' }],
    ['?from=2026-03-01&to=2026-02-01', { to: 'before_from' }],
    ["?from=2026-01-01'--&to=2026-02-01", { from: 'not_a_day' }],
  ])('%s: 400, the fault at its field, the page still there', async (search, problems) => {
    const answer = await page(search)
    expect(answer.status).toBe(400)
    const { refused, overview } = await answer.json()
    expect(refused.problems).toEqual(problems)
    expect(overview.period.from).toBe('2026-02-01')
  })

  test('its title says period and page, and that something is to be mended', async () => {
    const titleOf = async (search: string) => {
      const data = await (await page(search)).json()
      return meta({ data } as Parameters<typeof meta>[0])
    }
    expect(await titleOf('')).toEqual([{ title: 'Tháng 02/2026 · Tổng quan · Hài Lòng' }])
    expect(JSON.stringify(await titleOf('?from=x&to=y'))).toContain('Chưa xong: Tháng 02/2026')
  })

  test('the language of the switch is kept', async () => {
    const answer = await page(`${FEBRUARY}&lang=en`)
    expect(answer.headers.get('set-cookie')).toContain('hl_lang=en')
    expect((await answer.json()).lang).toBe('en')
  })
})

describe('the file', () => {
  test('is the table of the same period, named, never kept by a browser', async () => {
    const answer = await csv(FEBRUARY)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="hai-long-2026-02-01_2026-02-28.csv"',
    )
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString('utf8').split('\r\n').slice(1)).toEqual([
      'tp;UBND thành phố;10;9;23;18;0,782609;0,580965;0,903360;not_met',
      'p-a;Phường Đông Kinh;10;9;;;;;;hidden',
      'p-b;Phường Vĩnh Trại;0;0;;;;;;hidden',
      'mot-cua;Bộ phận Một cửa thành phố;0;0;0;0;;;;undecided',
      '',
    ])
  })

  test('says which of two dates cannot be used', async () => {
    const answer = await csv('?from=2026-02-30&to=2026-03-01')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toBe('from: Xin nhập một ngày có thật\n')
  })
})

describe('who may look', () => {
  test('nobody without signing in: page and file lead to the form', async () => {
    for (const answer of [await page('', {}), await csv(FEBRUARY, {})]) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/dang-nhap\?next=%2Fvan-phong/)
    }
  })

  test.each<[Role, number]>([
    ['home_affairs', 200],
    ['auditor', 200],
    ['administrator', 200],
    ['office_head', 404],
    ['case_handler', 404],
  ])('%s: %i', async (role, status) => {
    const as = { cookie: await cookieOf(city, parts, role) }
    expect([(await page('', as)).status, (await csv('', as)).status]).toEqual([status, status])
  })
})
