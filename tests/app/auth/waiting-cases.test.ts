import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSession, viewerOf } from '#app/auth/session.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { aCase, aMember, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.each(CITIES)('cases that wait, counted with the session on $database', ({ open }) => {
  let city: SmallCity
  let parts: CaseParts
  beforeEach(async () => {
    city = await open()
    parts = casePartsOf(city)
  })
  afterEach(() => city.close())

  const waiting = async ({ staffId }: Viewer) => {
    const session = { staffId, secondFactor: true, browser: '', instead: null }
    const id = await city.store.write((tx) => startSession(tx, session, city.clock.now()))
    return (await viewerOf(city, id))?.waitingCases
  }

  test('to be classified at Văn phòng, to be answered by a handler, none for anybody else', async () => {
    const office = await aMember(parts, 'city_office')
    const handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
    const other = await aMember(parts, 'case_handler', OFFICES.wardB)
    const head = await aMember(parts, 'office_head', OFFICES.oneStop)
    expect(await waiting(office)).toBeUndefined()
    const { row } = await aCase(parts, { story: 'Việc một.' })
    await aCase(parts, { story: 'Việc hai.' })
    expect(await waiting(office)).toBe(2)
    const said = { category: 'delay', queue: 'ordinary', kind: 'petition', summary: '' } as const
    await classifyCase(parts, office, row.id, said)
    await assignCase(parts, office, row.id, { handler: handler.staffId, reason: '' })
    expect(await waiting(office)).toBe(1)
    expect(await waiting(handler)).toBe(1)
    for (const one of [other, head]) expect(await waiting(one)).toBeUndefined()
  })
})
