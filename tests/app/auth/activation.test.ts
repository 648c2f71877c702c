import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { activateAccount } from '#app/auth/activate-account.server.ts'
import { changePassword } from '#app/auth/change-password.server.ts'
import { sendPasswordLink } from '#app/auth/forgotten-password.server.ts'
import { inviteStaff } from '#app/auth/invite-staff.server.ts'
import { viewerOf } from '#app/auth/session.server.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import type { Letter, Mailer } from '#app/integrations/mail.server.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { type Administered, withRoot } from './administering-world.ts'
import { viewing, withSecondFactor } from './second-factor-world.ts'
import { attempt, LAN, signedIn } from './staff-world.ts'

let world: Administered
let code: string
beforeEach(async () => {
  world = await withRoot()
  const hoa = {
    name: 'Lý Thị Hoa',
    email: 'hoa@example.vn',
    role: 'office_head',
    office: OFFICES.wardA,
  } as const
  const invited = await inviteStaff(world.parts, world.root, hoa)
  code = invited.kind === 'invited' ? invited.code : ''
})
afterEach(() => world.city.close())

const PASSWORD = 'một mình một chợ'
const browser = { address: '127.0.0.1', deviceMark: null, sessionId: null, browser: 'firefox|linux' }
const activate = (change: object = {}) =>
  activateAccount(world.parts, { code, password: PASSWORD, again: PASSWORD, ...browser, ...change })

describe('activating', () => {
  test('with the code from paper chooses a password and signs in; the code is used up', async () => {
    const answer = await activate({ code: ` ${code.slice(0, 8).toLowerCase()}-${code.slice(8)} ` })
    expect(answer).toMatchObject({
      kind: 'signed_in',
      viewer: { email: 'hoa@example.vn', officeId: OFFICES.wardA },
    })
    const again = await signIn(world.parts, attempt({ email: 'hoa@example.vn', password: PASSWORD }))
    expect(again.kind).toBe('signed_in')
    expect(await activate({ password: 'gạo nếp Bắc Sơn', again: 'gạo nếp Bắc Sơn' })).toEqual({
      kind: 'not_usable',
    })
    const actions = (await world.trail()).map(({ actor, action }) => [actor, action])
    expect(actions.at(-1)).toEqual(['hoa@example.vn', 'account.activate'])
  })

  test('two at once: one password is chosen', async () => {
    const answers = await Promise.all([
      activate(),
      activate({ password: 'ba con vịt bơi', again: 'ba con vịt bơi' }),
    ])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['not_usable', 'signed_in'])
  })

  test.each([
    [
      { password: 'ngắn', again: 'ngắn' },
      { kind: 'weak', fault: 'too_short' },
    ],
    [
      { password: 'hoa@example.vn', again: 'hoa@example.vn' },
      { kind: 'weak', fault: 'too_common' },
    ],
    [{ again: 'một mình một chợ.' }, { kind: 'differs' }],
    [{ code: 'K7Q29FHXK7Q29FHX' }, { kind: 'not_usable' }],
    [{ code: '' }, { kind: 'not_usable' }],
  ])('%j is refused and the code stays good', async (change, refused) => {
    expect(await activate(change)).toEqual(refused)
    expect((await activate()).kind).toBe('signed_in')
  })

  test('wrong codes from one address are limited, and leave other addresses alone', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => activate({ code: String(i).padStart(16, '0') })),
    )
    expect(guesses.filter(({ kind }) => kind === 'not_usable').length).toBeLessThanOrEqual(20)
    expect((await activate()).kind).toBe('too_many')
    expect((await activate({ address: '127.0.0.2' })).kind).toBe('signed_in')
  })

  test('a session that was open in the browser ends', async () => {
    const { sessionId } = await signedIn(world.parts)
    await activate({ sessionId })
    expect(await viewerOf(world.parts, sessionId)).toBeNull()
  })
})

