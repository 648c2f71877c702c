import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { DeviceMarks } from '#app/http/device-marks.server.ts'
import { daySigns } from '#app/integrity/day-signs.ts'
import { forgetDevices } from '#app/integrity/forget-devices.server.ts'
import { raiseFlags } from '#app/integrity/raise-flags.server.ts'
import { isFlagged } from '#app/integrity/sign.ts'
import { isQuickAnswer } from '#app/responses/quick-answer.ts'
import { action, loader } from '#app/routes/citizen/rate.tsx'
import { listFlags } from '#db/queries/flags.ts'
import { listTapMarks } from '#db/queries/tap-marks.ts'
import { type SmallCity, STANDING_CODES, testClock } from '#tests/world/small-city.ts'
import { asking, contextOf, posting } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { at, every, kinds, officeDay, scattered, tap } from './some-taps.ts'

vi.setConfig({ testTimeout: 60_000 })

const from = (device: string, count: number, more = {}) =>
  Array.from({ length: count }, (_, i) => tap(at('09:00') + i * 1_237_000, { device, ...more }))

describe('what the day tells of devices and of speed', () => {
  test('five from one device are a sign, a family of four is none, nor are five of five', () => {
    expect(kinds(daySigns(officeDay([...from('a', 4), ...from('b', 4), ...scattered(9)])))).toEqual([])
    expect(kinds(daySigns(officeDay(['a', 'b', 'c', 'd', 'e'].flatMap((one) => from(one, 1)))))).toEqual([])
    const [sign] = daySigns(officeDay([...from('a', 5), ...from('b', 6), ...scattered(9)]))
    expect(sign?.sign).toEqual({ kind: 'one_device', devices: 2, most: 6, n: 11, of: 20 })
    expect(sign?.taps).toHaveLength(11)
  })

  test('five answers that nobody had time to read are a sign', () => {
    expect(kinds(daySigns(officeDay([...from('', 4, { isQuick: true }), ...scattered(9)])))).toEqual([])
    const [sign] = daySigns(officeDay([...from('', 5, { isQuick: true }), ...scattered(9)]))
    expect(sign?.sign).toEqual({ kind: 'quick', n: 5, of: 14 })
  })

  test('fast answers and a burst are both about pace; one device is another witness', () => {
    const fast = every(20, '10:00', 9, { isQuick: true })
    expect(new Set(kinds(daySigns(officeDay(fast))))).toEqual(new Set(['burst', 'regular_gaps', 'quick']))
    expect(isFlagged(daySigns(officeDay(fast)))).toBe(false)
    expect(isFlagged(daySigns(officeDay(fast.map((one) => ({ ...one, device: 'a' })))))).toBe(true)
  })

  test('a submission says when its page was made', () => {
    const made = Date.parse('2026-03-16T02:00:00.000Z')
    const hex = made.toString(16).padStart(12, '0')
    const submission = `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`
    const later = (ms: number) => isQuickAnswer(submission, new Date(made + ms))
    expect([later(-1), later(0), later(1_999), later(2_000)]).toEqual([false, true, true, false])
    expect(isQuickAnswer(submission.replace('-7abc', '-4abc'), new Date(made))).toBe(false)
  })
})

describe('the cookie of a day', () => {
  const clock = testClock('2026-03-16T02:00:00.000Z')
  test('is set once, is one device all day and another the next', () => {
    const marks = new DeviceMarks(clock, true)
    const first = marks.of(null)
    expect(first.cookie).toMatch(
      /^__Host-hl_ngay=[\w-]{22}; Path=\/; Max-Age=86400; SameSite=Lax; HttpOnly; Secure$/,
    )
    const brought = first.cookie?.split(';')[0] ?? ''
    expect(marks.of(`hl_lang=vi; ${brought}`)).toEqual({ device: first.device, cookie: null })
    expect(marks.of(null).device).not.toBe(first.device)
    // By a key of its own memory: another process, or a restart, knows nothing of it.
    expect(new DeviceMarks(clock, true).of(brought).device).not.toBe(first.device)
    clock.set('2026-03-17T02:00:00.000Z')
    expect(marks.of(brought).device).not.toBe(first.device)
  })

  test.each(['', 'short', 'x'.repeat(500), '<script>alert(1)</script>ab'])(
    'another thing ("%s") is not taken',
    (value) => {
      const { cookie } = new DeviceMarks(clock, false).of(`hl_ngay=${value}`)
      expect(cookie).toMatch(/^hl_ngay=[\w-]{22};/)
    },
  )
})

