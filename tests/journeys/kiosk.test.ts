import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeDevice } from '#app/kiosk/change-device.server.ts'
import {
  type HeartbeatRequest,
  KIOSK_API,
  type PairAnswer,
  type RatingsAnswer,
} from '#app/kiosk/kiosk-api.ts'
import { updateDevice } from '#db/queries/kiosk-devices.ts'
import { administratorOf, codeAt, Tablet } from '#tests/app/kiosk/kiosk-world.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'
import { COUNTERS, NOW, STANDING_CODES } from '#tests/world/small-city.ts'
import { ask } from '#tests/world/visitor.ts'

const FROM = '127.0.0.77'

let server: RunningCity
beforeAll(async () => {
  server = await aRunningCity({ NOW, APP_ORIGIN: 'http://danhgia.example.vn' })
})
afterAll(() => server.stop())

const JSON_TYPE = { 'content-type': 'application/json' }

function send(path: string, body: unknown, credential = '', from = FROM) {
  const authorization = credential ? { authorization: `Bearer ${credential}` } : {}
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return ask(server.address + path, { body: text, headers: { ...JSON_TYPE, ...authorization }, from })
}

/** Each from an address of its own, so that guesses of one test do not count in another. */
let addresses = 0
const someAddress = () => `127.0.1.${++addresses}`

async function paired(counter: string = COUNTERS.wardA, more: object = {}): Promise<Tablet> {
  const asked = { code: await codeAt(server.city, counter), app_version: '1.0.0', ...more }
  const answer = await send(KIOSK_API.pair, asked, '', someAddress())
  expect(answer.status, answer.text).toBe(200)
  return new Tablet(server.city, JSON.parse(answer.text) as PairAnswer)
}

const ratingsOf = async (tablet: Tablet, entries: unknown[]) => {
  const answer = await send(KIOSK_API.ratings, { format: 1, entries }, tablet.credential)
  expect(answer.status, answer.text).toBe(200)
  return JSON.parse(answer.text) as RatingsAnswer
}

const problem = ({ status, text, headers }: Awaited<ReturnType<typeof send>>) => {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(JSON.parse(text)).toMatchObject({ status, title: expect.any(String), type: 'about:blank' })
  return [status, JSON.parse(text).code]
}

const beatOf = (tablet: Tablet): HeartbeatRequest => ({
  ...{ now: NOW, offset_ms: 0, app_version: '1.0.1', last_number: tablet.lastNumber },
  ...{ waiting: 0, refused: 0, storage: 'ok', ring: 0, battery: { percent: 80, charging: true } },
})

test('a tablet is paired, rates, says how it is, and reads back what the contract says', async () => {
  const tablet = await paired()
  expect(tablet.credential).toMatch(/^[\w-]{43}$/)
  expect([tablet.lastNumber, tablet.settings.office.vi]).toEqual([0, 'Phường Đông Kinh'])
  expect(tablet.settings).toMatchObject({
    counter: { vi: 'Quầy số 1' },
    placard_number: 1,
    levels: { 5: { vi: 'Rất hài lòng', en: 'Very satisfied' } },
    share: null,
    phone: { address: `HTTP://DANHGIA.EXAMPLE.VN/R/${STANDING_CODES.wardA}` },
  })
  expect(tablet.settings.reasons?.options.map(({ id }) => id)).toContain('attitude')
  const rating = tablet.rate(4)
  const { results } = await ratingsOf(tablet, [rating])
  expect(results).toEqual([
    { id: rating.id, status: 'stored', hash: rating.hash, receipt: expect.stringMatching(/^[0-9A-Z]{12}$/) },
  ])
  expect((await ratingsOf(tablet, [rating])).results[0]).toEqual({ ...results[0], status: 'already_stored' })
  const receipt = await ask(`${server.address}/b/${results[0]?.receipt}`)
  expect([receipt.status, receipt.text]).toEqual([200, expect.stringContaining('Hài lòng')])
  const heard = await send(KIOSK_API.heartbeat, beatOf(tablet), tablet.credential)
  expect(heard.status).toBe(200)
  expect(JSON.parse(heard.text).settings).toEqual(tablet.settings)
  expect(Math.abs(Date.parse(JSON.parse(heard.text).server_time) - Date.parse(NOW))).toBeLessThan(120_000)
})

