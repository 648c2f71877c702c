import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { action as accountAction, loader as accountLoader } from '#app/routes/account/account.tsx'
import { action as passwordAction } from '#app/routes/account/change-password.tsx'
import { loader as recoveryLoader } from '#app/routes/account/recovery-codes.tsx'
import { action as factorAction, loader as factorLoader } from '#app/routes/account/second-factor.tsx'
import {
  action as forgottenAction,
  loader as forgottenLoader,
} from '#app/routes/session/forgotten-password.tsx'
import { action as signInAction, loader as signInLoader } from '#app/routes/session/sign-in.tsx'
import { requireViewer, viewerFrom } from '#app/session-cookie.ts'
import { writeSetting } from '#db/queries/settings.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { phoneShows, withSecondFactor } from './second-factor-world.ts'
import { answered, asking, contextOf, cookiesOf, posting } from './staff-context.ts'
import { LAN, withLan } from './staff-world.ts'

let city: SmallCity
let parts: SignInParts
let context: AppLoadContext
beforeEach(async () => {
  ;({ city, parts } = await withLan())
  context = contextOf(city, parts)
})
afterEach(() => city.close())

const params = {}
type Door = (args: LoaderFunctionArgs) => unknown
const get = (door: Door, path: string, cookie = '') =>
  answered(() => door({ request: asking(path, { cookie }), params, context }))
const post = (door: Door, path: string, form: Record<string, string>, cookie = '') =>
  answered(() => door({ request: posting(path, form, { cookie }), params, context }))
const right = { email: LAN.email, password: LAN.password }
const later = (seconds: number) =>
  city.clock.set(new Date(city.clock.now().getTime() + seconds * 1000).toISOString())

describe('an account that lacks the second factor its role needs', () => {
  test('is led to set it, reads, and changes nothing but itself', async () => {
    const answer = await post(signInAction, '/dang-nhap', right)
    expect(answer.headers.get('location')).toBe('/tai-khoan/xac-thuc-hai-lop')
    const cookie = cookiesOf(answer)
    expect(await requireViewer(asking('/van-phong', { cookie }), context, 'overview')).toMatchObject({
      mayChange: false,
    })
    const refused = await answered(() =>
      requireViewer(posting('/van-phong', {}, { cookie }), context, 'overview'),
    )
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/tai-khoan/xac-thuc-hai-lop'])
    const own = await requireViewer(posting('/tai-khoan', {}, { cookie }), context, 'account')
    expect(own.email).toBe(LAN.email)
  })

  test('in a demo city is exempt', async () => {
    await city.store.write((tx) => writeSetting(tx, 'demo', '1'))
    const answer = await post(signInAction, '/dang-nhap', right)
    expect(answer.headers.get('location')).toBe('/van-phong')
    const cookie = cookiesOf(answer)
    expect((await viewerFrom(asking('/van-phong', { cookie }), context))?.mayChange).toBe(true)
  })

  test('sets it by the form it was shown, sees ten codes once, and then changes things', async () => {
    const cookie = cookiesOf(await post(signInAction, '/dang-nhap', right))
    const shown = await (await get(factorLoader, '/tai-khoan/xac-thuc-hai-lop', cookie)).json()
    expect(shown).toMatchObject({
      stand: 'owed',
      secret: expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/),
    })
    expect(atob(shown.picture.split(',')[1])).toMatch(/^<svg[^>]*viewBox/)
    const wrong = await post(factorAction, '/x', { offer: shown.offer, code: '000000' }, cookie)
    expect([wrong.status, (await wrong.json()).secret]).toEqual([400, shown.secret])
    const code = phoneShows(shown.secret.replaceAll(' ', ''), city.clock.now())
    const set = await post(factorAction, '/x', { offer: shown.offer, code }, cookie)
    expect([set.status, set.headers.get('location')]).toEqual([303, '/tai-khoan/ma-du-phong'])
    const once = `${cookie}; ${cookiesOf(set)}`
    const codes = await get(recoveryLoader, '/tai-khoan/ma-du-phong', once)
    expect((await codes.json()).codes).toHaveLength(10)
    expect(codes.headers.get('set-cookie')).toMatch(/^hl_once=; Max-Age=0;/)
    const gone = await get(recoveryLoader, '/tai-khoan/ma-du-phong', cookie)
    expect((await gone.json()).codes).toEqual([])
    const viewer = await requireViewer(posting('/van-phong', {}, { cookie }), context, 'overview')
    expect(viewer.mayChange).toBe(true)
  })
})

