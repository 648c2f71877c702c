import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Letter } from '#app/integrations/mail.server.ts'
import { action as listAction, loader as listLoader } from '#app/routes/admin/staff.tsx'
import { loader as letterLoader } from '#app/routes/admin/staff-letter.tsx'
import { action as memberAction, loader as memberLoader } from '#app/routes/admin/staff-member.tsx'
import { action as activateAction, loader as activateLoader } from '#app/routes/session/activate.tsx'
import { viewerFrom } from '#app/session-cookie.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { type Administered, withRoot } from './administering-world.ts'
import { answered, asking, contextOf, cookiesOf, posting } from './staff-context.ts'
import { LAN, signedIn } from './staff-world.ts'

let world: Administered
let context: AppLoadContext
let root: string
let sent: Letter[]
beforeEach(async () => {
  world = await withRoot()
  sent = []
  const mailer = { send: async (letter: Letter) => void sent.push(letter), close() {} }
  context = { ...contextOf(world.city, world.parts, 'http://danhgia.example.vn'), mailer }
  root = `hl_session=${btoa(JSON.stringify(world.rootSession))}`
})
afterEach(() => world.city.close())

type Params = Record<string, string>
type Door = (args: LoaderFunctionArgs) => unknown
const get = (door: Door, params: Params = {}, cookie = root) =>
  answered(() => door({ request: asking('/x', { cookie }), params, context }))
const post = (door: Door, form: Record<string, string>, params: Params = {}, cookie = root) =>
  answered(() => door({ request: posting('/x', form, { cookie }), params, context }))
const HOA = { name: 'Lý Thị Hoa', email: 'hoa@example.vn', role: 'office_head', office: OFFICES.wardA }

async function invited() {
  const answer = await post(listAction, HOA)
  const staff = /nguoi-dung\/([\w-]{36})\/giay$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  return { staff, once: `${root}; ${cookiesOf(answer)}`, status: answer.status }
}

describe('inviting', () => {
  test('leads to the paper, whose code is shown once and to this administrator alone; the link is mailed', async () => {
    const { staff, once, status } = await invited()
    expect(status).toBe(303)
    const paper = await get(letterLoader, { staff }, once)
    const { code, mail, address } = await paper.json()
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect([mail, address]).toEqual(['sent', 'http://danhgia.example.vn/kich-hoat'])
    expect(paper.headers.get('set-cookie')).toMatch(/^hl_once=; Max-Age=0;/)
    expect(sent[0]?.text).toContain(`http://danhgia.example.vn/kich-hoat/${code.replaceAll('-', '')}`)
    expect((await (await get(letterLoader, { staff })).json()).code).toBe('')
    const elsewhere = await get(letterLoader, { staff: world.lanId }, once)
    expect((await elsewhere.json()).code).toBe('')
  })

  test('when the mail server refuses, the paper still has the code and says so', async () => {
    const failing = { send: () => Promise.reject(new Error('550')), close() {} }
    context = { ...context, mailer: failing }
    const { staff, once } = await invited()
    const shown = await (await get(letterLoader, { staff }, once)).json()
    expect([shown.mail, shown.code.length]).toEqual(['failed', 19])
  })

  test('what is wrong is said at its field, with what was typed still there', async () => {
    const answer = await post(listAction, { ...HOA, name: ' ', email: 'hoa', role: 'king' })
    expect(answer.status).toBe(400)
    const { problems, typed } = await answer.json()
    expect(problems.map(({ name }: { name: string }) => name)).toEqual(['name', 'email', 'role'])
    expect(typed).toMatchObject({ email: 'hoa', office: OFFICES.wardA })
    const taken = await post(listAction, { ...HOA, email: LAN.email })
    expect((await taken.json()).problems).toEqual([{ name: 'email', kind: 'email_taken' }])
    const nowhere = await post(listAction, { ...HOA, office: '' })
    expect((await nowhere.json()).problems).toEqual([{ name: 'office', kind: 'wrong' }])
  })
})

