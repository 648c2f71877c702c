import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patterns, publicOfficePath } from '#app/paths.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'
import { OFFICES } from '#tests/world/small-city.ts'

let server: RunningCity
beforeAll(async () => {
  server = await aRunningCity({ NOW: '2026-03-16T02:00:00.000Z' })
  await server.city.store.write(async (tx) => {
    const none = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }
    const at = (month: string, office_id: string, level_5: number) =>
      ({
        ...none,
        month,
        office_id,
        trust: 'open',
        stage: 'unstated',
        respondent: 'unstated',
        level_5,
      }) as const
    await tx
      .insertInto('monthly_level_counts')
      .values([
        at('2026-02', OFFICES.wardA, 417),
        at('2026-02', OFFICES.wardB, 3),
        at('2026-02', OFFICES.oneStop, 21),
        at('2026-03', OFFICES.wardA, 777),
      ])
      .execute()
  })
}, 60_000)
afterAll(() => server.stop())

const seen = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { headers: { 'accept-language': 'vi', ...headers } })

test('settled months only, without a session or script, for shared caches', async () => {
  const answer = await seen(patterns.publicResults)
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('417')
  expect(html).not.toContain('777')
  expect(html).not.toMatch(/<script|style="/)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(answer.headers.get('vary')).toContain('Cookie')
})

test.each([patterns.publicResults, patterns.publicResultsCsv, patterns.publicResultsJson])(
  '%s answers 304 to who has it',
  async (path) => {
    const tag = (await seen(path)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/".{22}"$/)
    const again = await seen(path, { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await seen(path, { 'if-none-match': '"other"' })).status).toBe(200)
  },
)

test('the office page, its small neighbour hidden with its complement, and an office that is none', async () => {
  expect(await (await seen(publicOfficePath(OFFICES.wardA))).text()).toContain('417')
  const small = await (await seen(publicOfficePath(OFFICES.wardB))).text()
  expect(small).toContain('Không hiện: dưới 10')
  expect((await seen('/cong-khai/nowhere')).status).toBe(404)
  const csv = await (await seen(patterns.publicResultsCsv)).text()
  const february = csv.split('\r\n').filter((line) => line.startsWith('2026-02'))
  const states = february.map((line) => line.split(';').slice(2, 3).concat(line.split(';').slice(5, 7)))
  expect(states).toEqual([
    [OFFICES.city, 'shown', '441'],
    [OFFICES.wardA, 'shown', '417'],
    [OFFICES.wardB, 'hidden', ''],
    [OFFICES.oneStop, 'hidden', ''],
  ])
})

test('a switch of the language is nobody else’s to keep, and nothing can be sent', async () => {
  const switched = await seen(`${patterns.publicResults}?lang=en`)
  expect(switched.headers.get('cache-control')).toBe('private, no-cache')
  expect(switched.headers.get('set-cookie')).toContain('=en')
  const origin = server.address
  const sent = await fetch(origin + patterns.publicResults, { method: 'POST', headers: { origin } })
  expect([403, 405]).toContain(sent.status)
})

test('packed and plain are the same page', async () => {
  const { publicAnswer } = await import('#app/http/public-answer.server.ts')
  const plain = Buffer.from('<p>Kết quả</p>')
  const { gzipSync } = await import('node:zlib')
  const kept = { plain, gzip: gzipSync(plain), tag: '"t"' }
  const request = new Request('http://localhost/', { headers: { 'accept-encoding': 'gzip' } })
  const answer = publicAnswer(request, kept, new Headers())
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer()))).toEqual(plain)
})
