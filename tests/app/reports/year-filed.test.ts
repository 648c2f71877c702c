import type { AppLoadContext } from '@remix-run/node'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlaceFigures } from '#app/reports/overview.ts'
import { ratingFigure, verifiedFigure } from '#app/reports/rating-figure.ts'
import { figuresBeside } from '#app/reports/report/beside-figures.ts'
import { reportDocument } from '#app/reports/report/report-document.server.ts'
import { reportTables } from '#app/reports/report/report-tables.ts'
import { action, loader } from '#app/routes/staff/report.tsx'
import { loader as runLoader } from '#app/routes/staff/report-run.tsx'
import { loader as fileLoader } from '#app/routes/staff/report-run-file.ts'
import { unzipped } from '#tests/world/exported.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookieAgain, cookieOf, posting } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

describe('a year that is filed before it is over', () => {
  let city: SmallCity
  let context: AppLoadContext
  let cookies: Record<'city_office' | 'home_affairs', string>
  beforeEach(async () => {
    const { city: made, parts } = await withLan()
    city = made
    context = contextOf(city, parts)
    await city.store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardA, day: '2025-11-30', trust: 'verified' }, [
        ...times(41, 5),
        ...times(3, 2),
      ])
      await returnDossiers(tx, { office: OFFICES.wardA, day: '2025-11-28', onTime: 60, late: 1, rated: 44 })
      await rate(tx, { office: OFFICES.wardA, day: '2025-12-01', trust: 'verified' }, times(20, 5))
      await returnDossiers(tx, { office: OFFICES.wardA, day: '2025-12-01', onTime: 30, rated: 20 })
      await rate(tx, { office: OFFICES.wardB, day: '2025-10-01', trust: 'kiosk' }, times(30, 4))
      await rate(tx, { office: OFFICES.wardB, day: '2025-12-05', trust: 'kiosk' }, times(3, 1))
    })
    await closeBoth(parts)
  })
  afterEach(() => city.close())

  /** Văn phòng proposes and Phòng Nội vụ signs, each at the page: 30 November's figures, then the whole year's. */
  async function closeBoth(parts: Parameters<typeof cookieOf>[1]): Promise<void> {
    for (const [kind, now] of [
      ['nam-nop', '2025-12-08T03:00:00.000Z'],
      ['nam', '2026-01-08T03:00:00.000Z'],
    ] as const) {
      city.clock.set(now)
      const cookie = kind === 'nam' ? cookieAgain : cookieOf
      cookies = {
        city_office: await cookie(city, parts, 'city_office'),
        home_affairs: await cookie(city, parts, 'home_affairs'),
      }
      expect((await post(kind, 'city_office', 'propose')).status, kind).toBe(303)
      expect((await post(kind, 'home_affairs', 'sign')).status, kind).toBe(303)
    }
  }

  const at = (kind: string, question = '') => `/van-phong/bao-cao/${kind}/2025-01-01${question}`
  const params = (kind: string) => ({ kind, from: '2025-01-01' })
  const post = (kind: string, role: keyof typeof cookies, deed: string, question = '') =>
    answered(() =>
      action({
        request: posting(at(kind, question), { deed }, { cookie: cookies[role] }),
        params: params(kind),
        context,
      }),
    )
  const reportAt = async (kind: string, question = '') => {
    const request = asking(at(kind, question), { cookie: cookies.city_office })
    const answer = await answered(() => loader({ request, params: params(kind), context }))
    return (await answer.json()).report
  }

  test('is named by its cut-off, and both stand beside each other in page and Word', async () => {
    const [filed, year] = [await reportAt('nam-nop'), await reportAt('nam')]
    expect([filed.record.to, year.record.to]).toEqual(['2025-11-30', '2025-12-31'])
    for (const [report, name] of [
      [filed, 'Năm 2025 (số liệu đến 30/11)'],
      [year, 'Năm 2025'],
    ]) {
      const words = unzipped(await reportDocument('vi', report)).get('word/document.xml') ?? ''
      expect(words).toContain(name)
      expect(words).toContain('Đến 30/11: tổng số')
      const table = reportTables('vi', report).find(({ id }) => id === 'ca-nam')
      expect(table?.rows[0]?.slice(1)).toEqual([71, 74, 71 / 74, 91, 97, 91 / 97])
      expect(table?.rows[2]?.slice(1)).toEqual([60, 61, 60 / 61, 90, 91, 90 / 91])
      for (const cell of ['95,9%', '93,8%']) expect(words).toContain(`>${cell}<`)
    }
  })

  test('and in the file that a thread made', async () => {
    const begun = await post('nam', 'city_office', 'xlsx')
    const id = begun.headers.get('location')?.split('/').at(-1) ?? ''
    const asked = { context, request: asking('/', { cookie: cookies.city_office }) }
    const status = async () =>
      (await (await answered(() => runLoader({ ...asked, params: { job: id } }))).json()).run.status
    await expect.poll(status, { timeout: 15_000 }).toBe('done')
    const file = await answered(() => fileLoader({ ...asked, params: { file: `${id}.xlsx` } }))
    const parts = unzipped(Buffer.from(await file.arrayBuffer()))
    const shared = parts.get('xl/sharedStrings.xml') ?? ''
    for (const text of ['Đến 30/11: tổng số', 'Cả năm: tổng số']) expect(shared).toContain(text)
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    const beside = sheets.map(([, xml]) => xml).find((xml) => xml.includes(`<v>${71 / 74}</v>`)) ?? ''
    for (const n of [71, 74, 91, 97]) expect(beside).toContain(`<v>${n}</v>`)
  })

  test('three ratings of a December are not a subtraction away', async () => {
    const question = `?don-vi=${OFFICES.wardB}`
    for (const [kind, own] of [
      ['nam-nop', 1],
      ['nam', 4],
    ] as const) {
      const table = reportTables('vi', await reportAt(kind, question)).find(({ id }) => id === 'ca-nam')
      const cells = table?.rows[0] ?? []
      const beside = own === 1 ? 4 : 1
      expect(cells.slice(own, own + 3)).toEqual(own === 1 ? [30, 30, 1] : [30, 33, 30 / 33])
      expect(cells.slice(beside, beside + 3)).toEqual([null, null, null])
    }
  })
})

