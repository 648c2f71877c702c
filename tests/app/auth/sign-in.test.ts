import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { type SignInParts, signIn } from '#app/auth/sign-in.server.ts'
import { signInForm } from '#app/auth/sign-in-form.ts'
import { Conflict } from '#app/errors.ts'
import { parseForm } from '#app/http/form.server.ts'
import { countStaff, updateStaffStatus } from '#db/queries/staff.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { attempt, LAN, signedIn, withLan } from './staff-world.ts'

let city: SmallCity
let parts: SignInParts
let lanId: string

beforeEach(async () => {
  ;({ city, parts, lanId } = await withLan())
})
afterEach(() => city.close())

const kindOf = async (change: Parameters<typeof attempt>[0]) => (await signIn(parts, attempt(change))).kind
const sessions = () => city.store.read.selectFrom('sessions').selectAll().execute()

describe('signing in', () => {
  test('refuses a wrong password, an unknown and a suspended account alike, and begins nothing', async () => {
    const wrong = await signIn(parts, attempt({ password: 'ba con vịt đi' }))
    const unknown = await signIn(parts, attempt({ email: 'khong@example.vn' }))
    await city.store.write((tx) => updateStaffStatus(tx, lanId, 'suspended'))
    const suspended = await signIn(parts, attempt())
    expect([wrong, unknown, suspended]).toEqual([
      { kind: 'refused' },
      { kind: 'refused' },
      { kind: 'refused' },
    ])
    expect(await sessions()).toEqual([])
  })

  test('leaves a mark on the device, which the next sign-in there keeps', async () => {
    const first = await signedIn(parts)
    const again = await signedIn(parts, { deviceMark: first.deviceMark })
    expect(again.deviceMark).toBe(first.deviceMark)
    const elsewhere = await signedIn(parts, { deviceMark: 'forged.mark' })
    expect(elsewhere.deviceMark).not.toBe(first.deviceMark)
  })

  test('right passwords cost no guesses: a morning of sign-ins behind one address is not slowed', async () => {
    for (let i = 0; i < 25; i += 1) expect(await kindOf({})).toBe('signed_in')
  })
})

describe('a thousand guesses', () => {
  const evaluated = async (change: (i: number) => Parameters<typeof attempt>[0]) => {
    const kinds = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => kindOf({ password: `đoán lần ${i}`, ...change(i) })),
    )
    return kinds.filter((kind) => kind === 'refused').length
  }

  test('from one address: few are looked at, and the owner gets in from elsewhere', async () => {
    expect(await evaluated(() => ({}))).toBeLessThanOrEqual(20)
    expect(await kindOf({})).toBe('too_many')
    expect(await kindOf({ address: '127.0.0.2' })).toBe('signed_in')
  })

  test('from a thousand addresses: few are looked at, and the owner gets in from a known device', async () => {
    const { deviceMark } = await signedIn(parts)
    expect(await evaluated((i) => ({ address: `127.0.${i >> 8}.${i & 255}` }))).toBeLessThanOrEqual(20)
    expect(await kindOf({ address: '127.9.9.9' })).toBe('too_many')
    expect(await kindOf({ deviceMark })).toBe('signed_in')
    expect(await kindOf({ deviceMark, address: '127.9.9.9' })).toBe('signed_in')
  })

  test('at an account that does not exist: limited just alike', async () => {
    const email = 'khong@example.vn'
    const known = await evaluated(() => ({}))
    expect(await evaluated(() => ({ email, address: '127.0.0.2' }))).toBe(known)
  })

  test('at a thousand accounts from one address: as few as the address has', async () => {
    expect(await evaluated((i) => ({ email: `nguoi${i}@example.vn` }))).toBeLessThanOrEqual(60)
  })

  test('with a mark made for another account: no guesses are won', async () => {
    const passwordHash = await hashPassword('một mình một chợ')
    const hoa = { email: 'hoa@example.vn', name: 'Hoa', role: 'auditor', officeId: null } as const
    await city.store.write((tx) => addStaff(tx, city.clock, { ...hoa, passwordHash }))
    const { deviceMark } = await signedIn(parts, { email: hoa.email, password: 'một mình một chợ' })
    expect(await evaluated(() => ({ deviceMark }))).toBeLessThanOrEqual(20)
  })

  test('with a stolen mark of the account: few too, and it says when to come back', async () => {
    const { deviceMark } = await signedIn(parts)
    expect(await evaluated(() => ({ deviceMark }))).toBeLessThanOrEqual(20)
    const answer = await signIn(parts, attempt({ deviceMark }))
    expect(answer).toEqual({ kind: 'too_many', retryAfter: expect.any(Number) })
    const wait = answer.kind === 'too_many' ? answer.retryAfter : 0
    city.clock.set(new Date(city.clock.now().getTime() + wait * 1000).toISOString())
    expect(await kindOf({ deviceMark })).toBe('signed_in')
  })
})

describe('the form', () => {
  const read = (text: string) => parseForm(new URLSearchParams(text), signInForm)

  test('takes an e-mail in any case, a password as it is', () => {
    expect(read('email=%20Lan@Example.vn&password=%20a%20')).toEqual({
      value: { email: 'lan@example.vn', password: ' a ' },
    })
  })

  test.each([
    '',
    'email=lan@example.vn',
    'password=x',
    'email=%20&password=x',
    `email=a&password=${'x'.repeat(401)}`,
  ])('finds fault with %s', (text) => expect(read(text)).toHaveProperty('problems'))
})

describe('accounts', () => {
  test('one e-mail, one account, however it is written', async () => {
    const again = city.store.write((tx) =>
      addStaff(tx, city.clock, {
        ...LAN,
        email: ' LAN@example.vn',
        role: 'auditor',
        officeId: null,
        passwordHash: 'x',
      }),
    )
    await expect(again).rejects.toThrow(Conflict)
  })

  test('are counted, so that an empty city can say how to begin', async () => {
    expect(await countStaff(city.store.read)).toBe(1)
    await city.store.write((tx) => tx.deleteFrom('staff').execute())
    expect(await countStaff(city.store.read)).toBe(0)
  })
})
