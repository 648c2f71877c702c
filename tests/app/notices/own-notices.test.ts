import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventKey } from '#app/notices/notice-event.ts'
import { everyOwnNotice, ownNotices, readNotices } from '#app/notices/own-notices.server.ts'
import { readNoticeQuestion } from '#app/notices/own-notices.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { aCase, aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const UNREAD = readNoticeQuestion(new URLSearchParams())
const ALL = readNoticeQuestion(new URLSearchParams('xem=tat-ca'))

describe.each(CITIES)("one's own notices on $database", ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const tell = (staffIds: string[], ids: string[]) =>
    city.store.write(async (tx) => {
      for (const id of ids) {
        await tellStaff(tx, city.clock, staffIds, { event: 'kiosk.lost', subject: { kind: 'kiosk', id } })
      }
    })

  test('a case shows by its number, what is not known by a general word', async () => {
    const parts = casePartsOf(city)
    const { staffId } = await aMember(parts, 'city_office')
    const { row } = await aCase(parts)
    await tell([staffId], ['t-1'])
    const { notices, unseen } = await ownNotices(city.store.read, staffId, UNREAD)
    expect(unseen).toBe(2)
    expect(notices.map(({ event, number, path }) => [event, number, path])).toEqual([
      ['other', '', '/van-phong/thong-bao'],
      ['case_received', 'PA-2026-0001', `/van-phong/phan-anh/${row.id}`],
    ])
  })

  test('reading marks only what is mine, one or all that the page showed, and is audited', async () => {
    const parts = casePartsOf(city)
    const mine = await aMember(parts, 'case_handler', OFFICES.wardA)
    const other = await aMember(parts, 'case_handler', OFFICES.wardB)
    await tell([mine.staffId, other.staffId], ['1', '2', '3'])
    const { read } = city.store
    const theirs = (await ownNotices(read, other.staffId, UNREAD)).notices[0]?.id ?? ''
    expect(await readNotices(city, mine, { id: theirs })).toBe(0)
    const [newest, middle] = (await ownNotices(read, mine.staffId, UNREAD)).notices
    expect(await readNotices(city, mine, { id: newest?.id ?? '' })).toBe(1)
    expect(await readNotices(city, mine, { through: middle?.id ?? '' })).toBe(2)
    expect(await readNotices(city, mine, { through: middle?.id ?? '' })).toBe(0)
    expect((await ownNotices(read, mine.staffId, UNREAD)).notices).toEqual([])
    expect((await ownNotices(read, mine.staffId, ALL)).notices).toHaveLength(3)
    expect((await ownNotices(read, other.staffId, UNREAD)).unseen).toBe(3)
    const trail = await read.selectFrom('audit_trail').select(['action', 'after']).execute()
    expect(trail.filter(({ action }) => action === 'notices.read').map(({ after }) => after)).toEqual([
      '{"n":1}',
      '{"n":2}',
    ])
  })

  test('pages go on below the last line, and the file has all of them', async () => {
    const { staffId } = await aMember(casePartsOf(city), 'case_handler', OFFICES.wardA)
    await tell(
      [staffId],
      Array.from({ length: 53 }, (_, i) => String(i)),
    )
    const first = await ownNotices(city.store.read, staffId, UNREAD)
    const second = await ownNotices(city.store.read, staffId, { ...UNREAD, below: first.older })
    expect([first.notices.length, second.notices.length, second.older]).toEqual([50, 3, ''])
    const listed = [...first.notices, ...second.notices].map(({ id }) => id)
    const filed = []
    for await (const { id } of everyOwnNotice(city.store.read, staffId, UNREAD)) filed.push(id)
    expect(filed).toEqual(listed)
    expect(new Set(listed).size).toBe(53)
  })
})

test('an address that asks for nonsense asks for what is unread', () => {
  const asked = readNoticeQuestion(new URLSearchParams("xem=x&truoc=' or 1=1"))
  expect(asked).toEqual({ view: 'chua-doc', below: '' })
  expect(eventKey('case.overdue')).toBe('case_overdue')
  expect(eventKey('x')).toBe('other')
})
