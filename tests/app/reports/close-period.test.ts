import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import {
  askToReopen,
  keepClosed,
  proposeClose,
  reopenPeriod,
  signClose,
  withdrawClose,
} from '#app/reports/close-period.server.ts'
import { readClosablePeriod } from '#app/reports/period-close.ts'
import { afterClose, recordOf } from '#app/reports/period-closes.server.ts'
import { listPeriodCloses } from '#db/queries/period-closes.ts'
import type { Role } from '#db/schema.ts'
import { trailOf, viewerOf } from '#tests/app/offices/office-world.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { rate, times } from './rated-city.ts'

const FEBRUARY = readClosablePeriod('month', '2026-02-01')
if (!FEBRUARY) throw new Error('no month')

describe.each(CITIES)('closing a period in $database', ({ open }) => {
  let city: SmallCity
  let office: Viewer
  let affairs: Viewer
  beforeEach(async () => {
    city = await open()
    office = await viewerOf(city, 'city_office')
    affairs = await viewerOf(city, 'home_affairs')
    await city.store.write((tx) => rate(tx, { office: OFFICES.wardA, day: '2026-02-15' }, times(20, 5)))
  })
  afterEach(() => city.close())

  const propose = async () => {
    const made = await proposeClose(city, office, FEBRUARY)
    if (!('id' in made)) throw new Error(made.problem)
    return made.id
  }
  const statuses = async () => (await listPeriodCloses(city.store.read)).map(({ status }) => status)

  test('two signatures of two offices, each in the audit trail with the SHA-256', async () => {
    const id = await propose()
    expect(await statuses()).toEqual(['proposed'])
    expect(await signClose(city, affairs, id)).toEqual({ id })
    const [close] = await listPeriodCloses(city.store.read)
    expect(close).toMatchObject({ status: 'closed', proposer: 'city_office', signer: 'home_affairs' })
    const trail = await trailOf(city)
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ['city_office@offices.example', 'period.propose'],
      ['home_affairs@offices.example', 'period.sign'],
    ])
    for (const { after } of trail) expect(after).toEqual({ sha256: close?.sha256 })
  })

  test('not before the eighth day after the end', async () => {
    for (const [instant, problem] of [
      ['2026-03-07T16:59:59.000Z', 'too_early'],
      ['2026-03-07T17:00:00.000Z', undefined],
    ] as const) {
      city.clock.set(instant)
      const made = await proposeClose(city, office, FEBRUARY)
      expect('problem' in made ? made.problem : undefined, instant).toBe(problem)
    }
  })

  test('once as long as it stands; withdrawn or reopened it can be closed anew', async () => {
    const first = await propose()
    expect(await proposeClose(city, office, FEBRUARY)).toEqual({ problem: 'already' })
    expect(await withdrawClose(city, office, first)).toEqual({ id: first })
    const second = await propose()
    await signClose(city, affairs, second)
    expect(await proposeClose(city, office, FEBRUARY)).toEqual({ problem: 'already' })
    expect(await withdrawClose(city, office, second)).toEqual({ problem: 'not_proposed' })
    expect(await askToReopen(city, office, second, '  ')).toEqual({ problem: 'reason' })
    expect(await askToReopen(city, office, second, 'Thiếu hồ sơ liên thông')).toEqual({ id: second })
    expect(await keepClosed(city, affairs, second)).toEqual({ id: second })
    await askToReopen(city, office, second, 'Thiếu hồ sơ liên thông')
    expect(await reopenPeriod(city, affairs, second)).toEqual({ id: second })
    await propose()
    expect((await statuses()).toSorted()).toEqual(['proposed', 'reopened', 'withdrawn'])
  })

  test('only Văn phòng proposes, only Phòng Nội vụ signs, nobody both', async () => {
    const id = await propose()
    const others: Role[] = ['office_head', 'case_handler', 'auditor', 'administrator', 'home_affairs']
    for (const role of others) {
      const viewer = { ...affairs, role }
      await expect(proposeClose(city, viewer, FEBRUARY)).rejects.toThrow(Forbidden)
      if (role === 'home_affairs') continue
      expect(() => signClose(city, viewer, id)).toThrow(Forbidden)
    }
    expect(() => signClose(city, office, id)).toThrow(Forbidden)
    expect(() => signClose(city, { ...affairs, mayChange: false }, id)).toThrow(Forbidden)
    // The same person in another post in between.
    expect(await signClose(city, { ...office, role: 'home_affairs' }, id)).toEqual({
      problem: 'own_signature',
    })
    await expect(signClose(city, affairs, 'none')).rejects.toThrow(NotFound)
    expect(await statuses()).toEqual(['proposed'])
  })

  test('what comes later is counted apart: late ratings, and those that changed their level', async () => {
    const id = await propose()
    await signClose(city, affairs, id)
    const [close] = await listPeriodCloses(city.store.read)
    if (!close) throw new Error('no close')
    const record = await recordOf(city.store.read, close)
    expect(await afterClose(city.store.read, record)).toEqual({ ratings: 0, moved: 0 })
    await city.store.write((tx) =>
      rate(tx, { office: OFFICES.wardB, day: '2026-02-28', trust: 'kiosk' }, [3, 2]),
    )
    await city.store.write((tx) =>
      tx
        .updateTable('monthly_level_counts')
        .set((e) => ({ level_5: e('level_5', '-', 1), level_1: e('level_1', '+', 1) }))
        .where('office_id', '=', OFFICES.wardA)
        .execute(),
    )
    expect(await afterClose(city.store.read, record)).toEqual({ ratings: 2, moved: 1 })
    expect(await recordOf(city.store.read, close)).toEqual(record)
  })

  test('a record cannot be changed or deleted', async () => {
    await propose()
    const change = city.store.write((tx) => tx.updateTable('period_records').set({ content: '{}' }).execute())
    await expect(change).rejects.toThrow('append-only')
    await expect(city.store.write((tx) => tx.deleteFrom('period_records').execute())).rejects.toThrow(
      'append-only',
    )
  })
})
