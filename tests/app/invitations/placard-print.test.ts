import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { placardNow } from '#app/invitations/placard.ts'
import { officePlacards } from '#app/invitations/placard-choice.server.ts'
import type { PlacardOrderForm } from '#app/invitations/placard-form.ts'
import {
  markPrinted,
  type PrintParts,
  printPlacards,
  takeDown,
} from '#app/invitations/placard-print.server.ts'
import { KEPT_MS, printProgress } from '#app/invitations/print-jobs.server.ts'
import { toReprint } from '#app/invitations/reprint.ts'
import { aSmallCity, COUNTERS, OFFICES, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { auditOf, everything, hoa, ORIGIN, over, placardsOf, printParts } from './placard-world.ts'

let city: SmallCity
let parts: PrintParts
let viewer: Viewer
beforeEach(async () => {
  city = await aSmallCity()
  parts = printParts(city)
  viewer = await hoa(city)
})
afterEach(async () => {
  parts.prints.close()
  await city.close()
})

async function printed(order: PlacardOrderForm = everything) {
  const begun = await printPlacards(parts, viewer, order)
  if (begun.kind !== 'started') throw new Error(`Not started: ${begun.kind}`)
  const job = parts.prints.find(viewer.staffId, begun.id)
  if (!job) throw new Error('No job')
  await over(job)
  return job
}

const rename = (id: string, name: string) =>
  city.store.write((tx) => tx.updateTable('offices').set({ name }).where('id', '=', id).execute())

async function reasons(): Promise<Record<number, string>> {
  const list = toReprint([...(await placardsOf(city)).values()])
  return Object.fromEntries(list.map(({ placard, reason }) => [placard.number, reason]))
}

describe('printing', () => {
  test('makes one PDF of all open placards, for its owner alone, and says so in the audit trail', async () => {
    const job = await printed()
    expect(printProgress(job)).toMatchObject({ status: 'done', drawn: 3, total: 3, sheets: 3 })
    expect(readFileSync(job.file).subarray(0, 5).toString()).toBe('%PDF-')
    expect(parts.prints.find('somebody else', job.id)).toBeNull()
    const [entry] = await auditOf(city)
    expect(entry).toMatchObject({ action: 'placards.print', actor: viewer.email })
    expect(JSON.parse(entry?.after ?? '')).toEqual({ form: 'a4', count: 3, placards: [1, 2, 3] })
    expect(entry?.after).not.toContain(STANDING_CODES.wardA)
  })

  test('takes single placards and whole offices; nothing chosen prints and records nothing', async () => {
    const chosen: PlacardOrderForm = {
      ...{ which: 'chosen', form: 'tent_a6' },
      ...{ codes: [STANDING_CODES.oneStop, 'NOSUCH00'], offices: [OFFICES.wardA] },
    }
    const job = await printed(chosen)
    expect(job.placards.map(({ invitationId }) => invitationId)).toEqual(['standing-1', 'standing-3'])
    expect(printProgress(job).sheets).toBe(1)
    const nothing = await printPlacards(parts, viewer, { ...chosen, codes: [], offices: [] })
    expect(nothing).toEqual({ kind: 'none' })
    expect(await auditOf(city)).toHaveLength(1)
  })

  test('leaves out a tablet’s own code, revoked codes, closed counters and closed offices', async () => {
    await city.store.write(async (tx) => {
      await tx.updateTable('invitations').set({ trust: 'kiosk' }).where('id', '=', 'standing-1').execute()
      await tx.updateTable('invitations').set({ status: 'revoked' }).where('id', '=', 'standing-2').execute()
    })
    const now = { origin: ORIGIN, today: '2026-03-16' }
    const offices = async () => (await officePlacards(city.store.read, now)).map(({ id }) => id)
    expect(await offices()).toEqual([OFFICES.oneStop])
    const close = { valid_to: '2026-03-15' }
    await city.store.write((tx) =>
      tx.updateTable('counters').set(close).where('id', '=', COUNTERS.oneStop).execute(),
    )
    expect(await offices()).toEqual([])
  })

  test('a file lies ready for an hour and is gone then; all are gone when the server stops', async () => {
    const [first, second] = [await printed(), await printed()]
    city.clock.set(new Date(city.clock.now().getTime() + KEPT_MS).toISOString())
    expect(parts.prints.find(viewer.staffId, first.id)).toBeNull()
    expect(existsSync(first.file)).toBe(false)
    const third = await printed()
    expect(existsSync(third.file)).toBe(true)
    parts.prints.close()
    expect([second, third].map(({ file }) => existsSync(file))).toEqual([false, false])
  })

  test('more than waits in a queue is refused before anything is written', async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => printPlacards(parts, viewer, everything)))
    expect(begun.map(({ kind }) => kind)).toEqual(Array(5).fill('started'))
    expect(await printPlacards(parts, viewer, everything)).toEqual({ kind: 'busy' })
    expect(await auditOf(city)).toHaveLength(5)
    for (const job of begun)
      if (job.kind === 'started') await over(parts.prints.find(viewer.staffId, job.id) ?? { status: '' })
    expect(parts.prints.hasRoom).toBe(true)
  })
})

