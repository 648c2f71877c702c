import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { periodOf } from '#app/calendar/period.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import {
  closeOffice,
  correctOffice,
  moveOffice,
  renameOffice,
  reopenOffice,
} from '#app/offices/change-office.server.ts'
import { officeDetails } from '#app/offices/office-details.server.ts'
import type { NewOffice } from '#app/offices/office-form.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { openOffice } from '#app/offices/open-office.server.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { listOffices } from '#db/queries/offices.ts'
import type { Role } from '#db/schema.ts'
import { rate, times } from '#tests/app/reports/rated-city.ts'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, COUNTERS, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { trailOf, viewerOf } from './office-world.ts'

const newOffice = (change: Partial<NewOffice> = {}): NewOffice => ({
  name: 'Tổ công tác',
  kind: 'department',
  parent: OFFICES.wardA,
  from: '2026-01-01',
  until: '',
  gso_code: '',
  outside_authority: false,
  ...change,
})

describe.each(CITIES)('on $database', ({ open }) => {
  let city: SmallCity
  let admin: Viewer
  beforeEach(async () => {
    city = await open()
    admin = await viewerOf(city, 'administrator')
  })
  afterEach(() => city.close())

  const rowOf = async (id: string) => {
    const row = (await listOffices(city.store.read)).find((office) => office.id === id)
    if (!row) throw new Error(`No office ${id}`)
    return row
  }
  const opened = async (change: Partial<NewOffice> = {}) => {
    const outcome = await openOffice(city, admin, newOffice(change))
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome))
    return outcome.id ?? ''
  }

  test('an office opens as the last under its parent, with a line in the trail', async () => {
    const id = await opened({ gso_code: '05971', outside_authority: true })
    const row = await rowOf(id)
    expect(row).toMatchObject({ name_folded: 'to cong tac', path: `/tp/p-a/${id}/`, outside_authority: 1 })
    expect([row.valid_from, row.valid_to, row.gso_code]).toEqual(['2026-01-01', '9999-12-31', '05971'])
    const second = await rowOf(await opened())
    expect(second.position).toBe(row.position + 1)
    expect((await trailOf(city))[0]).toMatchObject({
      actor: admin.email,
      action: 'office.open',
      subject: id,
      after: { name: 'Tổ công tác', parent_id: OFFICES.wardA, valid_from: '2026-01-01' },
    })
  })

  test('a name and a code may be used again', async () => {
    await opened({ name: 'Phường Đông Kinh', gso_code: '05977', parent: '' })
    await opened({ name: 'Phường Đông Kinh', gso_code: '05977', parent: '' })
    const named = (await listOffices(city.store.read)).filter(({ name }) => name === 'Phường Đông Kinh')
    expect(named).toHaveLength(3)
  })

  test('after a renaming figures of a day stand under the name of the day', async () => {
    await city.store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardA, day: '2026-01-15' }, times(20, 5))
      await rate(tx, { office: OFFICES.wardA, day: '2026-03-10' }, times(20, 5))
    })
    const wanted = { name: 'Phường Kỳ Lừa', day: '2026-02-01' }
    expect(await renameOffice(city, admin, OFFICES.wardA, wanted)).toEqual({ done: 'renamed' })
    const nameIn = async (from: string, to: string) => {
      const period = periodOf(from, to)
      const { offices } = await officeOverview(city.store.read, LIVE, { period, today: '2026-03-16' })
      return offices.find(({ office }) => office.id === OFFICES.wardA)?.office.name
    }
    expect(await nameIn('2026-01-01', '2026-01-31')).toBe('Phường Đông Kinh')
    expect(await nameIn('2026-02-01', '2026-02-28')).toBe('Phường Kỳ Lừa')
    const { names } = await officeDetails(city.store.read, OFFICES.wardA)
    expect(names.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Phường Đông Kinh', '0001-01-01', '2026-01-31'],
      ['Phường Kỳ Lừa', '2026-02-01', '9999-12-31'],
    ])
    expect(await trailOf(city)).toMatchObject([
      { action: 'office.rename', before: { name: 'Phường Đông Kinh' }, after: { name: 'Phường Kỳ Lừa' } },
    ])
    expect(await renameOffice(city, admin, OFFICES.wardA, { name: 'Khác', day: '2026-02-01' })).toEqual({
      problems: { day: 'before_last_change' },
    })
  })

  test('a move takes all below along in one go, and old sums stay where they were', async () => {
    const team = await opened({ from: '2025-01-01' })
    const desk = await opened({ parent: team, from: '2025-06-01', name: 'Bàn số 1' })
    await city.store.write(async (tx) => {
      await rate(tx, { office: desk, day: '2026-01-15' }, times(20, 5))
      await rate(tx, { office: desk, day: '2026-02-15' }, times(30, 4))
    })
    const wanted = { parent: OFFICES.wardB, day: '2026-02-01' }
    expect(await moveOffice(city, admin, team, wanted)).toEqual({ done: 'moved' })
    expect((await rowOf(team)).path).toBe(`/tp/p-b/${team}/`)
    expect(await rowOf(desk)).toMatchObject({ path: `/tp/p-b/${team}/${desk}/`, parent_id: team })
    expect((await rowOf(OFFICES.wardA)).path).toBe('/tp/p-a/')
    const sums = async (from: string, to: string) => {
      const period = periodOf(from, to)
      const { offices } = await officeOverview(city.store.read, LIVE, { period, today: '2026-03-16' })
      return [OFFICES.wardA, OFFICES.wardB, team, desk].map((id) => {
        const ratings = offices.find(({ office }) => office.id === id)?.ratings
        return ratings?.state === 'shown' ? ratings.n : 0
      })
    }
    expect(await sums('2026-01-01', '2026-01-31')).toEqual([20, 0, 20, 20])
    expect(await sums('2026-02-01', '2026-02-28')).toEqual([0, 30, 30, 30])
    const { parents } = await officeDetails(city.store.read, team)
    expect(parents.map(({ parent, to }) => [parent?.id, to])).toEqual([
      [OFFICES.wardA, '2026-01-31'],
      [OFFICES.wardB, '9999-12-31'],
    ])
  })

  test('it moves to the top and back under another', async () => {
    expect(await moveOffice(city, admin, OFFICES.wardA, { parent: '', day: '2026-01-01' })).toEqual({
      done: 'moved',
    })
    expect((await rowOf(OFFICES.wardA)).path).toBe('/p-a/')
    await moveOffice(city, admin, OFFICES.wardA, { parent: OFFICES.oneStop, day: '2026-02-01' })
    expect((await rowOf(OFFICES.wardA)).path).toBe('/tp/mot-cua/p-a/')
  })

  test('a refused move changes nothing and leaves no trace', async () => {
    const before = await listOffices(city.store.read)
    const wanted = { parent: OFFICES.wardA, day: '2026-01-01' }
    expect(await moveOffice(city, admin, OFFICES.city, wanted)).toEqual({ problems: { parent: 'circle' } })
    expect(await listOffices(city.store.read)).toEqual(before)
    expect(await trailOf(city)).toEqual([])
  })

  test('closing closes its counters with it; the closing is taken back whole', async () => {
    const counterEnd = async () => {
      const rows = await city.store.read
        .selectFrom('counters')
        .select('valid_to')
        .where('id', '=', COUNTERS.wardA)
        .execute()
      return rows[0]?.valid_to
    }
    expect(await closeOffice(city, admin, OFFICES.wardA, { day: '2026-04-01' })).toEqual({ done: 'closed' })
    expect([(await rowOf(OFFICES.wardA)).valid_to, await counterEnd()]).toEqual(['2026-03-31', '2026-03-31'])
    expect(await closeOffice(city, admin, OFFICES.wardA, { day: '2026-05-01' })).toEqual({ done: 'closed' })
    expect([(await rowOf(OFFICES.wardA)).valid_to, await counterEnd()]).toEqual(['2026-04-30', '2026-04-30'])
    expect(await reopenOffice(city, admin, OFFICES.wardA)).toEqual({ done: 'reopened' })
    expect([(await rowOf(OFFICES.wardA)).valid_to, await counterEnd()]).toEqual(['9999-12-31', '9999-12-31'])
    expect((await trailOf(city)).map(({ before }) => before)).toEqual([
      { valid_to: '9999-12-31' },
      { valid_to: '2026-03-31' },
      { valid_to: '2026-04-30' },
    ])
  })

  test('the list of a day has its tree, what closed before and what opens after', async () => {
    await closeOffice(city, admin, OFFICES.wardB, { day: '2026-02-01' })
    const coming = await opened({ parent: '', from: '2026-06-01', name: 'Phường mới' })
    const list = await officeList(city.store.read, '2026-03-16')
    expect(list.open.map(({ id, depth }) => [id, depth])).toEqual([
      [OFFICES.city, 0],
      [OFFICES.wardA, 1],
      [OFFICES.oneStop, 1],
    ])
    expect(list.closed.map(({ id, successors }) => [id, successors])).toEqual([[OFFICES.wardB, []]])
    expect(list.coming.map(({ id }) => id)).toEqual([coming])
  })

  test('what was entered wrongly is put right without a history but the trail', async () => {
    const right = {
      name: 'Phường Đông Kinh',
      kind: 'commune' as const,
      gso_code: '05980',
      outside_authority: true,
    }
    expect(await correctOffice(city, admin, OFFICES.wardA, right)).toEqual({ done: 'corrected' })
    expect(await rowOf(OFFICES.wardA)).toMatchObject({ kind: 'commune', gso_code: '05980' })
    expect((await officeDetails(city.store.read, OFFICES.wardA)).names).toHaveLength(1)
    expect((await trailOf(city))[0]?.before).toMatchObject({ kind: 'ward', outside_authority: 0 })
  })

  test('an office that is not there is not found', async () => {
    await expect(reopenOffice(city, admin, 'nobody')).rejects.toThrow(NotFound)
    await expect(officeDetails(city.store.read, 'nobody')).rejects.toThrow(NotFound)
  })

  test('nor does an administrator who still lacks the second factor', async () => {
    const viewer = { ...admin, mayChange: false }
    await expect((async () => openOffice(city, viewer, newOffice()))()).rejects.toThrow(Forbidden)
  })
})

describe('those who only read', () => {
  let city: SmallCity
  let admin: Viewer
  beforeEach(async () => {
    city = await aSmallCity()
    admin = await viewerOf(city, 'administrator')
  })
  afterEach(() => city.close())

  test.each<Role>(['city_office', 'office_head', 'case_handler', 'home_affairs', 'auditor'])(
    '%s changes nothing',
    async (role) => {
      const viewer = { ...admin, role }
      const deeds = [
        () => openOffice(city, viewer, newOffice()),
        () => renameOffice(city, viewer, OFFICES.wardA, { name: 'x', day: '2026-01-01' }),
        () => moveOffice(city, viewer, OFFICES.wardA, { parent: '', day: '2026-01-01' }),
        () => closeOffice(city, viewer, OFFICES.wardA, { day: '2026-04-01' }),
        () => reopenOffice(city, viewer, OFFICES.wardA),
      ]
      for (const deed of deeds) await expect((async () => deed())()).rejects.toThrow(Forbidden)
      expect(await trailOf(city)).toEqual([])
    },
  )
})