test('a code pairs one tablet, is typed as one likes, and ends', async () => {
  const code = await codeAt(server.city)
  const asked = (typed: string) => send(KIOSK_API.pair, { code: typed, app_version: '1' }, '', someAddress())
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
  expect((await asked(typed)).status).toBe(200)
  expect(problem(await asked(code))).toEqual([403, 'wrong_code'])
  const old = await codeAt(server.city)
  await codeAt(server.city)
  expect(problem(await asked(old))).toEqual([403, 'wrong_code'])
  server.city.clock.set('2026-03-16T01:45:00.000Z')
  const over = await codeAt(server.city)
  server.city.clock.set(NOW)
  expect(problem(await asked(over))).toEqual([403, 'wrong_code'])
})

test('guessing codes from one address ends soon, and from another one goes on', async () => {
  const guess = (from: string) => send(KIOSK_API.pair, { code: 'K7Q29FHX', app_version: '1' }, '', from)
  const from = someAddress()
  const answers = await Promise.all(Array.from({ length: 12 }, () => guess(from)))
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(10)
  const late = answers.filter(({ status }) => status === 429)
  expect(late.map(problem)).toEqual([
    [429, 'too_many'],
    [429, 'too_many'],
  ])
  expect(Number(late[0]?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await guess(someAddress())).status).toBe(403)
})

test('an unknown, a revoked and an expired credential are told apart, and record nothing', async () => {
  const { store, clock } = server.city
  const [revoked, expired] = [await paired(), await paired()]
  await revokeDevice({ store, clock }, await administratorOf(server.city), revoked.device)
  const long = new Date(Date.parse(NOW) - 91 * 86_400_000).toISOString()
  await store.write((tx) => updateDevice(tx, expired.device, { last_heard_at: long }))
  const as = async (tablet: Tablet, credential = tablet.credential) => {
    const body = { format: 1, entries: [tablet.rate()] }
    const answers = [
      await send(KIOSK_API.ratings, body, credential),
      await send(KIOSK_API.heartbeat, beatOf(tablet), credential),
    ]
    return answers.map(problem)
  }
  expect(await as(revoked)).toEqual(Array(2).fill([401, 'revoked']))
  expect(await as(expired)).toEqual(Array(2).fill([401, 'expired']))
  expect(await as(revoked, 'x'.repeat(43))).toEqual(Array(2).fill([401, 'unknown']))
  expect(await as(revoked, '')).toEqual(Array(2).fill([401, 'unknown']))
})

describe('a tablet that is paired again', () => {
  test('at its counter goes on as the device it was, and sends what waits', async () => {
    const tablet = await paired()
    const [sent, waits] = [tablet.rate(), tablet.rate()]
    await ratingsOf(tablet, [sent])
    const { store, clock } = server.city
    await revokeDevice({ store, clock }, await administratorOf(server.city), tablet.device)
    const own = { device: tablet.device, next_number: 3, waiting: 1 }
    const again = await paired(COUNTERS.wardA, own)
    expect([again.device, again.lastNumber]).toEqual([tablet.device, 2])
    expect(again.credential).not.toBe(tablet.credential)
    expect((await ratingsOf(again, [waits])).results[0]?.status).toBe('stored')
    expect(problem(await send(KIOSK_API.heartbeat, beatOf(tablet), tablet.credential))).toEqual([
      401,
      'unknown',
    ])
  })

  test('and was wiped goes on after the last number known, with its hash', async () => {
    const tablet = await paired()
    const [first, last] = [tablet.rate(), tablet.rate()]
    await ratingsOf(tablet, [first, last])
    const again = await paired(COUNTERS.wardA, { device: tablet.device, next_number: 1, waiting: 0 })
    expect(again.lastNumber).toBe(2)
    expect(again.rate().previous).toBe(last.hash)
  })

  test('at another counter is another device, and only when nothing waits', async () => {
    const tablet = await paired()
    const code = await codeAt(server.city, COUNTERS.oneStop)
    const asked = { code, app_version: '1', device: tablet.device, next_number: 4 }
    const refused = await send(KIOSK_API.pair, { ...asked, waiting: 3 }, '', someAddress())
    expect(problem(refused)).toEqual([409, 'entries_waiting'])
    const moved = await send(KIOSK_API.pair, { ...asked, waiting: 0 }, '', someAddress())
    expect([moved.status, JSON.parse(moved.text).first_number]).toEqual([200, 1])
    expect(JSON.parse(moved.text).device).not.toBe(tablet.device)
  })
})

