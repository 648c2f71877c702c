import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { periodOf } from '#app/calendar/period.ts'
import { Forbidden } from '#app/errors.ts'
import { invitationToRate } from '#app/invitations/invitation-to-rate.server.ts'
import { lineageOf } from '#app/offices/lineage.server.ts'
import { mergeOffices } from '#app/offices/merge-offices.server.ts'
import { NEW_OFFICE } from '#app/offices/merging-rules.ts'
import { officeDetails } from '#app/offices/office-details.server.ts'
import type { Merger } from '#app/offices/office-form.ts'
import { exportedOverview } from '#app/reports/exported-overview.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import { listOffices } from '#db/queries/offices.ts'
import { rate, times } from '#tests/app/reports/rated-city.ts'
import { csvOf } from '#tests/world/exported.ts'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { trailOf, viewerOf } from './office-world.ts'

const merger = (change: Partial<Merger> = {}): Merger => ({
  predecessors: [OFFICES.wardA, OFFICES.wardB],
  outside: 'xã Yên Trạch, huyện Cao Lộc',
  successor: NEW_OFFICE,
  name: 'Phường Đông Kinh',
  kind: 'ward',
  parent: OFFICES.city,
  gso_code: '05977',
  day: '2026-03-01',
  note: 'Nghị quyết',
  ...change,
})
const FEBRUARY = periodOf('2026-02-01', '2026-02-28')
const QUARTER = periodOf('2026-01-01', '2026-03-31')

