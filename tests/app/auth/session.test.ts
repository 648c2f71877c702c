import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionHash, viewerOf } from '#app/auth/session.server.ts'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { signOut } from '#app/auth/sign-out.server.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { updateStaffStatus } from '#db/queries/staff.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { LAN, signedIn, withLan } from './staff-world.ts'

let city: SmallCity
let parts: SignInParts
let lanId: string

beforeEach(async () => {
  ;({ city, parts, lanId } = await withLan())
})
afterEach(() => city.close())

const MINUTE = 60_000
const later = (ms: number) => city.clock.set(new Date(city.clock.now().getTime() + ms).toISOString())
const lastSeen = (id: string) =>
  city.store.read
    .selectFrom('sessions')
    .select('last_seen_at')
    .where('id_hash', '=', sessionHash(id))
    .executeTakeFirst()

describe('a session', () => {
  test('says who is signed in, and the database keeps only its hash', async () => {
    const { sessionId } = await signedIn(parts)
    expect(await viewerOf(parts, sessionId)).toEqual({
      staffId: lanId,
      name: LAN.name,
      email: LAN.email,
      role: 'city_office',
      officeId: null,
      mayChange: false,
    })
    const rows = await city.store.read.selectFrom('sessions').selectAll().execute()
    expect(rows.map((row) => row.id_hash)).toEqual([sessionHash(sessionId)])
    expect(JSON.stringify(rows)).not.toContain(sessionId)
    expect(Buffer.from(sessionId, 'base64url')).toHaveLength(32)
  })

  test('is nobody for an unknown, malformed or missing id', async () => {
    await signedIn(parts)
    const [row] = await city.store.read.selectFrom('sessions').selectAll().execute()
    for (const id of [null, '', 'x', 'A'.repeat(43), row?.id_hash ?? '', `${'A'.repeat(43)}' or 1=1`]) {
      expect(await viewerOf(parts, id)).toBeNull()
    }
  })

  test('gets a new id at each sign-in; the one the browser came with is never taken over', async () => {
    const planted = 'A'.repeat(43)
    const first = await signedIn(parts, { sessionId: planted })
    const second = await signedIn(parts, { sessionId: first.sessionId })
    expect(new Set([planted, first.sessionId, second.sessionId]).size).toBe(3)
    expect(await viewerOf(parts, planted)).toBeNull()
    expect(await viewerOf(parts, first.sessionId)).toBeNull()
    expect(await viewerOf(parts, second.sessionId)).not.toBeNull()
  })

  test('replayed after sign-out is dead, another of the same person is not', async () => {
    const [here, there] = [await signedIn(parts), await signedIn(parts)]
    await signOut(city.store, here.sessionId)
    expect(await viewerOf(parts, here.sessionId)).toBeNull()
    expect(await viewerOf(parts, there.sessionId)).not.toBeNull()
    await signOut(city.store, null)
    await city.store.write((tx) => deleteSessionsOf(tx, lanId))
    expect(await viewerOf(parts, there.sessionId)).toBeNull()
  })

  test('of somebody suspended is dead at once', async () => {
    const { sessionId } = await signedIn(parts)
    await city.store.write((tx) => updateStaffStatus(tx, lanId, 'suspended'))
    expect(await viewerOf(parts, sessionId)).toBeNull()
  })

  test('is over after 30 idle minutes, and not a moment before', async () => {
    const { sessionId } = await signedIn(parts)
    later(30 * MINUTE - 1)
    expect(await viewerOf(parts, sessionId)).not.toBeNull()
    later(30 * MINUTE)
    expect(await viewerOf(parts, sessionId)).toBeNull()
  })

  test('is over 10 hours after sign-in however busy', async () => {
    const { sessionId } = await signedIn(parts)
    for (let minutes = 0; minutes < 600 - 20; minutes += 20) {
      later(20 * MINUTE)
      expect(await viewerOf(parts, sessionId), `${minutes}`).not.toBeNull()
    }
    later(20 * MINUTE)
    expect(await viewerOf(parts, sessionId)).toBeNull()
  })

  test('writes when it was last seen once a minute at most', async () => {
    const { sessionId } = await signedIn(parts)
    const began = await lastSeen(sessionId)
    later(MINUTE - 1)
    await viewerOf(parts, sessionId)
    expect(await lastSeen(sessionId)).toEqual(began)
    later(1)
    await viewerOf(parts, sessionId)
    expect(await lastSeen(sessionId)).toEqual({ last_seen_at: city.clock.now().toISOString() })
  })

  test('may still read while the store cannot write; another fault is not hidden', async () => {
    const { sessionId } = await signedIn(parts)
    later(2 * MINUTE)
    const failing = (fault: Error) => ({
      ...parts,
      store: { ...city.store, write: () => Promise.reject(fault) },
    })
    expect(await viewerOf(failing(new StoreUnavailable('disk full')), sessionId)).not.toBeNull()
    await expect(viewerOf(failing(new Error('a defect')), sessionId)).rejects.toThrow('a defect')
  })

  test('that is over is forgotten when the next one begins', async () => {
    const old = await signedIn(parts)
    later(11 * 60 * MINUTE)
    const young = await signedIn(parts)
    expect(await lastSeen(old.sessionId)).toBeUndefined()
    expect(await lastSeen(young.sessionId)).toBeDefined()
  })
})
