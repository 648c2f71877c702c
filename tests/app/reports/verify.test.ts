import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { proposeClose } from '#app/reports/close-period.server.ts'
import { readClosablePeriod } from '#app/reports/period-close.ts'
import { verify } from '#app/reports/verify.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import type { Level } from '#app/responses/survey-response.ts'
import { viewerOf } from '#tests/app/offices/office-world.ts'
import { aSmallCity, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
  const code = readRatingCode(STANDING_CODES.wardA)
  if (!code) throw new Error('no code')
  const submission = randomUUID()
  const sent = (level: Level, id: string = randomUUID()) =>
    submitResponse(
      { store: city.store, secret: SECRET, clock: city.clock },
      { code, level, submission: id, lang: 'vi' },
    )
  for (const level of [5, 4, 1] as const) await sent(level)
  await sent(2, submission)
  // Back, then another face: an amendment.
  await sent(5, submission)
  const month = readClosablePeriod('month', '2026-02-01')
  if (month) await proposeClose(city, await viewerOf(city, 'city_office'), month)
})
afterEach(() => city.close())

/** As somebody with the database in hand would: the triggers are in nobody's way. */
const tamper = (...statements: string[]) =>
  city.store.write(async (tx) => {
    for (const table of ['ledger', 'period_records'])
      for (const change of ['update', 'delete'])
        await sql.raw(`drop trigger ${table}_refuse_${change}`).execute(tx)
    for (const statement of statements) await sql.raw(statement).execute(tx)
  })

describe('what must never change', () => {
  test('is as it was written, amendments too', async () => {
    expect(await verify(city.store.read)).toEqual({ entries: 5, records: 1, wrong: [] })
  })

  test.each([
    ['a rating moved to another level', `update responses set level = 4 where level = 1`, ['hash']],
    ['an earlier word of an amended one', `update response_amendments set level = 3`, ['hash']],
    ['a rating that is gone', `delete from responses where level = 1`, ['missing']],
    ['an entry that is gone', `delete from ledger where sequence = 2`, ['gap']],
    ['an entry written anew', `update ledger set hash = '${'0'.repeat(64)}' where sequence = 3`, ['hash']],
    [
      'one byte of a frozen period',
      `update period_records set content = replace(content, '"set_aside":0', '"set_aside":1')`,
      ['hash'],
    ],
  ])('%s is found', async (_name, statement, why) => {
    await tamper(statement)
    const { wrong } = await verify(city.store.read)
    expect(wrong.map((each) => each.why)).toEqual(why)
  })
})