describe('signing in in two steps', () => {
  test('the code is asked for by a page of its own and what was wanted is kept', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const first = await post(signInAction, '/dang-nhap', { ...right, next: '/van-phong?from=a' })
    expect(first.headers.get('location')).toBe('/dang-nhap?next=%2Fvan-phong%3Ffrom%3Da')
    const half = cookiesOf(first)
    expect(half).toMatch(/^hl_half=/)
    expect(await viewerFrom(asking('/van-phong', { cookie: half }), context)).toBeNull()
    expect(await (await get(signInLoader, '/dang-nhap', half)).json()).toMatchObject({ step: 'code' })
    const wrong = await post(signInAction, '/dang-nhap', { code: '000000' }, half)
    expect([wrong.status, await wrong.json()]).toEqual([400, { kind: 'wrong_code', email: '' }])
    const code = phoneShows(secret, city.clock.now())
    const second = await post(signInAction, '/dang-nhap', { code, next: '/van-phong?from=a' }, half)
    expect(second.headers.get('location')).toBe('/van-phong?from=a')
    expect(second.headers.getSetCookie().some((cookie) => cookie.startsWith('hl_half=; Max-Age=0'))).toBe(
      true,
    )
  })

  test('all three at once are one step', async () => {
    const { secret } = await withSecondFactor(parts)
    later(30)
    const code = phoneShows(secret, city.clock.now())
    const answer = await post(signInAction, '/dang-nhap', { ...right, code })
    expect(answer.headers.get('location')).toBe('/van-phong')
  })

  test('another may start over, and a code without a password is sent back to the start', async () => {
    await withSecondFactor(parts)
    const half = cookiesOf(await post(signInAction, '/dang-nhap', right))
    const again = await post(signInAction, '/dang-nhap', { intent: 'restart' }, half)
    expect(again.headers.get('set-cookie')).toMatch(/^hl_half=; Max-Age=0;/)
    const alone = await post(signInAction, '/dang-nhap', { code: '123456' })
    expect([alone.status, await alone.json()]).toEqual([400, { kind: 'expired', email: '' }])
  })
})

describe('one’s own account', () => {
  test('shows where one is signed in, and no address; one session is ended by its button', async () => {
    const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0' }
    const from = (headers: Record<string, string>) =>
      answered(() => signInAction({ request: posting('/dang-nhap', right, headers), params, context }))
    const [here, there] = [cookiesOf(await from(agent)), cookiesOf(await from({}))]
    const { account } = await (await get(accountLoader, '/tai-khoan', here)).json()
    expect(account.sessions).toHaveLength(2)
    const mine = account.sessions.find((session: { here: boolean }) => session.here)
    expect(mine.browser).toEqual({ family: 'firefox', system: 'linux' })
    expect(JSON.stringify(account)).not.toContain('127.0.0.1')
    const other = account.sessions.find((session: { here: boolean }) => !session.here)
    const ended = await post(accountAction, '/tai-khoan', { intent: 'end', session: other.id }, here)
    expect(ended.headers.get('location')).toBe('/tai-khoan?done=session')
    expect(await viewerFrom(asking('/', { cookie: there }), context)).toBeNull()
    const twice = await post(accountAction, '/tai-khoan', { intent: 'end', session: other.id }, here)
    expect(twice.status).toBe(404)
  })

  test('signing out everywhere ends all of them, here too', async () => {
    const all = [await post(signInAction, '/dang-nhap', right), await post(signInAction, '/dang-nhap', right)]
    const cookies = all.map(cookiesOf)
    const answer = await post(accountAction, '/tai-khoan', { intent: 'end_all' }, cookies[0])
    expect(answer.headers.get('location')).toBe('/dang-nhap')
    for (const cookie of cookies) expect(await viewerFrom(asking('/', { cookie }), context)).toBeNull()
  })

  test('the password is changed by the form, each refusal with its reason', async () => {
    const cookie = cookiesOf(await post(signInAction, '/dang-nhap', right))
    const form = { current: LAN.password, password: 'một mình một chợ', again: 'một mình một chợ' }
    const refused = await post(passwordAction, '/x', { ...form, current: 'x' }, cookie)
    expect([refused.status, await refused.json()]).toEqual([400, { kind: 'wrong' }])
    const changed = await post(passwordAction, '/x', form, cookie)
    expect(changed.headers.get('location')).toBe('/tai-khoan?done=password')
  })
})

describe('a forgotten password', () => {
  const letters: string[] = []
  const withMail = () => {
    letters.length = 0
    const mailer = { send: async ({ to }: { to: string }) => void letters.push(to), close() {} }
    context = { ...context, mailer }
  }

  test('is answered alike for known and unknown addresses', async () => {
    withMail()
    const answers = await Promise.all(
      [LAN.email, 'khong@example.vn'].map((email) => post(forgottenAction, '/quen-mat-khau', { email })),
    )
    const seen = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
    )
    expect(seen[0]).toEqual(seen[1])
    expect(answers[0]?.headers.get('location')).toBe('/quen-mat-khau?asked')
    await expect.poll(() => letters).toEqual([LAN.email])
  })

  test('what is no address is said at its field; without mail the page says whom to ask', async () => {
    const without = await get(forgottenLoader, '/quen-mat-khau')
    expect(await without.json()).toMatchObject({ mail: false })
    expect((await post(forgottenAction, '/quen-mat-khau', { email: LAN.email })).status).toBe(404)
    withMail()
    const answer = await post(forgottenAction, '/quen-mat-khau', { email: 'lan' })
    expect([answer.status, await answer.json()]).toEqual([400, { kind: 'not_an_email', typed: 'lan' }])
  })
})
