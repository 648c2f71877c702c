import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#app/errors.ts'
import { changeDeclared } from '#app/reports/office/declare-change.server.ts'
import { listDeclaredChanges } from '#db/queries/declared-changes.ts'
import type { Role } from '#db/schema.ts'
import { auditOf, aViewer } from '#tests/app/surveys/survey-world.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

const { wardA, wardB } = OFFICES
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const MOVED = { intent: 'declare', month: '2026-02', reason: 'Chuyển trụ sở' }

describe.each(CITIES)('a declared change on $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  test('stands with who declared it, and in the audit trail; taken back, the trail keeps both', async () => {
    const viewer = await aViewer(city, 'city_office')
    expect(await changeDeclared(city, viewer, wardA, form(MOVED))).toBeNull()
    const [change] = await listDeclaredChanges(city.store.read, wardA)
    expect(change).toMatchObject({
      office_id: wardA,
      month: '2026-02',
      reason: 'Chuyển trụ sở',
      staff_id: viewer.staffId,
    })
    expect(await listDeclaredChanges(city.store.read, wardB)).toEqual([])
    await changeDeclared(city, viewer, wardA, form({ intent: 'withdraw', id: change?.id ?? '' }))
    expect(await listDeclaredChanges(city.store.read)).toEqual([])
    const told = (await auditOf(city)).map(({ action, subject_id, before, after }) => [
      action,
      subject_id,
      before,
      after,
    ])
    const said = JSON.stringify({ month: '2026-02', reason: 'Chuyển trụ sở' })
    expect(told).toEqual([
      ['declared_change.add', wardA, '', said],
      ['declared_change.withdraw', wardA, said, ''],
    ])
  })

  test('the same month twice is refused at its field, another office may', async () => {
    const viewer = await aViewer(city, 'city_office')
    await changeDeclared(city, viewer, wardA, form(MOVED))
    expect(await changeDeclared(city, viewer, wardA, form(MOVED))).toMatchObject({
      problems: { month: 'already_declared' },
    })
    expect(await changeDeclared(city, viewer, wardB, form(MOVED))).toBeNull()
    expect(await listDeclaredChanges(city.store.read)).toHaveLength(2)
  })

  test('nobody withdraws what is not of this office, and nothing is declared of an unknown one', async () => {
    const viewer = await aViewer(city, 'city_office')
    await changeDeclared(city, viewer, wardA, form(MOVED))
    const [change] = await listDeclaredChanges(city.store.read, wardA)
    const withdraw = form({ intent: 'withdraw', id: change?.id ?? '' })
    await expect(changeDeclared(city, viewer, wardB, withdraw)).rejects.toThrow(NotFound)
    await expect(changeDeclared(city, viewer, 'nowhere', form(MOVED))).rejects.toThrow(NotFound)
    expect(await listDeclaredChanges(city.store.read)).toHaveLength(1)
  })

  test.each<Role>(['home_affairs', 'auditor', 'administrator', 'office_head'])(
    '%s declares nothing',
    async (role) => {
      const viewer = await aViewer(city, role)
      await expect(changeDeclared(city, viewer, wardA, form(MOVED))).rejects.toThrow(Forbidden)
      expect(await auditOf(city)).toEqual([])
    },
  )
})
