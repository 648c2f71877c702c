import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { alertList, everyAlert } from '#app/alerts/alert-list.server.ts'
import { readAlertQuestion } from '#app/alerts/alert-list.ts'
import { acknowledgeAlert, closeAlert } from '#app/alerts/change-alert.server.ts'
import { changeRule } from '#app/alerts/change-rule.server.ts'
import { checkMonth, checkPlaces } from '#app/alerts/check-alerts.server.ts'
import { Conflict, NotFound } from '#app/errors.ts'
import { eventKey, subjectPath } from '#app/notices/notice-event.ts'
import { insertDevice } from '#db/queries/kiosk-devices.ts'
import { insertResponse } from '#db/queries/responses.ts'
import type { KioskDeviceRow, ResponseRow } from '#db/schema.ts'
import { aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { COUNTERS, NOW, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const OPEN = readAlertQuestion(new URLSearchParams())
const CLOSED = readAlertQuestion(new URLSearchParams('xem=da-dong'))
const inMinutes = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

describe.each(CITIES)('alerts on $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const rate = (levels: number[], change: Partial<ResponseRow> = {}) =>
    city.store.write(async (tx) => {
      const now = city.clock.now()
      for (const level of levels) {
        const first_at = change.first_at ?? now.toISOString()
        await insertResponse(tx, {
          ...{ id: uuidv7({ msecs: now.getTime() }), receipt_hash: uuidv7(), office_id: OFFICES.wardA },
          ...{ counter_id: COUNTERS.wardA, procedure_id: null, channel: 'counter', stage: 'unstated' },
          ...{ trust: 'open', respondent: 'unstated', level, day: first_at.slice(0, 10), first_at },
          ...{ changeable_until: first_at, lang: 'vi', survey_version_id: null, answers: '{}', comment: '' },
          ...{ revision: 0, amended_at: '', ...change },
        })
      }
    })
  const alerts = async (question = OPEN) => (await alertList(city.store.read, question)).alerts
  const notices = () => city.store.read.selectFrom('notices').selectAll().execute()
  const check = () => checkPlaces(city)

  test('half of five unhappy: one alert, told to Văn phòng alone, without a count, gone by itself', async () => {
    const parts = casePartsOf(city)
    const office = await aMember(parts, 'city_office')
    for (const role of ['home_affairs', 'auditor', 'administrator'] as const) await aMember(parts, role)
    await aMember(parts, 'office_head', OFFICES.wardA)
    await aMember(parts, 'case_handler', OFFICES.wardA)
    await rate([1, 2, 1, 5])
    expect(await check()).toEqual({ opened: 0, ended: 0 })
    await rate([4])
    const both = await Promise.all([check(), check()])
    expect(both.map(({ opened }) => opened).toSorted()).toEqual([0, 1])
    expect(await check()).toEqual({ opened: 0, ended: 0 })
    const [alert, ...others] = await alerts()
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      kind: 'unhappy_at_office',
      status: 'open',
      office: 'Phường Đông Kinh',
      counter: '',
    })
    const told = await notices()
    expect(told.map(({ staff_id, event }) => [staff_id, event])).toEqual([
      [office.staffId, 'alert.unhappy_at_office'],
    ])
    expect(subjectPath(told[0] ?? { subject_kind: '', subject_id: '' })).toBe(
      `/van-phong/canh-bao#${alert?.id}`,
    )
    expect(eventKey('alert.unhappy_at_office')).toBe('alert_unhappy_at_office')
    const stored = await city.store.read.selectFrom('alerts').selectAll().executeTakeFirstOrThrow()
    expect(Object.values(stored).filter((value) => typeof value === 'number')).toEqual([])
    city.clock.set(inMinutes(14))
    expect(await check()).toEqual({ opened: 0, ended: 0 })
    city.clock.set(inMinutes(31))
    expect(await check()).toEqual({ opened: 0, ended: 1 })
    expect(await alerts()).toEqual([])
    expect(await alerts(CLOSED)).toMatchObject([{ closer: '', note: '' }])
  })

  test('seen, then closed with a note; what was closed does not open again while it goes on', async () => {
    const viewer = await aMember(casePartsOf(city), 'city_office')
    await rate([1, 1, 1, 1, 1])
    await check()
    const id = (await alerts())[0]?.id ?? ''
    await acknowledgeAlert(city, viewer, id)
    await expect(acknowledgeAlert(city, viewer, id)).rejects.toThrow(Conflict)
    expect(await closeAlert(city, viewer, id, '  ')).toBe(false)
    expect(await closeAlert(city, viewer, id, 'x'.repeat(1_001))).toBe(false)
    expect(await alerts()).toMatchObject([{ status: 'acknowledged', acknowledger: viewer.name }])
    expect(await closeAlert(city, viewer, id, ' Đã cử người đến quầy. ')).toBe(true)
    await expect(closeAlert(city, viewer, id, 'Lần nữa.')).rejects.toThrow(Conflict)
    city.clock.set(inMinutes(5))
    await rate([1])
    expect(await check()).toEqual({ opened: 0, ended: 0 })
    city.clock.set(inMinutes(30))
    await rate([1, 1, 1, 1, 1])
    expect((await check()).opened).toBe(1)
    const closed: unknown[] = []
    for await (const one of everyAlert(city.store.read, CLOSED)) closed.push(one)
    expect(closed).toMatchObject([{ note: 'Đã cử người đến quầy.', closer: viewer.name }])
    const trail = await city.store.read.selectFrom('audit_trail').select('action').execute()
    expect(trail.map(({ action }) => action).filter((action) => action.startsWith('alert'))).toEqual([
      'alert.acknowledge',
      'alert.close',
    ])
  })

  test('nobody is alerted at night, nor by what a tablet delivers late, nor by a filing’s rating', async () => {
    await rate([1, 1, 1, 1, 1, 1], { first_at: inMinutes(-120) })
    await rate([1, 1, 1, 1, 1, 1], { stage: 'filing' })
    expect((await check()).opened).toBe(0)
    city.clock.set('2026-03-16T15:00:00.000Z')
    await rate([1, 1, 1, 1, 1, 1])
    expect((await check()).opened).toBe(0)
    // Sunday.
    city.clock.set('2026-03-22T02:00:00.000Z')
    await rate([1, 1, 1, 1, 1, 1])
    expect((await check()).opened).toBe(0)
  })

  test('a silent tablet is alerted of once a silence', async () => {
    const device: KioskDeviceRow = {
      ...{ id: 'd-1', counter_id: COUNTERS.wardA, name: 'Máy 1', credential_hash: 'x', status: 'active' },
      ...{ paired_at: NOW, revoked_at: '', app_version: '', last_heard_at: NOW, silent_since: NOW },
      ...{
        highest_number: 0,
        last_tap_number: 0,
        last_tap_at: '',
        waiting: 0,
        refused: 0,
        ring: 0,
        storage: 'ok',
      },
      ...{ trouble_at: '', battery_percent: -1, charging: 0, clock_offset_s: 0, clock_measured_at: '' },
      ...{ clock_flags: 0, conflicts: 0, chain_breaks: 0 },
    }
    await city.store.write((tx) => insertDevice(tx, device))
    const heard = (silent_since: string) =>
      city.store.write((tx) => tx.updateTable('kiosk_devices').set({ silent_since }).execute())
    expect((await check()).opened).toBe(1)
    expect(await alerts()).toMatchObject([
      { kind: 'kiosk_silent', device: 'Máy 1', counter: 'Quầy số 1', office: 'Phường Đông Kinh' },
    ])
    await heard('')
    expect(await check()).toEqual({ opened: 0, ended: 1 })
    await heard(inMinutes(60))
    expect((await check()).opened).toBe(1)
  })

  test('a month: opened once, ended when another month is the last', async () => {
    const figures = (month: string, signals: string[]) => ({ month, signals, answers: [] })
    expect((await checkMonth(city, figures('2026-02', [OFFICES.wardA]))).opened).toBe(1)
    expect(await checkMonth(city, figures('2026-02', [OFFICES.wardA]))).toEqual({ opened: 0, ended: 0 })
    expect(await alerts()).toMatchObject([{ kind: 'control_signal', month: '2026-02' }])
    expect(await check()).toEqual({ opened: 0, ended: 0 })
    expect(await checkMonth(city, figures('2026-03', []))).toEqual({ opened: 0, ended: 1 })
  })

  test('a rule that is switched off ends its alerts and raises none; the change is audited', async () => {
    const viewer = await aMember(casePartsOf(city), 'city_office')
    await rate([1, 1, 1, 1, 1])
    expect((await check()).opened).toBe(1)
    const form = new URLSearchParams({ rule: 'unhappy-at-office', percent: '50', least: '5', minutes: '15' })
    expect(
      await changeRule(city, viewer, new URLSearchParams({ ...Object.fromEntries(form), percent: '5' })),
    ).toEqual({
      percent: { least: 30, most: 80 },
    })
    expect(await changeRule(city, viewer, form)).toBeNull()
    await expect(changeRule(city, viewer, new URLSearchParams({ rule: 'none' }))).rejects.toThrow(NotFound)
    city.clock.set(inMinutes(16))
    await rate([1, 1, 1, 1, 1])
    expect(await check()).toEqual({ opened: 0, ended: 1 })
    const trail = await city.store.read.selectFrom('audit_trail').select(['action', 'after']).execute()
    expect(trail.find(({ action }) => action === 'alert_rule.change')?.after).toContain('"status":"off"')
  })
})
