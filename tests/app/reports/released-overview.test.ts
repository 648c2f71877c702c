import type { AppLoadContext } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { periodOf } from '#app/calendar/period.ts'
import { NotFound } from '#app/errors.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { figuresFor, liveFiguresFor } from '#app/reports/figures-source.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { releasedOverview } from '#app/reports/released-overview.server.ts'
import { ReleasedPage } from '#app/reports/released-page.tsx'
import { releaseCounts } from '#app/responses/release-counts.server.ts'
import { loader as csvLoader } from '#app/routes/staff/overview-csv.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookieOf } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

const { wardA, wardB, oneStop } = OFFICES
const MARCH = periodOf('2026-03-01', '2026-03-31')
const MARCH_NOW = { period: MARCH, today: '2026-03-17' }
const ofWardA = { kind: 'released', officeId: wardA } as const

let city: SmallCity
let parts: SignInParts
let context: AppLoadContext
beforeEach(async () => {
  ;({ city, parts } = await withLan())
  context = contextOf(city, parts)
  await city.store.write(async (tx) => {
    await rate(tx, { office: wardA, day: '2026-03-10' }, [...times(6, 5), ...times(2, 1)])
    await rate(tx, { office: wardA, day: '2026-03-12', trust: 'verified' }, times(4, 5))
    await rate(tx, { office: wardB, day: '2026-03-10' }, times(30, 3))
    // The newest batch of a running month is kept back.
    await rate(tx, { office: wardA, day: '2026-03-13' }, times(5, 3))
    await rate(tx, { office: wardB, day: '2026-03-13' }, times(5, 3))
    await returnDossiers(tx, { office: wardA, day: '2026-03-10', onTime: 9, late: 1, rated: 4 })
    await returnDossiers(tx, { office: wardB, day: '2026-03-10', onTime: 50 })
  })
  city.clock.set('2026-03-16T01:00:00.000Z')
  await releaseCounts(city)
  await city.store.write((tx) => rate(tx, { office: wardA, day: '2026-03-16' }, times(50, 1)))
})
afterEach(() => city.close())

describe('who reads what', () => {
  test.each(['city_office', 'home_affairs', 'auditor', 'administrator'] as const)('%s: live', (role) => {
    expect(figuresFor({ role, officeId: null }).kind).toBe('live')
    // Belonging to an office takes nothing away.
    expect(figuresFor({ role, officeId: wardA }).kind).toBe('live')
  })

  test.each(['office_head', 'case_handler'] as const)('%s: released, of the own office alone', (role) => {
    expect(figuresFor({ role, officeId: wardA })).toEqual(ofWardA)
    expect(() => figuresFor({ role, officeId: null })).toThrow(NotFound)
    expect(() => liveFiguresFor({ role, officeId: wardA })).toThrow(NotFound)
  })

  test('a deed for live counts does not compile with what an office has', async () => {
    const figures = figuresFor({ role: 'office_head', officeId: wardA })
    // @ts-expect-error released figures are no leave to read live ones
    const overview = await officeOverview(city.store.read, figures, MARCH_NOW)
    expect(overview.offices).toHaveLength(4)
  })
})

describe("an office's own part", () => {
  test('holds batches released, live dossiers, and not how many were rated', async () => {
    const shown = await releasedOverview(city.store.read, ofWardA, MARCH_NOW)
    expect(shown.office).toEqual({ id: wardA, name: 'Phường Đông Kinh' })
    expect(shown.releasedThrough).toBe('2026-03-15')
    expect(shown.offices.map(({ office }) => office.id)).toEqual([wardA])
    // Four verified ratings wait for a fifth, and those of the sixteenth for the seventeenth.
    expect(shown.city).toMatchObject({
      returned: 10,
      onTime: 9,
      rated: null,
      ratings: { state: 'shown', n: 8, satisfied: 6 },
      verified: { state: 'none' },
    })
    expect(shown.offices[0]).toMatchObject({ rated: null, ratings: { n: 8 } })
    const months = shown.months.filter(({ figure }) => figure.state !== 'none')
    expect(months.map(({ month, figure }) => [month, figure.state === 'shown' && figure.n])).toEqual([
      ['2026-03', 8],
    ])
  })

  test('an office above others sees those below it, and nobody a part that is not there', async () => {
    const all = await releasedOverview(
      city.store.read,
      { kind: 'released', officeId: OFFICES.city },
      MARCH_NOW,
    )
    expect(all.offices.map(({ office }) => office.id)).toEqual([OFFICES.city, wardA, wardB, oneStop])
    expect(all.city.ratings).toMatchObject({ n: 38 })
    await expect(
      releasedOverview(city.store.read, { kind: 'released', officeId: 'nowhere' }, MARCH_NOW),
    ).rejects.toThrow(NotFound)
  })

  test('an office that answers to the province sees its own sum too', async () => {
    await city.store.owner
      .updateTable('offices')
      .set({ outside_authority: 1 })
      .where('id', '=', wardA)
      .execute()
    const shown = await releasedOverview(city.store.read, ofWardA, MARCH_NOW)
    expect(shown.city.ratings).toMatchObject({ n: 8 })
    expect(shown.offices[0]?.office.outside).toBe(false)
  })

  test('before anything is released there is none, and the page says so', async () => {
    await city.store.owner.deleteFrom('release_runs').execute()
    await city.store.owner.deleteFrom('released_level_counts').execute()
    const shown = await releasedOverview(city.store.read, ofWardA, MARCH_NOW)
    expect(shown.city.ratings.state).toBe('none')
    expect(shown.releasedThrough).toBe('')
  })

  test.each(LANGUAGES)('the page in %s names the office and the day, and never the city', async (lang) => {
    const page = renderToStaticMarkup(
      ReleasedPage({
        lang,
        viewer: { name: 'Hoàng Văn Thụ', role: 'office_head' },
        overview: await releasedOverview(city.store.read, ofWardA, MARCH_NOW),
        refused: null,
        asOf: '2026-03-17T02:00:00.000Z',
      }),
    )
    expect(page).toContain('15/03/2026')
    expect(page.split('Phường Đông Kinh').length).toBeGreaterThan(3)
    expect(page).not.toContain('Vĩnh Trại')
    expect(page).not.toMatch(/toàn thành phố<|whole city<|全市</)
    expect(page).not.toContain('lineage=1')
  })
})

test('its file holds its own lines only', async () => {
  const cookie = await cookieOf(city, parts, 'office_head', wardA)
  const answer = await answered(() =>
    csvLoader({
      request: asking('/van-phong.csv?from=2026-03-01&to=2026-03-31&lineage=1', { cookie }),
      params: {},
      context,
    }),
  )
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('p-a;Phường Đông Kinh;10;9;8;6;')
})