describe('the link', () => {
  test('may be looked at any number of times, and signs in when a password is chosen', async () => {
    await invited()
    const code = /\/kich-hoat\/(\w+)/.exec(sent[0]?.text ?? '')?.[1] ?? ''
    for (const _ of [1, 2]) {
      const seen = await get(activateLoader, { code }, '')
      expect(await seen.json()).toMatchObject({
        account: { name: HOA.name, email: HOA.email },
        refused: null,
      })
    }
    const form = { code, password: 'một mình một chợ', again: 'một mình một chợ' }
    const answer = await post(activateAction, form, {}, '')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/van-phong'])
    const viewer = await viewerFrom(asking('/', { cookie: cookiesOf(answer) }), context)
    expect(viewer).toMatchObject({ email: HOA.email, role: 'office_head', mayChange: true })
    expect((await get(activateLoader, { code }, '')).status).toBe(404)
  })

  test('that is unknown is one calm page that tells nothing', async () => {
    const seen = await get(activateLoader, { code: 'K7Q29FHXK7Q29FHX' }, '')
    expect([seen.status, await seen.json()]).toEqual([
      404,
      { lang: 'vi', account: null, code: '', refused: { kind: 'not_usable' } },
    ])
  })
})

describe('one account', () => {
  const member = (form: Record<string, string>) => post(memberAction, form, { staff: world.lanId })

  test('is suspended and resumed with a reason; its sessions die', async () => {
    const { sessionId } = await signedIn(world.parts)
    const cookie = `hl_session=${btoa(JSON.stringify(sessionId))}`
    expect((await member({ intent: 'suspend', reason: 'x' })).status).toBe(400)
    expect(await viewerFrom(asking('/', { cookie }), context)).not.toBeNull()
    const answer = await member({ intent: 'suspend', reason: 'nghỉ chế độ' })
    expect(answer.headers.get('location')).toBe(`/quan-tri/nguoi-dung/${world.lanId}?done=suspended`)
    expect(await viewerFrom(asking('/', { cookie }), context)).toBeNull()
    const { member: shown } = await (await get(memberLoader, { staff: world.lanId })).json()
    expect(shown.state).toBe('suspended')
    expect((await member({ intent: 'resume' })).headers.get('location')).toMatch(/done=resumed$/)
  })

  test('is reset with a reason, which leads to a paper', async () => {
    const answer = await member({ intent: 'reset', reason: 'mất điện thoại' })
    expect(answer.headers.get('location')).toBe(`/quan-tri/nguoi-dung/${world.lanId}/giay`)
    const once = `${root}; ${cookiesOf(answer)}`
    expect(await (await get(letterLoader, { staff: world.lanId }, once)).json()).toMatchObject({
      kind: 'reset',
    })
  })

  test('is changed; the last administrator is not, and what was typed stays', async () => {
    const changed = { intent: 'change', name: LAN.name, role: 'auditor', office: '' }
    expect((await member(changed)).headers.get('location')).toMatch(/done=saved$/)
    const own = await post(memberAction, { ...changed, name: 'Gốc' }, { staff: world.root.staffId })
    expect(await own.json()).toMatchObject({
      intent: 'change',
      problems: [{ name: 'role', kind: 'last_administrator' }],
      typed: { name: 'Gốc' },
    })
  })

  test.each([[{}], [{ intent: 'toString' }], [{ intent: 'delete' }]])('%j is no deed', async (form) => {
    expect((await member(form)).status).toBe(404)
  })

  test('of nobody is not there; nor is any of it for other roles', async () => {
    expect((await get(memberLoader, { staff: 'nobody' })).status).toBe(404)
    const { sessionId } = await signedIn(world.parts)
    const lan = `hl_session=${btoa(JSON.stringify(sessionId))}`
    for (const door of [listLoader, memberLoader, letterLoader]) {
      expect((await get(door, { staff: world.lanId }, lan)).status).toBe(404)
    }
    expect((await post(listAction, HOA, {}, lan)).status).toBe(404)
  })
})
