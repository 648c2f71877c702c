import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { periodOf } from '#app/calendar/period.ts'
import { Forbidden } from '#app/errors.ts'
import { decideDefinition, knownDefinitions } from '#app/reports/definitions/decide-definition.server.ts'
import { readDefinition } from '#app/reports/definitions/definition-form.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import type { Role } from '#db/schema.ts'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { rate, times } from './rated-city.ts'

const TODAY = '2026-03-16'
const WANTED = {
  ...{ from: TODAY, trust: ['verified'], stage: ['return'], satisfied: '4', minimum: '10' },
  reason: 'Theo kết luận giao ban tháng 3',
}

const formOf = (change: Partial<Record<keyof typeof WANTED, string | string[]>> = {}) => {
  const entries = Object.entries({ ...WANTED, ...change })
  return new URLSearchParams(
    entries.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )
}

describe('what the form says', () => {
  test('is a definition', () => {
    expect(readDefinition(formOf(), TODAY)).toEqual({
      validFrom: TODAY,
      trustClasses: ['verified'],
      stages: ['return'],
      satisfiedLevels: [4, 5],
      minimumN: 10,
      reason: WANTED.reason,
    })
  })

  test.each([
    ['from', '2026-03-15', 'past'],
    ['from', '2026-02-30', 'not_a_day'],
    ['from', '9999-12-31', 'not_a_day'],
    ['trust', 'everybody', 'none_chosen'],
    ['stage', [], 'none_chosen'],
    ['satisfied', '2', 'not_a_level'],
    ['minimum', '4', 'out_of_range'],
    ['minimum', '101', 'out_of_range'],
    ['minimum', '1e1', 'out_of_range'],
    ['reason', 'vì thế', 'no_reason'],
    ['reason', 'x'.repeat(501), 'too_long'],
  ] as const)('%s %s: %s', (field, value, problem) => {
    const read = readDefinition(formOf({ [field]: [value].flat() }), TODAY)
    expect('problems' in read && read.problems).toEqual({ [field]: problem })
  })
})

describe.each(CITIES)('index definitions in $database', ({ open }) => {
  let city: SmallCity
  let van: Viewer
  beforeEach(async () => {
    city = await open()
    van = await viewer('city_office')
  })
  afterEach(() => city.close())

  async function viewer(role: Role): Promise<Viewer> {
    const email = `${role}@langson.example`
    const staff = { id: role, email, name: 'Lý Thị Vân', role, office_id: null, password_hash: '' }
    await city.store.write((tx) =>
      tx
        .insertInto('staff')
        .values({ ...staff, status: 'active', created_at: '' })
        .execute(),
    )
    return { staffId: role, name: staff.name, email, role, officeId: null, mayChange: true }
  }

  const versions = async (today = TODAY) =>
    (await knownDefinitions(city.store.read, today)).map(({ version, validFrom, validTo, state }) => [
      version,
      validFrom,
      validTo,
      state,
    ])

  test('a new version counts from its day on; earlier periods stay as they were', async () => {
    await city.store.write(async (tx) => {
      for (const day of ['2026-02-10', '2026-03-10']) {
        await rate(tx, { office: OFFICES.wardA, day }, times(20, 5))
        await rate(tx, { office: OFFICES.wardA, day, trust: 'verified' }, times(12, 4))
      }
    })
    const ofMonth = async (from: string, to: string) => {
      const { city: sum, definition } = await officeOverview(city.store.read, LIVE, {
        period: periodOf(from, to),
        today: '2026-04-02',
      })
      return [definition.version, sum.ratings.state === 'shown' && sum.ratings.n]
    }
    expect(await ofMonth('2026-03-01', '2026-03-31')).toEqual([1, 32])
    expect(await decideDefinition(city, van, formOf())).toBeNull()
    expect(await ofMonth('2026-03-01', '2026-03-31')).toEqual([2, 12])
    expect(await ofMonth('2026-02-01', '2026-02-28')).toEqual([1, 32])
    expect(await versions()).toEqual([
      [2, TODAY, '9999-12-31', 'in_force'],
      [1, '0001-01-01', '2026-03-15', 'ended'],
    ])
    const [trail] = await city.store.read.selectFrom('audit_trail').selectAll().execute()
    expect(trail).toMatchObject({ action: 'index_definition.decide', subject_id: '2', actor: van.email })
    expect(JSON.parse(trail?.after ?? '')).toMatchObject({
      trustClasses: ['verified'],
      reason: WANTED.reason,
    })
    expect(JSON.parse(trail?.before ?? '')).toMatchObject({ version: 1, minimumN: 5 })
  })

  test('a planned one waits, and another that begins with it takes its place', async () => {
    await decideDefinition(city, van, formOf({ from: '2026-07-01' }))
    expect(await versions()).toEqual([
      [2, '2026-07-01', '9999-12-31', 'planned'],
      [1, '0001-01-01', '2026-06-30', 'in_force'],
    ])
    await decideDefinition(city, van, formOf({ from: '2026-07-01', minimum: '20' }))
    expect(await versions('2026-08-01')).toEqual([
      [3, '2026-07-01', '9999-12-31', 'in_force'],
      [2, '2026-07-01', '2026-06-30', 'never_in_force'],
      [1, '0001-01-01', '2026-06-30', 'ended'],
    ])
  })

  test('the same once more is refused, and so is everybody but Văn phòng', async () => {
    await decideDefinition(city, van, formOf())
    expect(await decideDefinition(city, van, formOf({ from: '2026-05-01' }))).toMatchObject({
      problems: { trust: 'unchanged' },
    })
    expect(await versions()).toHaveLength(2)
    expect(() => decideDefinition(city, { ...van, role: 'administrator' }, formOf())).toThrow(Forbidden)
    expect(() => decideDefinition(city, { ...van, mayChange: false }, formOf())).toThrow(Forbidden)
  })

  test('no version is ever changed or taken away, whoever asks the store', async () => {
    const { owner } = city.store
    await expect(owner.updateTable('index_definitions').set({ minimum_n: 9 }).execute()).rejects.toThrow(
      'append-only',
    )
    await expect(owner.deleteFrom('index_definitions').execute()).rejects.toThrow('append-only')
  })
})
