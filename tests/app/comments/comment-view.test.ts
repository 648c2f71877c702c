import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { containing, type Period, periodOf } from '#app/calendar/period.ts'
import { commentsAddress, readCommentQuestion, readPlace } from '#app/comments/comment-question.ts'
import { type AskedComments, commentView, readableComments } from '#app/comments/comment-view.server.ts'
import { exportedComments, exportedThemes } from '#app/comments/exported-comments.ts'
import { NotFound } from '#app/errors.ts'
import { hiddenLevelsByOffice } from '#app/reports/hidden-levels.server.ts'
import { csvOf } from '#tests/world/exported.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { type Written, write } from './commented-city.ts'

const MARCH = containing('month', '2026-03-10')

describe.each(CITIES)('comments of a period on $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  async function asked(search: string, period: Period = MARCH): Promise<AskedComments> {
    const question = readCommentQuestion(new URLSearchParams(search))
    return { period, question, ...(await hiddenLevelsByOffice(city.store.read, period)), mayRead: true }
  }

  const viewOf = async (search: string, period?: Period) =>
    commentView(
      city.store.read,
      await asked(search, period),
      readPlace(new URLSearchParams(search).get('below')),
    )

  const textsOf = async (search: string, period?: Period) => {
    const { list } = await viewOf(search, period)
    return list?.comments.map(({ parts }) =>
      parts.map((part) => ('text' in part ? part.text : `[${part.kind}]`)).join(''),
    )
  }

  const some = (n: number, office: string, more: Partial<Written> = {}): Written[] =>
    Array.from({ length: n }, (_, at) => ({ office, comment: `Lời thứ ${at + 1}`, ...more }))

  test('words are shown from 8 comments of an office in the period on', async () => {
    await write(city, [...some(8, OFFICES.wardA), ...some(7, OFFICES.wardB)])
    const { list } = await viewOf('')
    expect(new Set(list?.comments.map(({ office }) => office))).toEqual(new Set([OFFICES.wardA]))
    expect(list?.comments).toHaveLength(8)
    expect(list?.tooFew).toBe(true)
    expect((await viewOf(`office=${OFFICES.wardB}`)).list).toEqual({
      comments: [],
      older: null,
      tooFew: true,
    })
    await write(city, some(1, OFFICES.wardB))
    expect((await viewOf('')).list).toMatchObject({ tooFew: false, comments: { length: 16 } })
    // The period as asked is the group: fewer days, fewer comments.
    await write(city, some(1, OFFICES.wardB, { at: '2026-03-20T03:00:00.000Z' }))
    expect((await viewOf('', periodOf('2026-03-15', '2026-03-31'))).list?.comments).toEqual([])
  })

  test('found without marks, by phrases, theme, reason and level; what is masked is not found', async () => {
    await write(city, [
      ...some(8, OFFICES.wardA),
      ...some(8, OFFICES.wardA, { level: 1, comment: 'Thái độ khó chịu, gọi 0912 345 678' }),
      ...some(8, OFFICES.wardA, { level: 5, comment: 'Chờ lâu', reasons: ['time'] }),
    ])
    const masked = 'Thái độ khó chịu, gọi [phone]'
    expect(new Set(await textsOf('q=thai+do'))).toEqual(new Set([masked]))
    expect(await textsOf('q=THÁI ĐỘ, kho chiu')).toHaveLength(8)
    expect(await textsOf('q=thai')).toHaveLength(8)
    expect(await textsOf('q=tha')).toEqual([])
    expect(await textsOf('q=0912')).toEqual([])
    expect(await textsOf('q=345+678')).toEqual([])
    expect(await textsOf('q=%25')).toHaveLength(24)
    expect(new Set(await textsOf('theme=waiting'))).toEqual(new Set(['Chờ lâu']))
    expect(await textsOf('reason=time')).toHaveLength(8)
    expect(await textsOf('level=1')).toHaveLength(8)
    expect(await textsOf('level=1&theme=waiting')).toEqual([])
    expect(await textsOf(`office=${OFFICES.city}&q=cho+lau`)).toHaveLength(8)
  })

  test('a level that the overview hides is neither shown nor found', async () => {
    await write(city, [...some(20, OFFICES.wardA, { level: 5 }), ...some(2, OFFICES.wardA, { level: 1 })])
    const { offices } = await asked('')
    expect(offices.find(({ id }) => id === OFFICES.wardA)?.hiddenLevels).toContain(1)
    const { list } = await viewOf('')
    expect(list?.comments).toHaveLength(22)
    expect(list?.comments.filter(({ level }) => level === 1)).toEqual([])
    expect(list?.comments.filter(({ level }) => level === null).length).toBeGreaterThanOrEqual(2)
    expect(await textsOf('level=1')).toEqual([])
    expect(await textsOf('level=5')).toHaveLength(20)
  })

  test('a rating at filing stands in no table of levels: its level is not shown', async () => {
    await write(city, [
      ...some(9, OFFICES.wardA, { level: 5 }),
      ...some(1, OFFICES.wardA, { level: 5, stage: 'filing' }),
    ])
    const { list } = await viewOf('')
    expect(list?.comments.filter(({ level }) => level === null)).toHaveLength(1)
    expect(await textsOf('level=5')).toHaveLength(9)
  })

  test('pages have each comment once, newest half-day first, and tell no minute', async () => {
    const moments = ['2026-03-10T01:00:00.000Z', '2026-03-10T08:00:00.000Z', '2026-03-11T02:11:00.000Z']
    await write(
      city,
      Array.from({ length: 100 }, (_, at) => ({
        ...{ office: OFFICES.wardA, comment: `Lời số ${at}`, level: 5 as const },
        at: moments[at % 3] ?? '',
      })),
    )
    const seen: string[] = []
    const halves: string[] = []
    let below = ''
    for (let page = 0; page < 5; page++) {
      const { list } = await viewOf(below ? `below=${encodeURIComponent(below)}` : '')
      for (const { parts, day, half } of list?.comments ?? []) {
        seen.push(JSON.stringify(parts))
        halves.push(`${day} ${half}`)
      }
      expect(JSON.stringify(list)).not.toMatch(/T\d\d:|019ce000/)
      if (!list?.older) break
      below = list.older
    }
    expect(new Set(seen).size).toBe(100)
    expect(seen).toHaveLength(100)
    expect(halves).toEqual(halves.toSorted().toReversed())
  })

  test('themes are counted by office and month; a small number and its complement are not shown', async () => {
    await write(city, [
      ...some(9, OFFICES.wardA, { comment: 'Chờ lâu' }),
      ...some(9, OFFICES.wardA, { comment: 'Rất tốt' }),
      ...some(3, OFFICES.wardB, { comment: 'Chờ lâu' }),
      ...some(12, OFFICES.wardB, { comment: 'Rất tốt' }),
      ...some(9, OFFICES.oneStop, { comment: 'Chờ lâu, ghế gãy' }),
      ...some(6, OFFICES.oneStop, { comment: 'Rất tốt' }),
    ])
    const { figures, byOffice, themes } = await viewOf('')
    const waiting = themes.findIndex(({ id }) => id === 'waiting')
    const at = (id: string) => byOffice.find(({ office }) => office === id)
    expect(figures.of).toBe(48)
    expect(figures.themes[waiting]?.n).toBe(21)
    expect(at(OFFICES.wardB)).toMatchObject({ of: 15 })
    expect(at(OFFICES.wardB)?.ns[waiting]).toBeNull()
    // One hidden number beside shown ones would be had by subtraction.
    expect(byOffice.filter(({ ns }) => ns[waiting] === null).length).toBeGreaterThanOrEqual(2)
    expect(figures.themes[waiting]?.months.at(-1)).toBe(21)
    expect(figures.months).toHaveLength(12)
    const alone = await viewOf(`office=${OFFICES.wardB}`)
    expect(alone.figures.themes[waiting]).toMatchObject({ n: null })
    expect(alone.figures.themes[waiting]?.months.at(-1)).toBeNull()
  })

  test('files say what the page says, masked', async () => {
    await write(
      city,
      some(8, OFFICES.wardA, { level: 5, comment: '=1+1; căn cước 020185001234', reasons: ['papers'] }),
    )
    const question = await asked('')
    const table = exportedComments('vi', MARCH, question.offices, readableComments(city.store.read, question))
    const [header, line] = (await csvOf(table)).split('\r\n')
    expect(header).toBe('\uFEFFday;half;office;name;level;reasons;themes;comment')
    expect(line).toBe(
      `2026-03-10;am;${OFFICES.wardA};Phường Đông Kinh;5;papers;;"'=1+1; căn cước [số giấy tờ đã che]"`,
    )
    const themes = await csvOf(exportedThemes('vi', MARCH, await viewOf('')))
    expect(themes.split('\r\n')[0]).toContain('office;name;comments;waiting;attitude')
  })

  test('figures alone for those who read no words; an office that is none is not found', async () => {
    await write(city, some(8, OFFICES.wardA))
    const view = await commentView(city.store.read, { ...(await asked('')), mayRead: false }, null)
    expect(view.list).toBeNull()
    await expect(viewOf('office=elsewhere')).rejects.toBeInstanceOf(NotFound)
  })
})

