import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Mailer, openMailer } from '#app/integrations/mail.server.ts'
import { sendNotices } from '#app/notices/send-notices.server.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { tellWeekly } from '#app/notices/tell-weekly.server.ts'
import { aCase, aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { aMailSink, type MailSink } from './mail-sink.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ORIGIN = 'https://danhgia.example.vn'
const NINE = '2026-03-16T02:00:00.000Z'
const at = (minutes: number) => new Date(Date.parse(NINE) + minutes * 60_000).toISOString()

describe.each(CITIES)('mail of notices on $database', ({ open }) => {
  let city: SmallCity
  let sink: MailSink
  let mailer: Mailer
  beforeEach(async () => {
    city = await open()
    sink = await aMailSink()
    mailer = openMailer({ url: sink.url, from: 'Hài Lòng <no-reply@langson.example>' })
  })
  afterEach(async () => {
    mailer.close()
    await sink.close()
    await city.close()
  })

  const send = (minutes: number, by: Pick<Mailer, 'send'> = mailer) => {
    city.clock.set(at(minutes))
    const { store, clock } = city
    return sendNotices({ store, clock, mailer: by, origin: ORIGIN })
  }
  const tell = (staffId: string, minutes: number, id = `case-${minutes}`) => {
    city.clock.set(at(minutes))
    const happening = { event: 'case.assigned', subject: { kind: 'feedback_case', id } }
    return city.store.write((tx) => tellStaff(tx, city.clock, [staffId], happening))
  }
  const handler = (name?: string) => aMember(casePartsOf(city), 'case_handler', OFFICES.wardB, name)
  const states = () =>
    city.store.read.selectFrom('notices').select(['subject_id', 'sent_at']).orderBy('id').execute()

  test('one letter a person, five minutes after the last of them, and never again', async () => {
    const { staffId, email } = await handler()
    await tell(staffId, 0)
    await tell(staffId, 3)
    expect(await send(7)).toEqual({ letters: 0, refused: 0 })
    expect(await send(8)).toEqual({ letters: 1, refused: 0 })
    expect(await send(9)).toEqual({ letters: 0, refused: 0 })
    expect(sink.taken.map(({ to, subject }) => [to, subject])).toEqual([[email, 'Hài Lòng: 2 thông báo mới']])
    expect(sink.taken[0]?.text).toContain(`${ORIGIN}/van-phong/phan-anh/case-0\n`)
    expect(sink.taken[0]?.text).toContain(`${ORIGIN}/van-phong/phan-anh/case-3\n`)
    expect(sink.taken[0]?.text).toContain(`${ORIGIN}/van-phong/thong-bao\n`)
    expect((await states()).map(({ sent_at }) => sent_at)).toEqual([at(8), at(8)])
  })

  test('what keeps coming goes after two hours all the same', async () => {
    const { staffId } = await handler()
    for (let minute = 0; minute <= 116; minute += 4) await tell(staffId, minute)
    expect(await send(119)).toEqual({ letters: 0, refused: 0 })
    await tell(staffId, 120)
    expect(await send(120)).toEqual({ letters: 1, refused: 0 })
    expect(sink.taken[0]?.subject).toBe('Hài Lòng: 31 thông báo mới')
    expect(sink.taken[0]?.text).toContain('Và 1 thông báo khác.')
  })

  test('a letter has the number of the case, and nothing of what the citizen wrote', async () => {
    const parts = casePartsOf(city)
    const { email } = await aMember(parts, 'city_office')
    const { code } = await aCase(parts, {
      story: 'Bà Hoàng Thị Mai chờ ba tuần ở quầy số 4, gọi 0912345678.',
    })
    await send(5)
    const { to, subject, text } = sink.taken[0] ?? { to: '', subject: '', text: '' }
    expect([to, subject]).toEqual([email, 'Có phản ánh, kiến nghị mới cần phân loại'])
    expect(text).toMatch(/^Kính gửi Ông\/Bà,\n\n.*\n\n- PA-2026-0001: Có phản ánh/)
    for (const word of ['Mai', '0912', 'quầy', code]) expect(text).not.toContain(word)
  })

  test('whoever is refused is tried later and later, the others are not kept waiting', async () => {
    const one = await handler('mot')
    const two = await handler('hai')
    await tell(one.staffId, 0)
    await tell(two.staffId, 0)
    sink.refuses = (to) => to === one.email
    expect(await send(5)).toEqual({ letters: 1, refused: 1 })
    expect(await send(5.5)).toEqual({ letters: 0, refused: 0 })
    expect(await send(6)).toEqual({ letters: 0, refused: 1 })
    expect(await send(7.5)).toEqual({ letters: 0, refused: 0 })
    sink.refuses = () => false
    expect(await send(8)).toEqual({ letters: 1, refused: 0 })
    expect(sink.taken.map(({ to }) => to)).toEqual([two.email, one.email])
    expect((await states()).every(({ sent_at }) => sent_at !== '')).toBe(true)
  })

  test('a mail server that is not there is asked three times a run, not once a person', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await tell((await handler(name)).staffId, 0)
    const asked = vi.fn(() => Promise.reject(new Error('ECONNREFUSED')))
    expect(await send(5, { send: asked })).toEqual({ letters: 0, refused: 3 })
    expect(asked).toHaveBeenCalledTimes(3)
    expect(await send(10)).toEqual({ letters: 5, refused: 0 })
  })

  test('two at once send each letter once', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await tell((await handler(name)).staffId, 0)
    const runs = await Promise.all([send(5), send(5)])
    expect(runs.reduce((sum, { letters }) => sum + letters, 0)).toBe(6)
    expect(new Set(sink.taken.map(({ to }) => to)).size).toBe(6)
    expect(sink.taken).toHaveLength(6)
  })

  test('who has the turn and dies gives it up after two minutes', async () => {
    const { staffId } = await handler()
    await tell(staffId, 0)
    void send(5, { send: () => new Promise(() => undefined) })
    await vi.waitFor(async () =>
      expect(await city.store.read.selectFrom('notice_mails').select('lease').execute()).toHaveLength(1),
    )
    expect(await send(6.9)).toEqual({ letters: 0, refused: 0 })
    expect(await send(7)).toEqual({ letters: 1, refused: 0 })
  })

  test('no mail to a suspended account, of what was read in the app, or of a fortnight ago', async () => {
    const gone = await handler('gone')
    const reader = await handler('reader')
    const late = await handler('late')
    for (const { staffId } of [gone, reader, late]) await tell(staffId, 0)
    await city.store.write(async (tx) => {
      await tx.updateTable('staff').set({ status: 'suspended' }).where('id', '=', gone.staffId).execute()
      await tx.updateTable('notices').set({ seen_at: NINE }).where('staff_id', '=', reader.staffId).execute()
    })
    expect(await send(15 * 24 * 60)).toEqual({ letters: 0, refused: 0 })
    expect(await send(13 * 24 * 60)).toEqual({ letters: 1, refused: 0 })
    expect(sink.taken.map(({ to }) => to)).toEqual([late.email])
  })

  test('each head hears of the week once, from Monday at seven', async () => {
    const { store, clock } = city
    const parts = casePartsOf(city)
    const head = await aMember(parts, 'office_head', OFFICES.wardA)
    await handler()
    const hours = [
      '2026-03-15T03:00:00Z',
      '2026-03-15T23:59:00Z',
      '2026-03-16T00:00:00Z',
      '2026-03-18T03:00:00Z',
    ]
    const told = []
    for (const hour of hours) {
      clock.set(hour)
      told.push(await tellWeekly({ store, clock }))
    }
    expect(told).toEqual([false, false, true, true])
    expect(await send(5)).toEqual({ letters: 1, refused: 0 })
    expect(sink.taken[0]).toMatchObject({
      to: head.email,
      subject: 'Tình hình phản ánh của cơ quan, đơn vị trong tuần',
      text: expect.stringContaining('có 0 phản ánh đang xử lý, trong đó 0 phản ánh đã quá hạn'),
    })
    clock.set('2026-03-23T00:00:00Z')
    await tellWeekly({ store, clock })
    expect(await states()).toHaveLength(2)
  })
})