describe('figures beside each other', () => {
  const K = 5
  const DEFINITION = { satisfiedLevels: [4, 5] as const }
  const few = (n: number) => n !== 0 && Math.abs(n) < K

  /** As the overview makes them: what is too small by itself is hidden there already. */
  function figures([good, bad, proven, returned]: readonly [number, number, number, number]): PlaceFigures {
    const counts = { 1: bad, 2: 0, 3: 0, 4: 0, 5: good }
    const verified = { 1: 0, 2: 0, 3: 0, 4: 0, 5: Math.min(proven, good) }
    const [n, m] = [good + bad, Math.min(proven, good)]
    const hidden = few(n)
    const hiddenVerified = hidden || few(m) || few(n - m)
    return {
      ...{ returned: returned + m, onTime: returned, onTimeMet: null },
      rated: hiddenVerified ? null : m,
      ratings: ratingFigure(counts, DEFINITION as never, hidden, new Set()),
      verified: verifiedFigure(verified, returned + m, DEFINITION as never, hiddenVerified),
    }
  }

  /** What anybody can reckon of the months between. */
  function given(own: PlaceFigures, beside: PlaceFigures): number[] {
    const n = (figure: PlaceFigures['ratings'] | PlaceFigures['verified']) =>
      figure.state === 'shown' ? figure.n : figure.state === 'none' ? 0 : null
    const [all, verified] = (['ratings', 'verified'] as const).map((which) => {
      const [a, b] = [n(own[which]), n(beside[which])]
      return a === null || b === null ? null : a - b
    })
    const rated = own.rated === null || beside.rated === null ? null : own.rated - beside.rated
    const proven = verified ?? rated
    const others = all == null || proven == null ? null : all - proven
    return [all, verified, rated, others].filter((each) => each != null)
  }

  const places = fc.tuple(...([60, 12, 60, 80] as const).map((max) => fc.nat({ max }))) as fc.Arbitrary<
    [number, number, number, number]
  >
  const pairs = fc.tuple(places, places).map(([filed, december]) => {
    const year = filed.map((n, at) => n + (december[at] ?? 0)) as typeof filed
    return [figures(year), figures(filed)] as const
  })

  test('give no number of 1 to 4 away, whichever of the two is one’s own', () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), (pair, turned) => {
        const [own, beside] = turned ? [pair[1], pair[0]] : pair
        expect(given(own, figuresBeside(own, beside, K)).filter(few)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('would do so as they are', () => {
    const isSafe = fc.property(pairs, ([own, beside]) => !given(own, beside).some(few))
    expect(fc.check(isSafe, { numRuns: 500, seed: 1 }).failed).toBe(true)
  })

  test('stay as they are where enough is between them', () => {
    const [own, beside] = [figures([90, 20, 40, 80]), figures([60, 10, 20, 50])]
    expect(figuresBeside(own, beside, K)).toEqual(beside)
  })
})