describe('the question in an address', () => {
  test('comes back as it was asked, with nothing that does not narrow', () => {
    const search = new URLSearchParams(
      'office=p-a&level=2&theme=waiting&q=th%C3%A1i+%C4%91%E1%BB%99&reason=time',
    )
    const question = readCommentQuestion(search)
    const address = commentsAddress(MARCH, question)
    expect(readCommentQuestion(new URL(address, 'http://x').searchParams)).toEqual(question)
    expect(commentsAddress(MARCH, readCommentQuestion(new URLSearchParams()))).toBe(
      '/van-phong/y-kien?from=2026-03-01&to=2026-03-31',
    )
  })

  test.each(['0', '6', 'x', '1; drop', ''])('level %s narrows nothing', (level) => {
    expect(readCommentQuestion(new URLSearchParams({ level })).level).toBeNull()
  })

  test('a place that is none begins at the top; marks of lists are no part of a word', () => {
    for (const below of [null, '', '2026-03-10', '2026-03-10 am.', "2026-03-10 xm.abc'"]) {
      expect(readPlace(below)).toBeNull()
    }
    expect(readPlace('2026-03-10 am.a1b2')).toEqual({ halfDay: '2026-03-10 am', mark: 'a1b2' })
    expect(readCommentQuestion(new URLSearchParams({ reason: 'a|b%', theme: '%' }))).toMatchObject({
      ...{ reason: 'ab', theme: '' },
    })
  })
})