describe('revisions', () => {
  const revision = async () => {
    const placard = (await placardsOf(city)).get(1)
    return placard && placardNow(placard).revision
  }

  test('go up when the text changes, once, however often it is printed', async () => {
    expect(await revision()).toBe(1)
    await printed()
    await printed()
    expect(await revision()).toBe(1)
    await rename(OFFICES.wardA, 'Phường Kỳ Lừa')
    expect(await revision()).toBe(2)
    await printed()
    expect(await revision()).toBe(2)
    const rows = await city.store.read.selectFrom('placard_revisions').selectAll().execute()
    expect(rows.filter(({ invitation_id }) => invitation_id === 'standing-1')).toMatchObject([
      { revision: 1, office_name: 'Phường Đông Kinh' },
      { revision: 2, office_name: 'Phường Kỳ Lừa' },
    ])
    expect(rows).toHaveLength(4)
  })

  test('going back to an earlier text is a new revision: the paper in between may hang', async () => {
    await printed()
    await rename(OFFICES.wardA, 'Phường Kỳ Lừa')
    await printed()
    await rename(OFFICES.wardA, 'Phường Đông Kinh')
    expect(await revision()).toBe(3)
  })
})

describe('what to reprint', () => {
  test('all at first; none once they are said to hang; then those whose words changed', async () => {
    expect(await reasons()).toEqual({ 1: 'never', 2: 'never', 3: 'never' })
    const job = await printed()
    expect(await markPrinted(parts, viewer, job)).toBe(3)
    expect(await markPrinted(parts, viewer, job)).toBe(0)
    expect(await reasons()).toEqual({})
    await rename(OFFICES.wardB, 'Phường Tam Thanh')
    expect(await reasons()).toEqual({ 2: 'changed' })
    const [line] = toReprint([...(await placardsOf(city)).values()])
    expect(line?.differs).toEqual(['officeName'])
    expect((await auditOf(city)).map(({ action }) => action)).toEqual([
      'placards.print',
      'placards.mark_printed',
    ])
  })

  test('another address changes every placard', async () => {
    await markPrinted(parts, viewer, await printed())
    const elsewhere = { ...parts, origin: 'https://khac.example.vn' }
    const moved = await printPlacards(elsewhere, viewer, everything)
    expect(moved.kind).toBe('started')
    const rows = await city.store.read.selectFrom('placard_revisions').select('revision').execute()
    expect(rows.map((row) => row.revision).sort()).toEqual([1, 1, 1, 2, 2, 2])
  })

  test('a revoked code stays until its replacement hangs', async () => {
    await markPrinted(parts, viewer, await printed())
    await city.store.write(async (tx) => {
      const old = await tx
        .selectFrom('invitations')
        .selectAll()
        .where('id', '=', 'standing-1')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('invitations')
        .values({ ...old, id: 'standing-4', lookup: 'M2X8V5TJ', placard_number: 4 })
        .execute()
      await tx.updateTable('invitations').set({ status: 'revoked' }).where('id', '=', 'standing-1').execute()
      const replaced = { replacement_id: 'standing-4', revoked_at: city.clock.now().toISOString() }
      await tx
        .insertInto('code_revocations')
        .values({ invitation_id: 'standing-1', ...replaced })
        .execute()
    })
    expect(await reasons()).toEqual({ 1: 'revoked', 4: 'never' })
    const [line] = toReprint([...(await placardsOf(city)).values()])
    expect(line?.replacement?.number).toBe(4)
    await markPrinted(parts, viewer, await printed())
    expect(await reasons()).toEqual({})
  })

  test('a closed office’s placard is listed until it is taken down, and only such a one can be', async () => {
    await markPrinted(parts, viewer, await printed())
    await expect(takeDown(parts, viewer, STANDING_CODES.wardA)).rejects.toThrow(NotFound)
    await expect(takeDown(parts, viewer, 'NOSUCH00')).rejects.toThrow(NotFound)
    await city.store.write((tx) =>
      tx.updateTable('offices').set({ valid_to: '2026-03-15' }).where('id', '=', OFFICES.wardA).execute(),
    )
    expect(await reasons()).toEqual({ 1: 'closed' })
    await takeDown(parts, viewer, STANDING_CODES.wardA)
    await takeDown(parts, viewer, STANDING_CODES.wardA)
    expect(await reasons()).toEqual({})
    const taken = (await auditOf(city)).filter(({ action }) => action === 'placard.take_down')
    expect(taken).toMatchObject([{ subject_id: 'standing-1', after: '{"placard_number":1}' }])
  })
})
