import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changePassword } from '#app/auth/change-password.server.ts'
import { renewRecoveryCodes } from '#app/auth/recovery-codes.server.ts'
import { viewerOf } from '#app/auth/session.server.ts'
import {
  offeredSecret,
  offerSecret,
  removeSecondFactor,
  setSecondFactor,
} from '#app/auth/set-second-factor.server.ts'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { signInByCode } from '#app/auth/sign-in-code.server.ts'
import { Conflict } from '#app/errors.ts'
import { countOpenRecoveryCodes, findSecondFactor } from '#db/queries/second-factors.ts'
import { updateStaffStatus } from '#db/queries/staff.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { codeAttempt, halfWay, phoneShows, viewing, withSecondFactor } from './second-factor-world.ts'
import { LAN, signedIn, withLan } from './staff-world.ts'

let city: SmallCity
let parts: SignInParts
let lanId: string

beforeEach(async () => {
  ;({ city, parts, lanId } = await withLan())
})
afterEach(() => city.close())

const later = (seconds: number) =>
  city.clock.set(new Date(city.clock.now().getTime() + seconds * 1000).toISOString())
const byCode = async (half: string | null, code: string, address?: string) =>
  signInByCode(parts, codeAttempt(half, code, address))
const actions = async () =>
  (await city.store.read.selectFrom('audit_trail').select('action').orderBy('sequence').execute()).map(
    ({ action }) => action,
  )

describe('signing in with a second factor', () => {
  test('the password alone begins nothing; with the code one may change things', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const before = await city.store.read.selectFrom('sessions').selectAll().execute()
    const half = await halfWay(parts)
    expect(await city.store.read.selectFrom('sessions').selectAll().execute()).toEqual(before)
    const answer = await byCode(half, phoneShows(secret, city.clock.now()))
    expect(answer).toMatchObject({ kind: 'signed_in', viewer: { staffId: lanId, mayChange: true } })
  })

  test('a code is taken once: replayed, and the one before it, it is refused', async () => {
    const { secret } = await withSecondFactor(parts)
    later(60)
    const earlier = phoneShows(secret, new Date(city.clock.now().getTime() - 30_000))
    const code = phoneShows(secret, city.clock.now())
    expect((await byCode(await halfWay(parts), code)).kind).toBe('signed_in')
    expect((await byCode(await halfWay(parts), code)).kind).toBe('wrong_code')
    expect((await byCode(await halfWay(parts), earlier)).kind).toBe('wrong_code')
    later(30)
    expect((await byCode(await halfWay(parts), phoneShows(secret, city.clock.now()))).kind).toBe('signed_in')
  })

  test('the code that set it up does not sign in as well', async () => {
    const { secret } = await withSecondFactor(parts)
    const code = phoneShows(secret, city.clock.now())
    expect((await byCode(await halfWay(parts), code)).kind).toBe('wrong_code')
  })

  test('of eight at once with one code, one gets in', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const half = await halfWay(parts)
    const code = phoneShows(secret, city.clock.now())
    const kinds = await Promise.all(Array.from({ length: 8 }, () => byCode(half, code)))
    expect(kinds.filter(({ kind }) => kind === 'signed_in')).toHaveLength(1)
  })

  test('a recovery code works once, without the phone, and the trail says so', async () => {
    const { codes } = await withSecondFactor(parts)
    const [first = ''] = codes
    const typed = `${first.slice(0, 5)}-${first.slice(5).toLowerCase()}`
    expect((await byCode(await halfWay(parts), typed)).kind).toBe('signed_in')
    expect((await byCode(await halfWay(parts), typed)).kind).toBe('wrong_code')
    expect(await countOpenRecoveryCodes(city.store.read, lanId)).toBe(9)
    expect(await actions()).toContain('account.use_recovery_code')
  })

  test('after five minutes, a changed password, a suspension, or unsealed, the password is asked again', async () => {
    const { secret, sessionId } = await withSecondFactor(parts)
    later(30)
    const code = phoneShows(secret, city.clock.now())
    for (const half of [null, '', 'x'.repeat(80)]) expect((await byCode(half, code)).kind).toBe('expired')
    const old = await halfWay(parts)
    later(300)
    expect((await byCode(old, phoneShows(secret, city.clock.now()))).kind).toBe('expired')
    const half = await halfWay(parts)
    const fresh = { current: LAN.password, password: 'một mình một chợ', again: 'một mình một chợ' }
    const viewer = await viewing(parts, sessionId)
    await changePassword(parts, viewer, { ...fresh, address: '127.0.0.1', sessionId })
    expect((await byCode(half, phoneShows(secret, city.clock.now()))).kind).toBe('expired')
    const again = await halfWay(parts, { password: fresh.password })
    await city.store.write((tx) => updateStaffStatus(tx, lanId, 'suspended'))
    expect((await byCode(again, phoneShows(secret, city.clock.now()))).kind).toBe('expired')
  })
})