describe('what is no batch', () => {
  test('is a problem that removes nothing from a queue', async () => {
    const tablet = await paired()
    const to = (body: unknown) => send(KIOSK_API.ratings, body, tablet.credential)
    expect(problem(await to('{"format":1,'))).toEqual([400, 'not_json'])
    expect(problem(await to('[]'))).toEqual([400, 'bad_request'])
    expect(problem(await to({ format: 1, entries: {} }))).toEqual([400, 'bad_request'])
    const many = Array.from({ length: 51 }, () => tablet.rate())
    expect(problem(await to({ format: 1, entries: many }))).toEqual([400, 'too_many_entries'])
    expect((await ratingsOf(tablet, many.slice(0, 50))).results).toHaveLength(50)
    const authorization = `Bearer ${tablet.credential}`
    const asForm = { form: { entries: '[]' }, headers: { authorization } }
    expect(problem(await ask(server.address + KIOSK_API.ratings, asForm))).toEqual([400, 'not_json'])
    for (const path of Object.values(KIOSK_API)) {
      const read = await ask(server.address + path)
      expect([...problem(read), read.headers.allow]).toEqual([405, 'method', 'POST'])
    }
    const foreign = { ...JSON_TYPE, authorization, origin: 'https://evil.example' }
    const crossed = { body: '{}', headers: foreign }
    expect(problem(await ask(server.address + KIOSK_API.ratings, crossed))).toEqual([403, 'forbidden'])
  })

  test('of more than 64 KB is refused, whether it says its length or not; of less it is read', async () => {
    const tablet = await paired()
    const body = (bytes: number) => {
      const around = JSON.stringify({ format: 1, entries: [], pad: '' }).length
      return JSON.stringify({ format: 1, entries: [], pad: 'x'.repeat(bytes - around) })
    }
    const fits = await send(KIOSK_API.ratings, body(64 * 1024), tablet.credential)
    expect([fits.status, fits.text]).toEqual([200, '{"results":[]}'])
    const large = await send(KIOSK_API.ratings, body(64 * 1024 + 1), tablet.credential)
    expect(problem(large)).toEqual([413, 'too_large'])
    expect(await chunked(body(100_000), tablet.credential)).toMatch(/^HTTP\/1\.1 413 /)
  })
})

/** The first line of the answer to a body that does not say its length. */
function chunked(body: string, credential: string): Promise<string> {
  const { port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST ${KIOSK_API.ratings} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${credential}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      )
      socket.write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
    })
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })
}

test('limits are by device, not by address: one that floods waits, its neighbour does not', async () => {
  const [flooding, calm] = [await paired(), await paired(COUNTERS.wardB)]
  const empty = { format: 1, entries: [] }
  const answers = await Promise.all(
    Array.from({ length: 80 }, () => send(KIOSK_API.ratings, empty, flooding.credential)),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(60)
  expect(statuses).toContain(429)
  expect((await ratingsOf(calm, [calm.rate()])).results[0]?.status).toBe('stored')
})

test('no address of a tablet is kept or logged (P1)', () => {
  const { dir } = server.city
  const files = readdirSync(dir).map((name) => readFileSync(join(dir, name)))
  expect(files.length).toBeGreaterThan(0)
  for (const bytes of [...files, Buffer.from(server.log())]) {
    expect(bytes.includes(FROM)).toBe(false)
    expect(bytes.includes('127.0.1.')).toBe(false)
  }
})
