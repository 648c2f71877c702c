import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { ask } from '#tests/world/visitor.ts'

let server: RunningCity
beforeAll(async () => {
  server = await aRunningCity({ NOW: '2026-03-16T02:00:00.000Z', HOST: '127.0.0.1' })
})
afterAll(() => server.stop())

const at = (path: string) => `${server.address}${path}`
const tap = (code: string, form: Record<string, string>, rest = {}) =>
  ask(at(`/r/${code}`), { form: { submission: randomUUID(), ...form }, ...rest })

test('every answer carries the promised headers, also those that refuse', async () => {
  const answers = await Promise.all([
    ask(at('/')),
    ask(at(`/r/${STANDING_CODES.wardA}`)),
    ask(at('/r/NOSUCH00')),
    ask(at('/b/000000000000')),
    ask(at('/dang-nhap')),
    ask(at('/van-phong')),
    ask(at('/healthz')),
    ask(at('/readyz')),
    ask(at('/nowhere')),
    ask(at('/favicon.ico')),
    ask(at('/assets/none.js')),
    tap(STANDING_CODES.wardA, { level: '5' }),
    tap(STANDING_CODES.wardA, { level: '9' }),
    tap(STANDING_CODES.wardA, { level: '5', comment: 'x'.repeat(17_000) }),
    tap(STANDING_CODES.wardA, { level: '5' }, { headers: { origin: 'https://evil.example' } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([
    200, 200, 404, 404, 200, 303, 200, 200, 404, 404, 404, 303, 400, 413, 403,
  ])
  for (const { headers } of answers) {
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['cache-control']).toMatch(/no-store|private, no-cache/)
  }
})

test('no markup of a citizen page carries a script, a style attribute or another address', async () => {
  for (const path of ['/', `/r/${STANDING_CODES.wardA}`, '/r/NOSUCH00', '/nowhere']) {
    const { text } = await ask(at(path))
    expect(text).not.toMatch(/<script|style="|\son\w+=|https?:|src=/)
  }
})

test('unknown, used, expired and not yet valid links answer alike', async () => {
  const used = await aDossierLink(server.city, 'H37.12-260310-0091', OFFICES.wardA)
  const expired = await aDossierLink(server.city, 'H37.12-260310-0092', OFFICES.wardA)
  await server.city.store.write(async (tx) => {
    await tx
      .updateTable('invitations')
      .set({ status: 'used' })
      .where('id', '=', 'link-H37.12-260310-0091')
      .execute()
    await tx
      .updateTable('invitations')
      .set({ valid_to: '2026-03-11T00:00:00.000Z' })
      .where('id', '=', 'link-H37.12-260310-0092')
      .execute()
  })
  const unknown = '7'.repeat(26)
  const pages = await Promise.all([used, expired, unknown].map((token) => ask(at(`/r/${token}`))))
  const grouped = (token: string) => token.replace(/(.{4})(?=.)/g, '$1-')
  const without = pages.map(({ text }, i) => {
    const token = [used, expired, unknown][i] ?? ''
    expect(text).toContain(grouped(token))
    return text.replaceAll(grouped(token), '').replaceAll(token, '')
  })
  expect(new Set(without).size).toBe(1)
  expect(pages.map(({ status, headers }) => [status, Object.keys(headers).sort().join()])).toEqual(
    pages.map(() => [
      404,
      Object.keys(pages[0]?.headers ?? {})
        .sort()
        .join(),
    ]),
  )
})

test('speaks the language that is asked for, and keeps the one that was switched to', async () => {
  const path = at(`/r/${STANDING_CODES.wardA}`)
  const langOf = (text: string) => /<html lang="([^"]+)"/.exec(text)?.[1]
  expect(langOf((await ask(path)).text)).toBe('vi')
  expect(langOf((await ask(path, { headers: { 'accept-language': 'fr,zh-TW;q=0.8,en;q=0.5' } })).text)).toBe(
    'zh-Hans',
  )
  const switched = await ask(`${path}?lang=en`)
  expect(langOf(switched.text)).toBe('en')
  const cookie = switched.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  expect(langOf((await ask(path, { headers: { cookie, 'accept-language': 'vi' } })).text)).toBe('en')
})

test('a hall behind one address is not refused; a script is, and nothing it sent is lost from the page', async () => {
  const from = '127.0.0.77'
  const hall = await Promise.all(
    Array.from({ length: 60 }, () => tap(STANDING_CODES.wardB, { level: '4' }, { from })),
  )
  expect(hall.filter(({ status }) => status !== 303)).toEqual([])
  const submission = randomUUID()
  const first = await tap(STANDING_CODES.wardB, { level: '5', submission }, { from })
  const script = await Promise.all(
    Array.from({ length: 80 }, (_, i) =>
      tap(STANDING_CODES.wardB, { level: '1' }, { from, headers: { 'x-forwarded-for': `203.0.113.${i}` } }),
    ),
  )
  const refused = script.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThanOrEqual(10)
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused[0]?.text).toContain('name="submission"')
  const again = await tap(STANDING_CODES.wardB, { level: '5', submission }, { from })
  expect([again.status, again.headers.location]).toEqual([303, first.headers.location])
  const elsewhere = await tap(STANDING_CODES.wardB, { level: '5' }, { from: '127.0.0.78' })
  expect(elsewhere.status).toBe(303)
})

test("no visitor's address is anywhere: database, WAL, log (P1)", () => {
  const files = readdirSync(server.city.dir).map((name) =>
    readFileSync(join(server.city.dir, name), 'latin1'),
  )
  expect(files.length).toBeGreaterThanOrEqual(2)
  for (const text of [...files, server.log()]) {
    expect(text).not.toContain('127.0.0.77')
    expect(text).not.toContain('127.0.0.78')
  }
  expect(files.some((text) => text.includes(STANDING_CODES.wardB))).toBe(true)
})

test('the log is structured and tells no code, no receipt and no word of a comment', async () => {
  const rated = await tap(STANDING_CODES.oneStop, { level: '3' })
  const receipt = rated.headers.location?.slice('/b/'.length) ?? ''
  await ask(at(`/b/${receipt}`), { form: { comment: 'chờ lâu quá' } })
  const lines = () =>
    server
      .log()
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
  await expect.poll(() => lines().some((line) => line.room === '/b' && line.status === 303)).toBe(true)
  const log = server.log()
  for (const secret of [STANDING_CODES.oneStop, receipt, 'chờ lâu']) expect(log).not.toContain(secret)
})

test('a closed office leads to its successor, and the page says so', async () => {
  await server.city.store.write(async (tx) => {
    await tx.updateTable('offices').set({ valid_to: '2025-06-30' }).where('id', '=', OFFICES.wardA).execute()
    await tx
      .insertInto('office_lineage')
      .values({
        id: 'l1',
        predecessor_id: OFFICES.wardA,
        predecessor_name: '',
        successor_id: OFFICES.wardB,
        day: '2025-07-01',
        note: '',
      })
      .execute()
  })
  const page = await ask(at(`/r/${STANDING_CODES.wardA}`))
  expect(page.status).toBe(200)
  expect(page.text).toContain('Phường Đông Kinh')
  expect(page.text).toContain('Phường Vĩnh Trại')
  const before = await ratings(OFFICES.wardB)
  await tap(STANDING_CODES.wardA, { level: '5' }, { from: '127.0.0.90' })
  expect(await ratings(OFFICES.wardB)).toBe(before + 1)
})

const ratings = async (office: string) => {
  const { n } = await server.city.store.read
    .selectFrom('responses')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('office_id', '=', office)
    .executeTakeFirstOrThrow()
  return n
}

test('slow senders are closed while good requests are answered (R11)', async () => {
  const senders = spawn(process.execPath, [
    join(import.meta.dirname, '../world/slow-senders.mjs'),
    server.address,
  ])
  let seconds = ''
  senders.stdout.on('data', (data) => {
    seconds += data
  })
  const gone = new Promise((resolve) => senders.once('exit', resolve))
  const good = await Promise.all(Array.from({ length: 20 }, () => ask(at('/healthz'))))
  expect(good.every(({ status }) => status === 200)).toBe(true)
  await gone
  const closed = seconds.trim().split('\n').map(Number)
  expect(closed).toHaveLength(100)
  expect(Math.max(...closed)).toBeLessThan(15)
}, 40_000)
