import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { sqliteFile } from '#db/connection.ts'
import { contactKeysFile, openContactKeys } from '#db/contact-keys.ts'
import { updateCase } from '#db/queries/feedback-cases.ts'
import { aCase, aMember, casePartsOf, rowOf } from '#tests/app/feedback-cases/case-world.ts'
import { serve } from '#tests/world/running-city.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
let parts: CaseParts
beforeEach(async () => {
  city = await aSmallCity()
  parts = casePartsOf(city, contactKeysFile(sqliteFile(city.address)))
})
afterEach(async () => {
  parts.contactKeys.close()
  await city.close()
})

const eventually = async (holds: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await holds()); tries++)
    await new Promise((done) => setTimeout(done, 100))
}

test('two real servers over one city raise what is late, once, and forget contact data whose time is over', async () => {
  const office = await aMember(parts, 'city_office')
  const handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
  const late: string[] = []
  for (let n = 0; n < 12; n++) {
    const { row } = await aCase(parts, { story: `Việc số ${n}.` })
    const said = { category: 'delay', queue: 'ordinary', kind: 'petition', summary: '' } as const
    await classifyCase(parts, office, row.id, said)
    await assignCase(parts, office, row.id, { handler: handler.staffId, reason: '' })
    late.push(row.id)
  }
  const { row: old } = await aCase(parts, { story: 'Đã xong.', phone: '0912345678', consent: 'yes' })
  const closed = { status: 'closed', closed_at: '2026-03-01T00:00:00.000Z' } as const
  await city.store.write((tx) => updateCase(tx, old.id, closed))
  // The first working day after a deadline of 06/04/2026, and more than 30 days after the one that closed.
  const env = { NOW: '2026-04-07T02:00:00.000Z' }
  const servers = await Promise.all([serve(city.address, env), serve(city.address, env)])
  try {
    const raised = async () =>
      Promise.all(late.map(async (id) => (await rowOf(parts, id)).escalation)).then((all) =>
        all.every((l) => l === 1),
      )
    await eventually(raised)
    expect(await raised()).toBe(true)
    await eventually(async () => (await rowOf(parts, old.id)).contact === 'deleted')
    expect((await rowOf(parts, old.id)).contact).toBe('deleted')
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
  const db = city.store.read
  const told = await db.selectFrom('notices').selectAll().where('event', '=', 'case.overdue').execute()
  expect(told.map(({ subject_id }) => subject_id).sort()).toEqual([...late].sort())
  const steps = await db.selectFrom('case_events').select('case_id').where('kind', '=', 'escalated').execute()
  expect(steps.map(({ case_id }) => case_id).sort()).toEqual([...late].sort())
  const forgotten = await db
    .selectFrom('case_events')
    .select('case_id')
    .where('kind', '=', 'contact_deleted')
    .execute()
  expect(forgotten).toEqual([{ case_id: old.id }])
  const keys = openContactKeys(contactKeysFile(sqliteFile(city.address)))
  expect(keys.held()).toEqual([])
  keys.close()
  for (const server of servers) expect(server.log()).not.toMatch(/"level":(50|60)/)
}, 60_000)
