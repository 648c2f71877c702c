import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteStaff } from '#app/auth/invite-staff.server.ts'
import { seal } from '#app/auth/sealed.server.ts'
import { openSignInProvider } from '#app/integrations/sign-in-provider.server.ts'
import { loader as returnLoader } from '#app/routes/session/provider-return.tsx'
import { loader as startLoader } from '#app/routes/session/provider-start.ts'
import { viewerFrom } from '#app/session-cookie.ts'
import { countStaff, updateStaffStatus } from '#db/queries/staff.ts'
import { type Administered, withRoot } from '#tests/app/auth/administering-world.ts'
import { withSecondFactor } from '#tests/app/auth/second-factor-world.ts'
import { answered, asking, contextOf, cookiesOf } from '#tests/app/auth/staff-context.ts'
import { LAN } from '#tests/app/auth/staff-world.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const RETURN = `${ORIGIN}/dang-nhap/lien-thong/xong`
const PERSON = { email: LAN.email, verified: true }

let provider: ChildProcess
let issuer = ''
beforeAll(async () => {
  provider = spawn(process.execPath, ['tests/app/integrations/provider-process.ts', RETURN], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { NODE_ENV: 'test', PATH: process.env.PATH },
  })
  const [said] = await once(provider.stdout ?? provider, 'data')
  issuer = String(said).trim().split('\n').at(-1) ?? ''
})
afterAll(() => provider.kill())

let world: Administered
let context: AppLoadContext
beforeEach(async () => {
  world = await withRoot()
  const settings = { issuer, clientId: 'hai-long', clientSecret: 's'.repeat(40), returnAddress: RETURN }
  context = { ...contextOf(world.city, world.parts), signInProvider: openSignInProvider(settings) }
})
afterEach(() => world.city.close())

const params = {}
const start = (path = '/dang-nhap/lien-thong') =>
  answered(() => startLoader({ request: asking(path), params, context }))
const comeBack = (address: string, cookie: string) => {
  const { pathname, search } = new URL(address)
  return answered(() => returnLoader({ request: asking(pathname + search, { cookie }), params, context }))
}

