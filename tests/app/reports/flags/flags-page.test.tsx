import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { periodOf } from '#app/calendar/period.ts'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import type { KeptSign } from '#app/integrity/sign.ts'
import { exportedFlags } from '#app/reports/flags/exported-flags.ts'
import { FlagsPage } from '#app/reports/flags/flags-page.tsx'
import { flagsForFile, flagsView } from '#app/reports/flags/flags-view.server.ts'
import { withAndWithout } from '#app/reports/flags/share-without.ts'
import { writtenSign } from '#app/reports/flags/sign-words.ts'
import { satisfiedShare } from '#app/statistics/satisfied-share.ts'
import { claimFlagRun, endFlagRun, replaceFlags } from '#db/queries/flags.ts'
import type { Tx } from '#db/schema.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, times } from '../rated-city.ts'

const MARCH = periodOf('2026-03-01', '2026-03-31')
const { wardA, wardB } = OFFICES

const SIGNS: KeptSign[] = [
  { kind: 'above_returned', ratings: 28, returned: 12, counter: '' },
  {
    ...{ kind: 'burst', counterId: 'q', counter: 'Quầy số 1', n: 20, usual: 0.29 },
    ...{ from: '2026-03-18T11:42:00.000Z', to: '2026-03-18T11:47:00.000Z' },
  },
  {
    ...{ kind: 'regular_gaps', counterId: '', counter: '', n: 14, seconds: 20.4 },
    ...{ from: '2026-03-18T11:42:00.000Z', to: '2026-03-18T11:47:00.000Z' },
  },
  { kind: 'outside_hours', n: 20, of: 22, counter: '' },
  {
    kind: 'one_source',
    counterId: 'q',
    counter: 'Quầy số 1',
    trust: 'open',
    n: 20,
    of: 22,
    usualShare: 0.25,
  },
  { kind: 'hour_profile', month: '2026-03', ratings: 60, dossiers: 300, distance: 0.412, counter: '' },
]

describe('a sign in words says what it rests on', () => {
  test.each([
    [0, 'Nhiều lượt hơn hồ sơ: 28 lượt đánh giá, trong khi cả ngày chỉ trả 12 hồ sơ'],
    [
      1,
      'Dồn dập tại Quầy số 1: từ 18:42 đến 18:47, có lúc 20 lượt trong 5 phút; trung bình cả ngày 0,3 lượt mỗi 5 phút',
    ],
    [2, 'Đều như máy: 14 lượt cách nhau khoảng 20 giây, từ 18:42 đến 18:47'],
    [3, 'Ngoài giờ làm việc: 20 trên 22 lượt'],
    [4, 'Dồn vào một nơi tại Quầy số 1: 20 trên 22 lượt, thường chỉ 25%'],
    [
      5,
      'Giờ đánh giá không giống giờ trả hồ sơ trong Tháng 03/2026: 41% số lượt lệch giờ (60 lượt, 300 hồ sơ)',
    ],
  ] as const)('%i', (at, words) => {
    const sign = SIGNS[at]
    if (!sign) throw new Error('no sign')
    expect(writtenSign('vi', sign)).toBe(words)
    expect(writtenSign('vi', sign, true)).not.toMatch(/\d/)
    for (const lang of LANGUAGES) expect(writtenSign(lang, sign)).not.toBe('')
  })
})

describe('with and without', () => {
  const rules = { satisfiedLevels: [4, 5] as const, minimumN: 5 }
  const shown = (k: number, n: number) => {
    const share = satisfiedShare(k, n)
    if (!share) throw new Error('no figure')
    return {
      state: 'shown' as const,
      ...share,
      verdict: 'undecided' as const,
      meetsTarget: true,
      levels: {} as never,
    }
  }
  const flagged = (n: number) => ({ 1: 0, 2: 0, 3: 0, 4: 0, 5: n })

  test('the flagged ratings are taken off both k and n', () => {
    const { all, without } = withAndWithout(shown(47, 50), flagged(27), rules)
    expect(all).toMatchObject({ satisfied: 47, n: 50 })
    expect(without).toMatchObject({ state: 'shown', satisfied: 20, n: 23, ...satisfiedShare(20, 23) })
  })

  test('a rest of none, of too few, of a hidden figure, and of more flagged than there are', () => {
    expect(withAndWithout(shown(27, 27), flagged(27), rules).without).toEqual({ state: 'none' })
    expect(withAndWithout(shown(30, 31), flagged(27), rules).without).toEqual({ state: 'hidden' })
    expect(withAndWithout({ state: 'hidden' }, flagged(9), rules)).toEqual({
      all: { state: 'hidden' },
      without: { state: 'hidden' },
    })
    expect(withAndWithout(shown(20, 50), flagged(27), rules).without).toMatchObject({ satisfied: 0, n: 23 })
  })
})

