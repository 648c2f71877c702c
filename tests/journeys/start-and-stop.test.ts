import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serve } from '#tests/world/running-city.ts'
import { aSmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { ask } from '#tests/world/visitor.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/start.mjs'], {
    encoding: 'utf8',
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      PORT: '0',
      DATABASE_URL: `sqlite:${dir}/a.sqlite`,
      ...env,
    },
  })

test.each([
  [{ PORT: 'many' }, 'PORT'],
  [{ APP_ORIGIN: 'danhgia.example.vn' }, 'APP_ORIGIN'],
  [{ APP_ORIGIN: 'https://danhgia.example.vn' }, 'SECRET'],
  [{ APP_ORIGIN: 'https://a.vn', SECRET: 'x'.repeat(32), NOW: '2026-03-16T02:00:00Z' }, 'NOW'],
  [{ SECRET: 'short' }, 'SECRET'],
  [{ DATABASE_URL: 'postgres://localhost/x' }, 'DATABASE_URL'],
  [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ NOW: 'yesterday' }, 'NOW'],
])('a wrong setting %j stops the start with one line that names it', (env, name) => {
  const { status, stdout, stderr } = start(env)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(new RegExp(`^${name}`))
})

test('a file that is no database stops the start with one line', () => {
  writeFileSync(
    join(dir, 'a.sqlite'),
    'this is a text, not a database, and long enough to be looked at twice'.repeat(20),
  )
  const { status, stderr } = start({ SECRET: 'x'.repeat(32) })
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('a.sqlite')
})

test('an empty database says how to make the first administrator, and holds no demo data', async () => {
  const server = await serve(`sqlite:${dir}/a.sqlite`)
  await expect.poll(server.log).toContain('npm run admin -- add-administrator')
  expect((await ask(`${server.address}/readyz`)).text).toBe('ready\n')
  expect(await server.stop()).toBe(0)
})

test('a stop answers what is under way and keeps what was acknowledged', async () => {
  const city = await aSmallCity()
  const server = await serve(city.address)
  const form = () => ({ level: '5', submission: randomUUID(), lang: 'vi' })
  const sent = Array.from({ length: 40 }, () =>
    ask(`${server.address}/r/${STANDING_CODES.wardA}`, { form: form() }),
  )
  const settled = Promise.allSettled(sent)
  expect((await sent[0])?.status).toBe(303)
  expect(await server.stop()).toBe(0)
  const acknowledged = (await settled).filter(
    (a) => a.status === 'fulfilled' && a.value.status === 303,
  ).length
  const { n } = await city.store.read
    .selectFrom('responses')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(n).toBe(acknowledged)
  await city.close()
})
