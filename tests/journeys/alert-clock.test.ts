import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { serve } from '#tests/world/running-city.ts'
import { aSmallCity, NOW, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

test('two real servers over one city alert of an office whose dossiers nobody rates, once', async () => {
  const office = await aMember(casePartsOf(city), 'city_office')
  await aMember(casePartsOf(city), 'office_head', OFFICES.wardA)
  const row = {
    month: '2026-02',
    office_id: OFFICES.wardA,
    returned: 200,
    on_time: 200,
    refused: 0,
    rated: 0,
  }
  await city.store.write((tx) => tx.insertInto('monthly_dossier_counts').values(row).execute())
  const servers = await Promise.all([serve(city.address, { NOW }), serve(city.address, { NOW })])
  const told = () =>
    city.store.read
      .selectFrom('notices')
      .select(['staff_id', 'event'])
      .where('event', 'like', 'alert.%')
      .execute()
  try {
    for (let tries = 0; tries < 100 && (await told()).length === 0; tries++)
      await new Promise((done) => setTimeout(done, 100))
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
  expect(await told()).toEqual([{ staff_id: office.staffId, event: 'alert.few_answers' }])
  const alerts = await city.store.read.selectFrom('alerts').select(['subject_id', 'status']).execute()
  expect(alerts).toEqual([{ subject_id: OFFICES.wardA, status: 'open' }])
  for (const server of servers) expect(server.log()).not.toMatch(/"level":(50|60)/)
}, 60_000)

test('the last minutes’ ratings are read by their ids, not by a walk through all', async () => {
  const plan = await sql<{ detail: string }>`explain query plan
    select id, office_id, counter_id, stage, level, first_at from responses where id > 'x' order by id limit 2000`.execute(
    city.store.read,
  )
  expect(plan.rows.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH responses USING INDEX/),
  ])
})