/** A browser at the provider: follows redirects with its cookies until it is sent back to us. */
async function atProvider(leaveTo: string, person: object): Promise<string> {
  const jar = new Map<string, string>()
  let address = leaveTo
  for (let i = 0; i < 8 && !address.startsWith(RETURN); i += 1) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const headers = { cookie, 'x-person': JSON.stringify(person) }
    const answer = await fetch(address, { redirect: 'manual', headers })
    for (const kept of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(kept) ?? []
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`The provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
    address = new URL(to, address).href
  }
  return address
}

async function walk(person: object = PERSON) {
  const left = await start('/dang-nhap/lien-thong?next=/van-phong?from=a')
  const cookie = cookiesOf(left)
  const back = await atProvider(left.headers.get('location') ?? '', person)
  return { back, cookie, answer: await comeBack(back, cookie) }
}
const viewerOf = (answer: Response) => viewerFrom(asking('/', { cookie: cookiesOf(answer) }), context)
const sessions = async () =>
  (
    await world.city.store.read
      .selectFrom('sessions')
      .selectAll()
      .where('staff_id', '=', world.lanId)
      .execute()
  ).length

test('leaving asks for code flow with PKCE, state and nonce, and keeps their answers unreadable', async () => {
  const left = await start()
  const asked = new URL(left.headers.get('location') ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ response_type: 'code', client_id: 'hai-long', redirect_uri: RETURN, scope: 'openid email' },
    ...{ code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
    ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
  })
  const kept = left.headers.getSetCookie()
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatch(/^hl_provider=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  for (const value of [asked.get('state'), asked.get('nonce')]) expect(kept[0]).not.toContain(value)
})

describe('whom the provider vouches for', () => {
  test('signs in to the account with that e-mail; without a second factor it changes nothing yet', async () => {
    const { answer } = await walk()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tai-khoan/xac-thuc-hai-lop'])
    expect(await viewerOf(answer)).toMatchObject({ staffId: world.lanId, mayChange: false })
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('hl_provider=; Max-Age=0'))).toBe(
      true,
    )
  })

  test.each([[{ amr: ['pwd', 'mfa'] }], [{ acr: 'urn:city:mfa' }]])(
    'by more than one factor (%j) may change things, and goes on to where it wanted',
    async (how) => {
      const { answer } = await walk({ ...PERSON, ...how })
      expect(answer.headers.get('location')).toBe('/van-phong?from=a')
      expect(await viewerOf(answer)).toMatchObject({ mayChange: true })
    },
  )

  test('by one factor is asked for ours where the account has one', async () => {
    await withSecondFactor(world.parts)
    const before = await sessions()
    const { answer } = await walk({ ...PERSON, amr: ['pwd', 'otp-less'], acr: 'urn:city:password' })
    expect(answer.headers.get('location')).toBe('/dang-nhap?next=%2Fvan-phong%3Ffrom%3Da')
    expect(await viewerOf(answer)).toBeNull()
    expect(await sessions()).toBe(before)
    expect(cookiesOf(answer)).toContain('hl_half=')
  })
})

describe('nobody is signed in, and no account is made,', () => {
  const refused = async (answer: Response, why: 'refused' | 'failed') => {
    expect([answer.status, await answer.json()]).toEqual([403, { lang: 'vi', why }])
    expect(await viewerOf(answer)).toBeNull()
    expect(await sessions()).toBe(0)
    expect(await countStaff(world.city.store.read)).toBe(2)
  }

  test.each([
    ['an unknown e-mail', { email: 'khong@example.vn', verified: true }],
    ['an e-mail the provider has not verified', { ...PERSON, verified: false }],
    ['no e-mail', { email: '', verified: true }],
  ])('for %s', async (_what, person) => refused((await walk(person)).answer, 'refused'))

  test('for a suspended account', async () => {
    await world.city.store.write((tx) => updateStaffStatus(tx, world.lanId, 'suspended'))
    await refused((await walk()).answer, 'refused')
  })

  test('for an account whose owner has not activated it', async () => {
    const wanted = { name: 'Hoa', email: 'hoa@example.vn', role: 'auditor', office: '' } as const
    await inviteStaff(world.parts, world.root, wanted)
    const { answer } = await walk({ email: wanted.email, verified: true })
    expect([answer.status, (await answer.json()).why]).toEqual([403, 'refused'])
    expect(await viewerOf(answer)).toBeNull()
  })

  test('with another state, another browser’s, or none', async () => {
    const left = await start()
    const back = await atProvider(left.headers.get('location') ?? '', PERSON)
    const other = cookiesOf(await start())
    await refused(await comeBack(back, other), 'failed')
    await refused(await comeBack(back, ''), 'failed')
    const forged = new URL(back)
    forged.searchParams.set('state', 'x'.repeat(43))
    await refused(await comeBack(forged.href, cookiesOf(left)), 'failed')
  })

  test('with another nonce: an ID token made for another sign-in', async () => {
    const left = await start()
    const leaveTo = new URL(left.headers.get('location') ?? '')
    leaveTo.searchParams.set('nonce', 'n'.repeat(43))
    await refused(await comeBack(await atProvider(leaveTo.href, PERSON), cookiesOf(left)), 'failed')
  })

  test('with a code challenge that was swapped on the way', async () => {
    const left = await start()
    const leaveTo = new URL(left.headers.get('location') ?? '')
    leaveTo.searchParams.set('code_challenge', 'c'.repeat(43))
    await refused(await comeBack(await atProvider(leaveTo.href, PERSON), cookiesOf(left)), 'failed')
  })

  test('when the same answer is brought a second time, or ten minutes late', async () => {
    const { back, cookie } = await walk({ email: 'khong@example.vn', verified: true })
    await refused(await comeBack(back, cookie), 'failed')
    const left = await start()
    const late = await atProvider(left.headers.get('location') ?? '', PERSON)
    world.city.clock.set(new Date(world.city.clock.now().getTime() + 600_000).toISOString())
    await refused(await comeBack(late, cookiesOf(left)), 'failed')
  })

  test('when the provider says no, or what is kept was sealed for something else', async () => {
    const left = await start()
    const state = new URL(left.headers.get('location') ?? '').searchParams.get('state')
    await refused(await comeBack(`${RETURN}?error=access_denied&state=${state}`, cookiesOf(left)), 'failed')
    const planted = seal(context.secret.key, 'half-sign-in', '9999999999999|{}')
    await refused(await comeBack(`${RETURN}?code=x&state=y`, `hl_provider=${planted}`), 'failed')
  })
})

test('a provider that is down leads to a page that says so; where none is set there is no such place', async () => {
  const settings = { issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b', returnAddress: RETURN }
  context = { ...context, signInProvider: openSignInProvider(settings) }
  expect((await start()).headers.get('location')).toBe('/dang-nhap/lien-thong/xong')
  context = { ...context, signInProvider: null }
  expect((await start()).status).toBe(404)
  expect((await comeBack(`${RETURN}?code=x`, '')).status).toBe(404)
})