describe.each(CITIES)('on $database', ({ open }) => {
  let city: SmallCity
  let admin: Viewer
  beforeEach(async () => {
    city = await open()
    admin = await viewerOf(city, 'administrator')
    await city.store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardA, day: '2026-02-10' }, times(40, 5))
      await rate(tx, { office: OFFICES.wardB, day: '2026-02-10' }, [...times(30, 4), ...times(10, 2)])
    })
  })
  afterEach(() => city.close())

  const merged = async (change: Partial<Merger> = {}) => {
    const outcome = await mergeOffices(city, admin, merger(change))
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome))
    return outcome.id ?? ''
  }
  const overview = (period: typeof QUARTER, byLineage = false) =>
    officeOverview(city.store.read, LIVE, { period, today: '2026-03-16', byLineage })
  const ratingsOf = async (id: string, byLineage: boolean) => {
    const { offices } = await overview(QUARTER, byLineage)
    const figure = offices.find(({ office }) => office.id === id)?.ratings
    return figure?.state === 'shown' ? [figure.satisfied, figure.n] : figure?.state
  }

  test('predecessors close, the successor opens, lineage says who followed whom', async () => {
    const id = await merged()
    const rows = await listOffices(city.store.read)
    const spans = Object.fromEntries(rows.map((row) => [row.id, [row.valid_from, row.valid_to]]))
    expect(spans[OFFICES.wardA]).toEqual(['0001-01-01', '2026-02-28'])
    expect(spans[OFFICES.wardB]).toEqual(['0001-01-01', '2026-02-28'])
    expect(spans[id]).toEqual(['2026-03-01', '9999-12-31'])
    const lines = await listLineage(city.store.read)
    expect(
      lines.map(({ predecessor_id, predecessor_name, note }) => [predecessor_id, predecessor_name, note]),
    ).toEqual([
      [OFFICES.wardA, 'Phường Đông Kinh', 'Nghị quyết'],
      [OFFICES.wardB, 'Phường Vĩnh Trại', 'Nghị quyết'],
      [null, 'xã Yên Trạch, huyện Cao Lộc', 'Nghị quyết'],
    ])
    const { predecessors } = await officeDetails(city.store.read, id)
    expect(predecessors.map(({ office }) => office?.id ?? null)).toEqual([OFFICES.wardA, OFFICES.wardB, null])
    expect((await trailOf(city)).map(({ action }) => action)).toEqual([
      'office.close',
      'office.close',
      'office.open',
      'office.merge',
    ])
  })

  test('figures of before do not change by it', async () => {
    const before = await csvOf(exportedOverview('vi', await overview(FEBRUARY)))
    await merged()
    expect(await csvOf(exportedOverview('vi', await overview(FEBRUARY)))).toBe(before)
  })

  test('by lineage the successor has the sum, the city the same as without', async () => {
    const id = await merged()
    await city.store.write((tx) => rate(tx, { office: id, day: '2026-03-05' }, times(20, 5)))
    expect([await ratingsOf(id, false), await ratingsOf(OFFICES.wardA, false)]).toEqual([
      [20, 20],
      [40, 40],
    ])
    expect([await ratingsOf(id, true), await ratingsOf(OFFICES.wardA, true)]).toEqual([[90, 100], undefined])
    const [plain, rolled] = [await overview(QUARTER), await overview(QUARTER, true)]
    expect(rolled.city).toEqual(plain.city)
    expect([plain.byLineage, rolled.byLineage]).toEqual([false, true])
    const line = rolled.offices.find(({ office }) => office.id === id)
    expect(line?.includes.map(({ predecessorName }) => predecessorName)).toEqual([
      'Phường Đông Kinh',
      'Phường Vĩnh Trại',
      'xã Yên Trạch, huyện Cao Lộc',
    ])
  })

  test('a figure that is hidden without lineage is not to be had from the sum with it', async () => {
    const id = await merged()
    await city.store.write(async (tx) => {
      await rate(tx, { office: id, day: '2026-03-05' }, times(3, 5))
      await rate(tx, { office: OFFICES.oneStop, day: '2026-03-05' }, times(200, 5))
    })
    const plain = await overview(QUARTER)
    expect(plain.offices.find(({ office }) => office.id === id)?.ratings).toEqual({ state: 'hidden' })
    expect(await ratingsOf(id, true)).toBe('hidden')
  })

  test('an old placard counts for the successor from the day on', async () => {
    const id = await merged()
    const code = { kind: 'standing', code: STANDING_CODES.wardB } as const
    const found = await invitationToRate(city.store.read, code, city.clock.now())
    expect(found).toMatchObject({ officeClosed: true, countsFor: { id }, office_name: 'Phường Vĩnh Trại' })
    const earlier = await invitationToRate(city.store.read, code, new Date('2026-02-28T16:59:59Z'))
    expect(earlier?.countsFor.id).toBe(OFFICES.wardB)
  })

  test('one that is there takes over from another', async () => {
    expect(await merged({ predecessors: [OFFICES.wardB], successor: OFFICES.wardA })).toBe(OFFICES.wardA)
    expect((await lineageOf(city.store.read, '2026-03-16')).into).toEqual(
      new Map([[OFFICES.wardB, OFFICES.wardA]]),
    )
  })

  test('one that is divided goes to several, and its figures to none of them', async () => {
    await merged({ predecessors: [OFFICES.wardA], name: 'Phường Một' })
    await merged({ predecessors: [OFFICES.wardA], name: 'Phường Hai' })
    expect((await lineageOf(city.store.read, '2026-03-16')).into).toEqual(new Map())
    expect(await ratingsOf(OFFICES.wardA, true)).toEqual([40, 40])
    const closings = (await trailOf(city)).filter(({ action }) => action === 'office.close')
    expect(closings).toHaveLength(1)
  })

  test('a refused merger changes nothing', async () => {
    const before = await listOffices(city.store.read)
    const outcome = await mergeOffices(city, admin, merger({ name: '' }))
    expect(outcome).toEqual({ problems: { name: 'required' } })
    expect(await listOffices(city.store.read)).toEqual(before)
    expect([await listLineage(city.store.read), await trailOf(city)]).toEqual([[], []])
  })

  test('only an administrator merges', async () => {
    const viewer: Viewer = { ...admin, role: 'city_office' }
    await expect((async () => mergeOffices(city, viewer, merger()))()).rejects.toThrow(Forbidden)
  })
})
