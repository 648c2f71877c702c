import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { receiptHash } from '#app/invitations/secret.ts'
import { recount } from '#app/reports/recount.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { openStore, sqliteFile } from '#db/connection.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import type { Db, Tx } from '#db/schema.ts'
import { aSmallCity, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'

let city: SmallCity
beforeEach(async () => {
  city = await aSmallCity()
})
afterEach(() => city.close())

const tap = (submission: string = randomUUID()) => {
  const code = readRatingCode(STANDING_CODES.wardA)
  if (!code) throw new Error('no code')
  const parts = { store: city.store, secret: SECRET, clock: city.clock }
  return submitResponse(parts, { code, level: 5, submission, lang: 'vi' })
}
const addField = (id: string) => async (tx: Tx) => {
  await tx.insertInto('fields').values({ id, name: id, name_folded: id }).execute()
}
const fields = async () => {
  const rows = await city.store.read.selectFrom('fields').select('id').execute()
  return rows.map(({ id }) => id)
}
const pragma = async (db: Db, text: string) => {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${text}`).execute(db)
  return Object.values(rows[0] ?? {})[0]
}
const settings = async (db: Db) => ({
  journal: await pragma(db, 'journal_mode'),
  synchronous: await pragma(db, 'synchronous'),
  foreignKeys: await pragma(db, 'foreign_keys'),
})
const FULL = 2
const NORMAL = 1

test('a file opened again keeps WAL, a sync at every commit and foreign keys on both connections', async () => {
  const again = openStore(city.address)
  const held = { journal: 'wal', synchronous: FULL, foreignKeys: 1 }
  expect(await settings(again.owner)).toEqual(held)
  expect(await settings(again.read)).toEqual(held)
  await again.close()
  // What it would be had nobody asked: the reason for this test.
  const bare = new Sqlite(sqliteFile(city.address))
  bare.prepare('select count(*) from responses').get()
  expect(bare.pragma('synchronous', { simple: true })).toBe(NORMAL)
  bare.close()
})

test('the reading connection cannot write', async () => {
  const write = city.store.read
    .insertInto('fields')
    .values({ id: 'x', name: 'x', name_folded: 'x' })
    .execute()
  await expect(write).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
  expect(await fields()).not.toContain('x')
})

test('one refused member harms no other of its commit, and leaves nothing behind', async () => {
  const refusal = new Error('refused')
  const outcomes = await Promise.allSettled([
    city.store.write(addField('first')),
    city.store.write(async (tx) => {
      await addField('half')(tx)
      throw refusal
    }),
    city.store.write(addField('first')),
    city.store.write(addField('last')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: refusal })
  expect(outcomes[2]).toMatchObject({ reason: { code: expect.stringMatching(/^SQLITE_CONSTRAINT/) } })
  expect(await fields()).toEqual(expect.arrayContaining(['first', 'last']))
  expect(await fields()).not.toContain('half')
})

test('when a commit fails every member is told so, and the next commit works', async () => {
  const dangling = city.store.write(async (tx) => {
    await sql`pragma defer_foreign_keys = on`.execute(tx)
    await sql`insert into counters values ('stray', 'nowhere', '', 1, '', '')`.execute(tx)
  })
  const outcomes = await Promise.allSettled([city.store.write(addField('before')), dangling, tap()])
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) })
    expect(outcome).toMatchObject({ reason: { cause: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } } })
  }
  expect(await fields()).not.toContain('before')
  expect(await tap()).toMatchObject({ kind: 'stored' })
  await city.store.write(addField('after'))
  expect(await fields()).toContain('after')
})

test('a full disk is refused as a whole; what was acknowledged stays, and space alone brings it back', async () => {
  const { owner, read } = city.store
  await tap()
  await pragma(owner, `max_page_count = ${await pragma(owner, 'page_count')}`)
  const submissions: string[] = []
  const acknowledged: string[] = []
  let refused: PromiseSettledResult<unknown>[] = []
  while (refused.length === 0 && submissions.length < 1_000) {
    const burst = Array.from({ length: 5 }, () => randomUUID())
    submissions.push(...burst)
    const outcomes = await Promise.allSettled(burst.map(tap))
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled' && outcome.value.kind === 'stored')
        acknowledged.push(receiptHash(SECRET, outcome.value.receipt))
    }
    refused = outcomes.filter(({ status }) => status === 'rejected')
  }
  expect(refused).toHaveLength(5)
  for (const outcome of refused) {
    expect(outcome).toMatchObject({ reason: expect.any(StoreUnavailable) })
    expect(outcome).toMatchObject({ reason: { cause: { code: 'SQLITE_FULL' } } })
  }
  const stored = await read.selectFrom('responses').select('receipt_hash').execute()
  expect(stored.map((row) => row.receipt_hash)).toEqual(expect.arrayContaining(acknowledged))
  expect(stored).toHaveLength(acknowledged.length + 1)

  await pragma(owner, 'max_page_count = 1000000')
  const again = await Promise.all(submissions.slice(-5).map(tap))
  expect(again.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'stored'))
  expect(await pragma(read, 'integrity_check')).toBe('ok')
  expect((await recount(read)).differences).toEqual([])
})
