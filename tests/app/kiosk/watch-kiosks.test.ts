import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workingCalendar } from '#app/calendar/working-days.ts'
import { kioskRegistry } from '#app/kiosk/kiosk-registry.server.ts'
import { kioskSettings } from '#app/kiosk/kiosk-settings.server.ts'
import { silentSince } from '#app/kiosk/silence.ts'
import { watchKiosks } from '#app/kiosk/watch-kiosks.server.ts'
import { findPlacedDevice } from '#db/queries/kiosk-devices.ts'
import { aSmallCity, NOW, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { aTablet, auditOf, deviceRow, ORIGIN } from './kiosk-world.ts'

/** An instant on Vietnam's clock. */
const at = (text: string) => new Date(`${text}:00.000+07:00`)

describe('a silent tablet', () => {
  const calendar = workingCalendar([
    { day: '2026-04-30', kind: 'off' },
    { day: '2026-05-09', kind: 'working' },
  ])
  const since = (now: string, heard: string, week: Parameters<typeof silentSince>[1] = []) =>
    silentSince(at(heard).toISOString(), week, calendar, at(now))
  const own = [{ weekday: 6, opens: '08:00', closes: '11:00' }]

  test.each([
    ['2026-03-16T09:00', '2026-03-16T08:44', '2026-03-16T08:44'],
    ['2026-03-16T09:00', '2026-03-16T08:46', null],
    // Overnight and over lunch it need not speak; from the opening on it must.
    ['2026-03-16T07:44', '2026-03-13T17:00', null],
    ['2026-03-16T07:46', '2026-03-13T17:00', '2026-03-16T07:30'],
    ['2026-03-16T12:30', '2026-03-16T08:00', null],
    ['2026-03-16T13:44', '2026-03-16T11:30', null],
    ['2026-03-16T17:00', '2026-03-16T13:30', null],
    ['2026-03-15T09:00', '2026-03-01T09:00', null],
    ['2026-04-30T09:00', '2026-04-01T09:00', null],
    ['2026-05-09T09:00', '2026-05-08T16:59', '2026-05-09T07:30'],
  ])('at %s, heard last at %s, is silent since %s', (now, heard, expected) => {
    expect(since(now, heard)).toBe(expected === null ? null : at(expected).toISOString())
  })

  test("is judged by its office's own hours where it has told them", () => {
    expect(since('2026-03-21T09:00', '2026-03-20T16:00', own)).toBe(at('2026-03-21T08:00').toISOString())
    expect(since('2026-03-16T09:00', '2026-03-13T16:00', own)).toBeNull()
  })
})

describe('over a city', () => {
  let city: SmallCity
  beforeAll(async () => {
    city = await aSmallCity()
  })
  afterAll(() => city.close())

  test('silence is told once, shown on the registry, and ends with the next word', async () => {
    const tablet = await aTablet(city)
    const watch = () => watchKiosks({ store: city.store, clock: city.clock })
    expect(await watch()).toEqual({ silent: 0, gaps: 0 })
    city.clock.set('2026-03-16T02:16:00.000Z')
    expect((await watch()).silent).toBe(1)
    expect((await watch()).silent).toBe(0)
    expect(await auditOf(tablet, 'kiosk.silent')).toHaveLength(1)
    const listed = async () => (await kioskRegistry(city.store.read, city.clock.now())).devices[0]
    expect((await listed())?.silentSince).toBe(NOW)
    await tablet.results([])
    expect((await listed())?.silentSince).toBe('')
    expect(await auditOf(tablet, 'kiosk.heard')).toHaveLength(1)
    expect((await deviceRow(tablet)).last_heard_at).toBe('2026-03-16T02:16:00.000Z')
  })

  test('a tablet shows the share of whole months that are settled, and only with enough ratings', async () => {
    const { device: id } = await aTablet(city)
    const shareAt = async (now: string) => {
      const device = await findPlacedDevice(city.store.read, id)
      if (!device) throw new Error('missing')
      return (await kioskSettings(city.store.read, ORIGIN, device, new Date(now))).share
    }
    const kept = {
      office_id: OFFICES.wardA,
      trust: 'open',
      stage: 'unstated',
      respondent: 'citizen',
    } as const
    const add = (month: string, level_5: number, level_1: number) =>
      city.store.write((tx) =>
        tx
          .insertInto('monthly_level_counts')
          .values({ ...kept, month, level_1, level_2: 0, level_3: 0, level_4: 0, level_5 })
          .execute(),
      )
    await add('2025-06', 20, 9)
    expect(await shareAt('2025-08-20T03:00:00.000Z')).toBeNull()
    await add('2025-07', 1, 0)
    expect(await shareAt('2025-08-20T03:00:00.000Z')).toEqual({
      ...{ satisfied: 0.7, ratings: 30, from: '2024-08-01', to: '2025-07-31' },
    })
    // On the first days of a month the one before may still change.
    expect(await shareAt('2025-08-08T03:00:00.000Z')).toBeNull()
    expect(await shareAt('2026-07-20T03:00:00.000Z')).toBeNull()
  })
})