describe('the page', () => {
  let city: SmallCity
  beforeEach(async () => {
    city = await aSmallCity()
  })
  afterEach(() => city.close())

  const flag = async (tx: Tx, office: string, n: number) => {
    const day = '2026-03-18'
    const row = {
      day,
      office_id: office,
      signs: JSON.stringify(SIGNS),
      n,
      raised_at: '2026-03-18T18:00:00.000Z',
    }
    const levels = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: n }
    await replaceFlags(
      tx,
      { from: day, to: day },
      [row],
      [{ day, office_id: office, trust: 'open', stage: 'unstated', ...levels }],
    )
  }
  const pageOf = async (office = '', lang: Lang = 'vi') =>
    renderToStaticMarkup(
      <FlagsPage
        lang={lang}
        viewer={{ name: 'Nông Thị Lan', role: 'city_office' }}
        {...(await flagsView(city.store.read, { period: MARCH, office }))}
        today="2026-04-10"
        refused={null}
      />,
    )

  test('says when nothing was looked at yet, and when nothing was found', async () => {
    expect(await pageOf()).toContain('Chưa xem lần nào')
    await city.store.write(async (tx) => {
      await claimFlagRun(tx, '2026-04-10', 'now')
      await endFlagRun(tx, '2026-04-10', 'then')
    })
    const html = await pageOf()
    expect(html).toContain('Đã xem đến hết ngày 09/04/2026')
    expect(html).toContain('Không có ngày nào cần kiểm tra')
  })

  test('shows an office and the city with and without, in every language; the file has the same days', async () => {
    await city.store.write(async (tx) => {
      await rate(tx, { office: wardA, day: '2026-03-18' }, [...times(27, 5), ...times(20, 4), ...times(3, 2)])
      await rate(tx, { office: wardB, day: '2026-03-18' }, [...times(90, 5), ...times(10, 1)])
      await flag(tx, wardA, 27)
    })
    const { lines, flags } = await flagsView(city.store.read, { period: MARCH, office: '' })
    expect(lines.map(({ name, n, all, without }) => [name, n, all, without])).toMatchObject([
      [null, 27, { satisfied: 137, n: 150 }, { satisfied: 110, n: 123 }],
      ['Phường Đông Kinh', 27, { satisfied: 47, n: 50 }, { satisfied: 20, n: 23 }],
    ])
    const html = await pageOf()
    expect(html).toContain('87,0%')
    expect(html).toContain('18/03/2026, Phường Đông Kinh')
    for (const lang of LANGUAGES) expect(await pageOf('', lang)).toContain('18/03/2026')
    const file = await flagsForFile(city.store.read, { period: MARCH, office: '' })
    expect(file).toEqual(flags)
    const [row] = [...(exportedFlags('vi', MARCH, file).rows as Iterable<unknown[]>)]
    expect(row?.slice(0, 4)).toEqual(['2026-03-18', wardA, 'Phường Đông Kinh', 27])
    expect(row?.[4]).toBe(SIGNS.map(({ kind }) => kind).join(' '))
  })

  test('another office asked for shows none of it', async () => {
    await city.store.write((tx) => flag(tx, wardA, 27))
    expect((await flagsView(city.store.read, { period: MARCH, office: wardB })).flags).toEqual([])
    expect((await flagsView(city.store.read, { period: MARCH, office: "'--" })).flags).toEqual([])
  })

  test('where an office’s ratings may not be counted no number says how many', async () => {
    await city.store.write(async (tx) => {
      await rate(tx, { office: wardA, day: '2026-03-18' }, times(7, 5))
      await rate(tx, { office: wardB, day: '2026-03-18' }, times(2, 5))
      await rate(tx, { office: OFFICES.oneStop, day: '2026-03-18' }, times(50, 5))
      await flag(tx, wardA, 7)
    })
    const { lines, flags } = await flagsView(city.store.read, { period: MARCH, office: '' })
    expect(lines[1]).toMatchObject({ n: null, all: { state: 'hidden' }, without: { state: 'hidden' } })
    expect(lines[0]).toMatchObject({ n: null, all: { state: 'shown' }, without: { state: 'hidden' } })
    expect(flags[0]?.n).toBeNull()
    const html = await pageOf(wardA)
    expect(html).not.toContain('28 lượt')
  })

  test('costs at most 12 statements and reads neither ratings nor dossiers', async () => {
    const asked: string[] = []
    const watched = city.store.read.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node))
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await flagsView(watched, { period: MARCH, office: '' })
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.length).toBeLessThanOrEqual(12)
    expect(asked.filter((node) => /"name":"(responses|dossiers|invitations)"/.test(node))).toEqual([])
  })
})