describe('a thousand guesses at the code by somebody who has the password', () => {
  test('from one address: few are looked at; from elsewhere the owner gets in', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const half = await halfWay(parts)
    const right = phoneShows(secret, city.clock.now())
    const guesses = Array.from({ length: 1000 }, (_, i) => String(i).padStart(6, '0')).filter(
      (g) => g !== right,
    )
    const kinds = await Promise.all(guesses.map(async (guess) => (await byCode(half, guess)).kind))
    expect(kinds.filter((kind) => kind === 'wrong_code').length).toBeLessThanOrEqual(20)
    expect((await byCode(half, right)).kind).toBe('too_many')
    expect((await byCode(half, right, '127.0.0.2')).kind).toBe('signed_in')
  })

  test('from a thousand addresses: few are looked at, and it says when to come back', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const half = await halfWay(parts)
    const right = phoneShows(secret, city.clock.now())
    const kinds = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => byCode(half, '000000', `127.0.${i >> 8}.${i & 255}`)),
    )
    expect(kinds.filter(({ kind }) => kind === 'wrong_code').length).toBeLessThanOrEqual(20)
    const refused = await byCode(half, right, '127.9.9.9')
    expect(refused).toEqual({ kind: 'too_many', retryAfter: expect.any(Number) })
  })
})

describe('setting it up', () => {
  test('frees an account that needs it, in the same session, and ends its others', async () => {
    const elsewhere = await signedIn(parts)
    expect((await viewing(parts, elsewhere.sessionId)).mayChange).toBe(false)
    const { sessionId, secret, codes } = await withSecondFactor(parts)
    expect((await viewing(parts, sessionId)).mayChange).toBe(true)
    expect(await viewerOf(parts, elsewhere.sessionId)).toBeNull()
    expect(new Set(codes).size).toBe(10)
    const stored = JSON.stringify([
      await findSecondFactor(city.store.read, lanId),
      await city.store.read.selectFrom('recovery_codes').selectAll().execute(),
    ])
    for (const kept of [secret, ...codes]) expect(stored).not.toContain(kept)
    expect(await actions()).toEqual(['account.set_second_factor'])
  })

  const setting = async (change: { code?: string; password?: string; offer?: string }) => {
    const { sessionId } = await signedIn(parts)
    const viewer = await viewing(parts, sessionId)
    const offer = change.offer ?? offerSecret(parts.key, viewer)
    const secret = offeredSecret(parts.key, viewer, offer)
    const code = change.code ?? (secret ? phoneShows(secret, city.clock.now()) : '')
    const wanted = { offer, code, password: change.password ?? '', address: '127.0.0.1', sessionId }
    return setSecondFactor(parts, viewer, wanted)
  }

  test('needs a code of the secret that was shown, and that secret as it was sealed for this account', async () => {
    const hoa = { ...(await viewing(parts, (await signedIn(parts)).sessionId)), staffId: 'hoa' }
    expect((await setting({ code: '000000' })).kind).toBe('wrong_code')
    expect((await setting({ offer: 'x' })).kind).toBe('wrong_code')
    expect((await setting({ offer: offerSecret(parts.key, hoa) })).kind).toBe('wrong_code')
    expect(await findSecondFactor(city.store.read, lanId)).toBeUndefined()
  })

  test('over an earlier one asks for the password, and the old phone no longer opens', async () => {
    const { sessionId, secret: old } = await withSecondFactor(parts)
    const viewer = await viewing(parts, sessionId)
    const offer = offerSecret(parts.key, viewer)
    const secret = offeredSecret(parts.key, viewer, offer) ?? ''
    const replacing = (password: string) => {
      const code = phoneShows(secret, city.clock.now())
      return setSecondFactor(parts, viewer, { offer, code, password, address: '127.0.0.1', sessionId })
    }
    expect((await replacing('ba con vịt đi')).kind).toBe('wrong')
    expect((await replacing(LAN.password)).kind).toBe('set')
    later(30)
    expect((await byCode(await halfWay(parts), phoneShows(old, city.clock.now()))).kind).toBe('wrong_code')
    expect((await byCode(await halfWay(parts), phoneShows(secret, city.clock.now()))).kind).toBe('signed_in')
    expect(await actions()).toContain('account.replace_second_factor')
  })

  test('recovery codes are made anew against the password; the old ones are void', async () => {
    const { sessionId, codes } = await withSecondFactor(parts)
    const viewer = await viewing(parts, sessionId)
    const renew = (password: string) => renewRecoveryCodes(parts, viewer, { password, address: '127.0.0.1' })
    expect(await renew('ba con vịt đi')).toEqual({ kind: 'wrong' })
    const renewed = await renew(LAN.password)
    expect(renewed.kind === 'renewed' && renewed.codes.some((code) => codes.includes(code))).toBe(false)
    expect((await byCode(await halfWay(parts), codes[0] ?? '')).kind).toBe('wrong_code')
  })

  test('a role that needs it cannot give it up; one that does not can, with the password', async () => {
    const { sessionId } = await withSecondFactor(parts)
    const viewer = await viewing(parts, sessionId)
    const own = { password: LAN.password, address: '127.0.0.1' }
    await expect(removeSecondFactor(parts, viewer, own)).rejects.toThrow(Conflict)
    const auditor = { ...viewer, role: 'auditor' as const }
    expect(await removeSecondFactor(parts, auditor, { ...own, password: 'x' })).toEqual({ kind: 'wrong' })
    expect(await removeSecondFactor(parts, auditor, own)).toEqual({ kind: 'removed' })
    expect(await findSecondFactor(city.store.read, lanId)).toBeUndefined()
    await expect(renewRecoveryCodes(parts, auditor, own)).rejects.toThrow(Conflict)
  })
})
