import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { action as signInAction, loader as signInLoader } from '#app/routes/session/sign-in.tsx'
import { action as signOutAction, loader as signOutLoader } from '#app/routes/session/sign-out.ts'
import { requireViewer, viewerFrom } from '#app/session-cookie.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookiesOf, posting } from './staff-context.ts'
import { LAN, withLan } from './staff-world.ts'

let city: SmallCity
let parts: SignInParts
let context: AppLoadContext
beforeEach(async () => {
  ;({ city, parts } = await withLan('auditor'))
  context = contextOf(city, parts)
})
afterEach(() => city.close())

const params = {}
const signIn = (form: Record<string, string>, headers = {}, to = context) =>
  answered(() => signInAction({ request: posting('/dang-nhap', form, headers), params, context: to }))
const right = { email: LAN.email, password: LAN.password }

describe('the sign-in door', () => {
  test('a right password leads to the overview with a session that opens doors', async () => {
    const answer = await signIn(right)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/van-phong')
    const viewer = await requireViewer(
      asking('/van-phong', { cookie: cookiesOf(answer) }),
      context,
      'overview',
    )
    expect(viewer.email).toBe(LAN.email)
  })

  test.each([
    ['/van-phong?from=2026-03-01&to=2026-03-31', '/van-phong?from=2026-03-01&to=2026-03-31'],
    ['https://evil.example/van-phong', '/van-phong'],
    ['//evil.example', '/van-phong'],
  ])('it goes on to %s by way of %s', async (next, location) => {
    expect((await signIn({ ...right, next })).headers.get('location')).toBe(location)
  })

  test('cookies are for this host and for the server alone; in production under __Host-', async () => {
    const [session = '', device = ''] = (await signIn(right)).headers.getSetCookie()
    for (const cookie of [session, device]) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    const live = contextOf(city, parts, 'https://danhgia.example.vn')
    const secure = (await signIn(right, {}, live)).headers.getSetCookie()
    expect(secure.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-hl_session', '__Host-hl_device'])
    for (const cookie of secure) expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('a session planted in the browser beforehand is not taken over', async () => {
    const planted = `hl_session=${btoa(JSON.stringify('A'.repeat(43)))}`
    const cookie = cookiesOf(await signIn(right, { cookie: planted }))
    expect(cookie).not.toContain(planted)
    expect(await viewerFrom(asking('/van-phong', { cookie: planted }), context)).toBeNull()
  })

  test.each([
    ['a wrong password', { email: LAN.email, password: 'ba con vịt đi' }],
    ['an unknown account', { email: 'khong@example.vn', password: LAN.password }],
    ['no password', { email: LAN.email }],
    ['nothing', {}],
  ])('%s: 400, one answer, the e-mail kept, no cookie', async (_what, form: Record<string, string>) => {
    const answer = await signIn(form)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ kind: 'refused', email: form.email ?? '' })
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('too many guesses: 429 and when to come back', async () => {
    for (let i = 0; i < 8; i += 1) await signIn({ ...right, password: `đoán lần ${i}` })
    const answer = await signIn(right)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('a store that cannot write, and what is no form, are refusals and no faults', async () => {
    const store = { ...city.store, write: () => Promise.reject(new StoreUnavailable('disk full')) }
    expect((await signIn(right, {}, { ...context, store })).status).toBe(503)
    const request = new Request('http://127.0.0.1:3000/dang-nhap', { method: 'POST', body: '{}' })
    expect((await answered(() => signInAction({ request, params, context }))).status).toBe(415)
  })

  test('who is signed in already goes on; who is not sees the form', async () => {
    const fresh = await answered(() =>
      signInLoader({ request: asking('/dang-nhap?next=/r/x'), params, context }),
    )
    expect(await fresh.json()).toEqual({ lang: 'vi', next: null, step: 'password', provider: false })
    const cookie = cookiesOf(await signIn(right))
    const request = asking('/dang-nhap?next=/quan-tri', { cookie })
    const known = await answered(() => signInLoader({ request, params, context }))
    expect([known.status, known.headers.get('location')]).toEqual([303, '/quan-tri'])
  })
})

describe('the sign-out door', () => {
  test('ends the session at once and clears its cookie, by the form only', async () => {
    const cookie = cookiesOf(await signIn(right))
    const looked = await answered(() => signOutLoader())
    expect(looked.headers.getSetCookie()).toEqual([])
    expect(await viewerFrom(asking('/van-phong', { cookie }), context)).not.toBeNull()
    const request = posting('/dang-xuat', {}, { cookie })
    const answer = await answered(() => signOutAction({ request, params, context }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dang-nhap'])
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    expect(answer.headers.get('set-cookie')).toContain('hl_session=')
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await viewerFrom(asking('/van-phong', { cookie }), context)).toBeNull()
  })
})

test('who is not signed in is led to the form and from there back', async () => {
  const answer = await answered(() =>
    requireViewer(asking('/van-phong.csv?from=a&to=b'), context, 'overviewCsv'),
  )
  expect(answer.status).toBe(303)
  const to = new URL(answer.headers.get('location') ?? '', 'http://x')
  expect(to.pathname).toBe('/dang-nhap')
  expect(to.searchParams.get('next')).toBe('/van-phong.csv?from=a&to=b')
})

test.each([
  'hl_session=',
  'hl_session=%%%',
  `hl_session=${btoa('{"a":1}')}`,
  `hl_session=${'A'.repeat(5000)}`,
])('a cookie that is none of ours (%s) is nobody', async (cookie) => {
  expect(await viewerFrom(asking('/van-phong', { cookie }), context)).toBeNull()
})
