import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { makeDemoCases } from '#scripts/demo-city/demo-cases.ts'
import { aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
let parts: CaseParts
beforeEach(async () => {
  city = await aSmallCity()
  parts = casePartsOf(city)
})
afterEach(() => city.close())

test('the demo city has complaints in each state, none from the future, one of them restricted', async () => {
  const today = '2026-11-22'
  const cityOffice = await aMember(parts, 'city_office')
  const handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
  const made = await makeDemoCases(
    parts,
    { cityOffice, handler, offices: [OFFICES.wardA, OFFICES.wardB] },
    today,
  )
  const db = city.store.read
  const rows = await db.selectFrom('feedback_cases').selectAll().orderBy('received_at').execute()
  expect(rows).toHaveLength(made)
  expect([...new Set(rows.map(({ status }) => status))].sort()).toEqual(
    ['answered', 'assigned', 'classified', 'closed', 'quarantined', 'received'].sort(),
  )
  expect(rows.filter(({ queue }) => queue === 'restricted')).toHaveLength(1)
  expect(rows.filter(({ round }) => round === 2)).toHaveLength(1)
  expect(rows.filter(({ extended_from }) => extended_from !== '')).toHaveLength(1)
  expect(rows.filter(({ contact }) => contact === 'kept')).toHaveLength(1)
  const steps = await db.selectFrom('case_events').select('at').execute()
  expect(steps.filter(({ at }) => at >= `${today}T00:00:00.000Z`)).toEqual([])
})