describe('a planted story through the doors', () => {
  let city: SmallCity
  let parts: SignInParts
  beforeEach(async () => {
    ;({ city, parts } = await withLan())
  })
  afterEach(() => city.close())

  async function rateFast(times: number, secondsBetween: number) {
    const context = contextOf(city, parts)
    const params = { code: STANDING_CODES.wardA }
    const path = `/r/${STANDING_CODES.wardA}`
    let cookie = ''
    for (let n = 0; n < times; n += 1) {
      vi.setSystemTime(city.clock.now())
      const page = await (await loader({ request: asking(path), params, context })).text()
      const submission = /name="submission" value="([^"]+)"/.exec(page)?.[1] ?? ''
      const answer = await action({
        request: posting(path, { level: '5', submission }, { cookie }),
        params,
        context,
      })
      expect(answer.status).toBe(303)
      cookie ||= (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      city.clock.set(new Date(city.clock.now().getTime() + secondsBetween * 1000).toISOString())
    }
    return cookie
  }

  test('one phone rating fast is flagged with both signs; the next day its hash is gone, the flag stays', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      city.clock.set('2026-03-18T02:00:00.000Z')
      const cookie = await rateFast(12, 61)
      expect(cookie).toMatch(/^hl_ngay=/)
      const marks = await listTapMarks(city.store.read, '2026-03-18', '2026-03-18')
      const [{ device = '' } = {}] = marks
      expect(new Set(marks.map((mark) => mark.device)).size).toBe(1)
      expect(marks.every(({ quick }) => quick === 1)).toBe(true)
      // Before the night has looked nothing is forgotten, unless nobody looks.
      city.clock.set('2026-03-18T18:30:00.000Z')
      expect(await forgetDevices(city.store, city.clock)).toBe(0)
      await raiseFlags(city.store, city.clock)
      expect(await forgetDevices(city.store, city.clock)).toBe(12)
      expect(await forgetDevices(city.store, city.clock)).toBe(0)
      const said = JSON.stringify(await listTapMarks(city.store.read, '2026-01-01', '2026-12-31'))
      expect(said).toContain('"device":"one-0"')
      for (const secret of [device, cookie.slice('hl_ngay='.length)]) expect(said).not.toContain(secret)
      // The week's nights look at the day again and say the same.
      city.clock.set('2026-03-19T18:30:00.000Z')
      await raiseFlags(city.store, city.clock)
      const flags = await listFlags(city.store.read, { from: '2026-03-18', to: '2026-03-18', office: '' }, 10)
      expect(flags.map(({ n }) => n)).toEqual([12])
      const signs = (JSON.parse(flags[0]?.signs ?? '[]') as { kind: string }[]).map(({ kind }) => kind)
      expect(signs).toEqual(expect.arrayContaining(['one_device', 'quick']))
      // The cookie itself was never written anywhere.
      const file = city.address.replace('sqlite:', '')
      for (const name of [file, `${file}-wal`])
        expect(readFileSync(name).includes(cookie.slice('hl_ngay='.length))).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })

  test('where nobody looks at night, devices are forgotten at five all the same; four of one leave nothing', async () => {
    city.clock.set('2026-03-18T02:00:00.000Z')
    await rateFast(4, 3_000)
    city.clock.set('2026-03-18T21:59:00.000Z')
    expect(await forgetDevices(city.store, city.clock)).toBe(0)
    city.clock.set('2026-03-18T22:00:00.000Z')
    expect(await forgetDevices(city.store, city.clock)).toBe(4)
    const left = await listTapMarks(city.store.read, '2026-01-01', '2026-12-31')
    expect(left.filter(({ device }) => device !== '')).toEqual([])
  })
})