describe('a forgotten password', () => {
  const sent: Letter[] = []
  const mailer: Mailer = { send: async (letter) => void sent.push(letter), close() {} }
  const ask = (email: string, address = '127.0.0.1') =>
    sendPasswordLink(world.parts, mailer, {
      email,
      address,
      lang: 'vi',
      origin: 'https://danhgia.example.vn',
    })
  beforeEach(() => {
    sent.length = 0
  })
  const codeSent = () => /\/kich-hoat\/(\w{16})\n/.exec(sent[0]?.text ?? '')?.[1] ?? ''

  test('is chosen anew with the link in the mail, once, within the hour; sessions end', async () => {
    const { sessionId } = await signedIn(world.parts)
    await ask(LAN.email)
    expect(sent[0]).toMatchObject({ to: LAN.email, subject: 'Chọn mật khẩu mới cho hệ thống Hài Lòng' })
    expect(sent[0]?.text).toContain('https://danhgia.example.vn/kich-hoat/')
    expect((await signIn(world.parts, attempt())).kind).toBe('signed_in')
    expect((await activate({ code: codeSent() })).kind).toBe('signed_in')
    expect(await viewerOf(world.parts, sessionId)).toBeNull()
    expect((await signIn(world.parts, attempt())).kind).toBe('refused')
    expect((await activate({ code: codeSent() })).kind).toBe('not_usable')
    expect((await world.trail()).at(-1)).toMatchObject({ actor: LAN.email, action: 'account.reset_password' })
  })

  test('is over after an hour, and when the password was changed meanwhile', async () => {
    await ask(LAN.email)
    const { sessionId } = await signedIn(world.parts)
    const viewer = await viewing(world.parts, sessionId)
    const change = {
      current: LAN.password,
      password: PASSWORD,
      again: PASSWORD,
      address: '127.0.0.1',
      sessionId,
    }
    await changePassword(world.parts, viewer, change)
    expect((await activate({ code: codeSent() })).kind).toBe('not_usable')
    sent.length = 0
    await ask(LAN.email)
    world.city.clock.set(new Date(world.city.clock.now().getTime() + 3_600_000).toISOString())
    expect((await activate({ code: codeSent() })).kind).toBe('not_usable')
  })

  test('does not get around the second factor', async () => {
    await withSecondFactor(world.parts)
    await ask(LAN.email)
    expect((await activate({ code: codeSent() })).kind).toBe('code_needed')
  })

  test('of an unknown, an invited or a suspended account sends nothing and voids nothing', async () => {
    await ask('khong@example.vn')
    await ask('hoa@example.vn')
    await world.city.store.write((tx) => tx.updateTable('staff').set({ status: 'suspended' }).execute())
    await ask(LAN.email)
    expect(sent).toEqual([])
    await world.city.store.write((tx) => tx.updateTable('staff').set({ status: 'active' }).execute())
    expect((await activate()).kind).toBe('signed_in')
  })

  test('cannot be used to flood a mailbox', async () => {
    for (let i = 0; i < 100; i += 1) await ask(LAN.email, `127.0.1.${i}`)
    expect(sent.length).toBeLessThanOrEqual(20)
  })
})

describe('changing one’s own password', () => {
  test('asks for the old one, ends the other sessions and keeps this one', async () => {
    const [here, there] = [await signedIn(world.parts), await signedIn(world.parts)]
    const viewer = await viewing(world.parts, here.sessionId)
    const change = (words: object) =>
      changePassword(world.parts, viewer, {
        ...{ current: LAN.password, password: PASSWORD, again: PASSWORD },
        ...{ address: '127.0.0.1', sessionId: here.sessionId },
        ...words,
      })
    expect(await change({ current: 'ba con vịt đi' })).toEqual({ kind: 'wrong' })
    expect(await change({ again: 'x' })).toEqual({ kind: 'differs' })
    expect(await change({ password: 'langson2025' })).toEqual({ kind: 'weak', fault: 'too_common' })
    expect(await viewerOf(world.parts, there.sessionId)).not.toBeNull()
    expect(await change({})).toEqual({ kind: 'changed' })
    expect(await viewerOf(world.parts, here.sessionId)).not.toBeNull()
    expect(await viewerOf(world.parts, there.sessionId)).toBeNull()
    expect((await signIn(world.parts, attempt({ password: PASSWORD }))).kind).toBe('signed_in')
  })

  test('a desk left open is no place to guess at it', async () => {
    const { sessionId } = await signedIn(world.parts)
    const viewer = await viewing(world.parts, sessionId)
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        changePassword(world.parts, viewer, {
          ...{ current: `đoán lần ${i}`, password: PASSWORD, again: PASSWORD },
          ...{ address: '127.0.0.1', sessionId },
        }),
      ),
    )
    expect(guesses.filter(({ kind }) => kind === 'wrong').length).toBeLessThanOrEqual(20)
  })
})
