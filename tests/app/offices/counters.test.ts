import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { invitationToRate } from '#app/invitations/invitation-to-rate.server.ts'
import { newStandingCode, readRatingCode } from '#app/invitations/rating-code.ts'
import { closeCounter, openCounter, renameCounter } from '#app/offices/change-counter.server.ts'
import { countersOf } from '#app/offices/counter-page.server.ts'
import { readOpeningHours } from '#app/offices/opening-hours.ts'
import { setOpeningHours } from '#app/offices/set-opening-hours.server.ts'
import { type CodeParts, issueCode, reissueCode, revokeCode } from '#app/offices/standing-codes.server.ts'
import { listRevokedCodes } from '#db/queries/counters.ts'
import { aSmallCity, COUNTERS, OFFICES, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { trailOf, viewerOf } from './office-world.ts'

describe('in a city', () => {
  let city: SmallCity
  let admin: Viewer
  let parts: CodeParts
  beforeEach(async () => {
    city = await aSmallCity()
    admin = await viewerOf(city, 'administrator')
    parts = { store: city.store, clock: city.clock, newCode: () => newStandingCode(), keyNumber: 1 }
  })
  afterEach(() => city.close())

  const view = () => countersOf(city.store.read, OFFICES.wardA, '2026-03-16')
  const usable = async (code: string) => {
    const read = readRatingCode(code)
    return read ? invitationToRate(city.store.read, read, city.clock.now()) : null
  }
  const idOf = (code: string) =>
    ({ [STANDING_CODES.wardA]: 'standing-1', [STANDING_CODES.wardB]: 'standing-2' })[code] ?? ''

  test('a counter opens with a code that works and the next placard number', async () => {
    const wanted = { name: 'Quầy số 2', day: '2026-03-16' }
    expect(await openCounter(parts, admin, OFFICES.wardA, wanted)).toMatchObject({ done: 'counterOpened' })
    const { counters } = await view()
    expect(counters.map(({ name, codes }) => [name, codes.map(({ placard }) => placard)])).toEqual([
      ['Quầy số 1', [1]],
      ['Quầy số 2', [4]],
    ])
    const code = counters[1]?.codes[0]?.code ?? ''
    expect(await usable(code)).toMatchObject({ counter_name: 'Quầy số 2', placard_number: 4 })
    const trail = await trailOf(city)
    expect(trail.map(({ action }) => action)).toEqual(['counter.open', 'code.issue'])
    expect(JSON.stringify(trail)).not.toContain(code)
  })

  test.each([
    [{ name: 'Quầy số 1', day: '2026-03-16' }, { name: 'same_name' }],
    [{ name: 'Quầy số 2', day: '2020-01-01' }, {}],
  ])('%o: %o', async (wanted, problems) => {
    const outcome = await openCounter(parts, admin, OFFICES.wardA, wanted)
    expect('problems' in outcome ? outcome.problems : {}).toEqual(problems)
  })

  test('no counter opens on a day its office is not there', async () => {
    await city.store.write((tx) =>
      tx
        .updateTable('offices')
        .set({ valid_to: '2026-03-01' })
        .where('id', '=', OFFICES.wardA)
        .execute()
        .then(() => undefined),
    )
    const wanted = { name: 'Quầy số 2', day: '2026-03-02' }
    expect(await openCounter(parts, admin, OFFICES.wardA, wanted)).toEqual({
      problems: { day: 'beyond_office' },
    })
  })

  test('it is renamed and closed; its code counts until it is withdrawn', async () => {
    const counter = COUNTERS.wardA
    expect(await renameCounter(city, admin, OFFICES.wardA, { counter, name: 'Quầy Hộ tịch' })).toEqual({
      done: 'counterRenamed',
    })
    expect(await renameCounter(city, admin, OFFICES.wardA, { counter, name: 'Quầy Hộ tịch' })).toEqual({
      problems: { name: 'same_name' },
    })
    expect(await closeCounter(city, admin, OFFICES.wardA, { counter, day: '2026-03-10' })).toEqual({
      done: 'counterClosed',
    })
    expect((await view()).counters[0]).toMatchObject({ name: 'Quầy Hộ tịch', isClosed: true })
    expect(await usable(STANDING_CODES.wardA)).not.toBeNull()
    expect(await closeCounter(city, admin, OFFICES.wardA, { counter, day: '0001-01-01' })).toEqual({
      problems: { day: 'day_outside' },
    })
  })

  test('withdrawn and issued anew: the old opens nothing, the new is listed to print', async () => {
    const code = idOf(STANDING_CODES.wardA)
    expect(await reissueCode(parts, admin, OFFICES.wardA, { code })).toMatchObject({ done: 'codeReissued' })
    expect(await usable(STANDING_CODES.wardA)).toBeNull()
    const { counters, revoked } = await view()
    const fresh = counters[0]?.codes[0]
    expect(revoked).toMatchObject([{ placard: 1, newPlacard: 4, newCode: fresh?.code }])
    expect(await usable(fresh?.code ?? '')).toMatchObject({ counter_id: COUNTERS.wardA })
    await expect(reissueCode(parts, admin, OFFICES.wardA, { code })).rejects.toThrow(NotFound)
  })

  test('withdrawn for good, and another issued later', async () => {
    await revokeCode(city, admin, OFFICES.wardB, { code: idOf(STANDING_CODES.wardB) })
    expect(await listRevokedCodes(city.store.read)).toMatchObject([
      { office_id: OFFICES.wardB, placard_number: 2, new_code: null },
    ])
    expect(await listRevokedCodes(city.store.read, OFFICES.wardA)).toEqual([])
    const issued = await issueCode(parts, admin, OFFICES.wardB, { counter: COUNTERS.wardB })
    expect(issued).toMatchObject({ done: 'codeIssued' })
    expect(await issueCode(parts, admin, OFFICES.wardB, { counter: COUNTERS.wardB })).toEqual({
      problems: { counter: 'code_in_use' },
    })
    const rows = await city.store.read
      .selectFrom('invitations')
      .select(['issue_number', 'placard_number'])
      .where('counter_id', '=', COUNTERS.wardB)
      .orderBy('issue_number')
      .execute()
    expect(rows.map((row) => [row.issue_number, row.placard_number])).toEqual([
      [1, 2],
      [2, 4],
    ])
  })

  test('a code may stand for the whole office', async () => {
    await issueCode(parts, admin, OFFICES.wardA, { counter: '' })
    const { officeCodes } = await view()
    expect(officeCodes.map(({ placard }) => placard)).toEqual([4])
  })

  test('a code that is taken is not given again', async () => {
    const offered = [STANDING_CODES.wardA, STANDING_CODES.wardB, newStandingCode()]
    const newCode = () => offered.shift() ?? ''
    await issueCode({ ...parts, newCode }, admin, OFFICES.wardA, { counter: '' })
    expect(offered).toEqual([])
    const stuck = { ...parts, newCode: () => STANDING_CODES.wardA }
    await expect(issueCode(stuck, admin, OFFICES.oneStop, { counter: '' })).rejects.toThrow('No free')
  })

  test('what belongs to another office is not found', async () => {
    const counter = COUNTERS.wardB
    await expect(renameCounter(city, admin, OFFICES.wardA, { counter, name: 'x' })).rejects.toThrow(NotFound)
    await expect(closeCounter(city, admin, OFFICES.wardA, { counter, day: '2026-04-01' })).rejects.toThrow(
      NotFound,
    )
    await expect(issueCode(parts, admin, OFFICES.wardA, { counter })).rejects.toThrow(NotFound)
    const code = idOf(STANDING_CODES.wardB)
    await expect(revokeCode(city, admin, OFFICES.wardA, { code })).rejects.toThrow(NotFound)
    await expect(countersOf(city.store.read, 'nobody', '2026-03-16')).rejects.toThrow(NotFound)
    expect(await trailOf(city)).toEqual([])
  })

  test('opening hours are written in the place of the old ones', async () => {
    const week = (closes: string) => [{ weekday: 1, opens: '07:30', closes }]
    await setOpeningHours(city, admin, OFFICES.wardA, week('11:30'))
    await setOpeningHours(city, admin, OFFICES.wardA, week('11:45'))
    expect((await view()).hours).toEqual(week('11:45'))
    expect((await trailOf(city)).at(-1)).toMatchObject({
      action: 'office.hours',
      before: { hours: ['1 07:30-11:30'] },
      after: { hours: ['1 07:30-11:45'] },
    })
  })
})

describe('a week as it is typed', () => {
  const read = (fields: Record<string, string>) => readOpeningHours(new URLSearchParams(fields))

  test('has one or two spans a day, and days off', () => {
    const typed = {
      ...{ opens_1_1: '07:30', closes_1_1: '11:30', opens_1_2: '13:30', closes_1_2: '17:00' },
      ...{ opens_6_1: '07:30', closes_6_1: '11:30', opens_7_1: '', closes_7_1: '' },
    }
    expect(read(typed)).toEqual({
      spans: [
        { weekday: 1, opens: '07:30', closes: '11:30' },
        { weekday: 1, opens: '13:30', closes: '17:00' },
        { weekday: 6, opens: '07:30', closes: '11:30' },
      ],
    })
    expect(read({})).toEqual({ spans: [] })
  })

  test.each([
    [{ opens_1_1: '7h30', closes_1_1: '11:30' }, { opens_1_1: 'not_a_time' }],
    [{ opens_1_1: '07:30', closes_1_1: '' }, { closes_1_1: 'not_a_time' }],
    [{ opens_1_1: '07:30', closes_1_1: '24:00' }, { closes_1_1: 'not_a_time' }],
    [{ opens_2_1: '11:30', closes_2_1: '07:30' }, { closes_2_1: 'hours_order' }],
    [
      { opens_3_1: '07:30', closes_3_1: '12:00', opens_3_2: '11:59', closes_3_2: '17:00' },
      { opens_3_2: 'hours_order' },
    ],
  ])('%o: %o', (fields, problems) => {
    expect(read(fields as unknown as Record<string, string>)).toEqual({ problems })
  })
})
