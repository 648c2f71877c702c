import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { action as printAction, loader as printLoader } from '#app/routes/staff/print.tsx'
import { loader as againLoader } from '#app/routes/staff/print-again.tsx'
import { loader as fileLoader } from '#app/routes/staff/print-file.ts'
import { action as jobAction, loader as jobLoader } from '#app/routes/staff/print-job.tsx'
import { loader as previewLoader } from '#app/routes/staff/print-preview.tsx'
import { action as slipsAction, loader as slipsLoader } from '#app/routes/staff/print-slips.tsx'
import { action as slipsFileAction } from '#app/routes/staff/print-slips-file.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { OFFICES, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { answered, asking, contextOf, cookieOf, posting } from '../auth/staff-context.ts'
import { withLan } from '../auth/staff-world.ts'
import { over } from './placard-world.ts'

let city: SmallCity
let context: AppLoadContext
let cookie: string
let administrator: string
beforeEach(async () => {
  const world = await withLan()
  city = world.city
  context = contextOf(city, world.parts)
  cookie = await cookieOf(city, world.parts, 'city_office')
  administrator = await cookieOf(city, world.parts, 'administrator')
})
afterEach(async () => {
  context.prints.close()
  await city.close()
})

type Door = (given: { request: Request; params: object; context: AppLoadContext }) => unknown
const look = (door: unknown, path: string, params = {}, as = cookie) =>
  answered(() => (door as Door)({ request: asking(path, { cookie: as }), params, context }))
const send = (door: unknown, path: string, form: Record<string, string>, params = {}, as = cookie) =>
  answered(() => (door as Door)({ request: posting(path, form, { cookie: as }), params, context }))

const begin = (form: Record<string, string>) => send(printAction, '/van-phong/in-an', form)

/** Begins a print of all placards; answers its id once it is done. */
async function printed(): Promise<string> {
  const answer = await begin({ which: 'all', form: 'a5' })
  const id = answer.headers.get('location')?.split('/').at(-1) ?? ''
  for (const owner of await city.store.read.selectFrom('staff').select('id').execute()) {
    const job = context.prints.find(owner.id, id)
    if (job) await over(job)
  }
  return id
}

describe('printing placards', () => {
  test('what is chosen leads to its progress, which reloads itself until the file is there', async () => {
    const answer = await begin({ which: 'chosen', form: 'a4', placard: STANDING_CODES.wardA })
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location') ?? ''
    expect(path).toMatch(/^\/van-phong\/in-an\/lan\/[0-9a-f-]{36}$/)
    const params = { job: path.split('/').at(-1) }
    const running = await look(jobLoader, path, params)
    expect(running.headers.get('refresh')).toBe('1')
    expect((await running.json()).job).toMatchObject({ status: 'running', total: 1, sheets: 1 })
    const still = await look(jobLoader, `${path}?still=1`, params)
    expect(still.headers.get('refresh')).toBeNull()
  })

  test('nothing chosen comes back with what was chosen otherwise', async () => {
    const answer = await begin({ which: 'chosen', form: 'tent_a5', placard: 'NOSUCH00' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ problem: 'none', chosen: { form: 'tent_a5' } })
  })

  test('the file and its page are for who began it, and no GET begins anything', async () => {
    const id = await printed()
    const page = await look(jobLoader, `/van-phong/in-an/lan/${id}`, { job: id })
    expect(page.headers.get('refresh')).toBeNull()
    const { job } = await page.json()
    expect(job).toMatchObject({ status: 'done', drawn: 3, sheets: 2 })
    const file = await look(fileLoader, `/van-phong/in-an/tep/${id}.pdf`, { file: `${id}.pdf` })
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"$/)
    const bytes = await file.arrayBuffer()
    expect(bytes.byteLength).toBe(job.bytes)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')

    const others = [
      await look(jobLoader, `/van-phong/in-an/lan/${id}`, { job: id }, administrator),
      await look(fileLoader, `/van-phong/in-an/tep/${id}.pdf`, { file: `${id}.pdf` }, administrator),
      await send(jobAction, `/van-phong/in-an/lan/${id}`, {}, { job: id }, administrator),
      await look(fileLoader, '/van-phong/in-an/tep/..%2Fsecret.pdf', { file: '../secret.pdf' }),
    ]
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    await look(printLoader, '/van-phong/in-an?which=all')
    expect(await city.store.read.selectFrom('placard_revisions').selectAll().execute()).toHaveLength(3)
  })

  test('saying that they hang empties the list of what to print', async () => {
    const id = await printed()
    const lines = async () => (await (await look(againLoader, '/van-phong/in-an/in-lai')).json()).lines
    expect(await lines()).toHaveLength(3)
    const marked = await send(jobAction, `/van-phong/in-an/lan/${id}`, {}, { job: id })
    expect(marked.headers.get('location')).toBe(`/van-phong/in-an/lan/${id}?marked=1`)
    expect(await lines()).toEqual([])
  })

  test('the preview shows the chosen placards, and without any leads back', async () => {
    const shown = await look(previewLoader, `/van-phong/in-an/xem-truoc?placard=${STANDING_CODES.wardB}`)
    const { placards } = await shown.json()
    expect(placards).toMatchObject([{ officeName: 'Phường Vĩnh Trại', number: 2, revision: 1 }])
    const none = await look(previewLoader, '/van-phong/in-an/xem-truoc')
    expect([none.status, none.headers.get('location')]).toEqual([303, '/van-phong/in-an'])
  })
})

describe('slips', () => {
  const DAY = { office: OFFICES.wardA, day: '2026-03-10' }
  const page = (form: Record<string, string>) =>
    look(slipsLoader, `/van-phong/in-an/phieu?${new URLSearchParams(form)}`)
  const file = (form: Record<string, string>) => send(slipsFileAction, '/van-phong/in-an/phieu.pdf', form)

  test('are listed without their links, then come as a file to nobody else', async () => {
    const token = await aDossierLink(city, 'H37.12-260310-0001', OFFICES.wardA)
    const listed = await (await page(DAY)).text()
    expect(listed).toContain('H37.12-260310-0001')
    expect(listed).not.toContain(token)
    const answer = await file({ ...DAY, codes: '' })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const byCode = await file({ office: '', day: '', codes: 'H37.12-260310-0001' })
    expect(byCode.headers.get('content-type')).toBe('application/pdf')
  })

  test('what is wrong is said at its field with what was typed; a list of codes is sent as a form', async () => {
    const wrong = await page({ office: OFFICES.wardA, day: '2026-02-30' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ problems: ['day'], typed: { day: '2026-02-30' }, list: null })
    const listed = await send(slipsAction, '/van-phong/in-an/phieu', { codes: 'H37.12-260310-0009' })
    expect((await listed.json()).list.without).toEqual([
      { dossierCode: 'H37.12-260310-0009', why: 'unknown' },
    ])
    expect((await send(slipsAction, '/van-phong/in-an/phieu', { codes: ' ' })).status).toBe(400)
  })

  test('with nothing to print the way leads back to the list', async () => {
    const answer = await file({ ...DAY, codes: '' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/van-phong/in-an/phieu?office=p-a&day=2026-03-10')
  })
})
