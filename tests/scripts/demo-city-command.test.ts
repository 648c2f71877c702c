import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookupOf } from '#app/invitations/rating-code.ts'
import { linkToken } from '#app/invitations/secret.ts'
import { openSqlite } from '#db/dialects/sqlite.ts'
import { asked } from './demo-city/made-city.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'demo-city-command-'))
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

const root = resolve(import.meta.dirname, '../..')

function demoCity(words: string[], env: Record<string, string> = {}) {
  const settings = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH ?? '',
    DATABASE_URL: `sqlite:${join(dir, 'set.sqlite')}`,
    ...env,
  }
  const command = [join(root, 'scripts/demo-city.ts'), ...words]
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, command, { cwd: root, env: settings }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

const SMALL = ['--ratings', '60', '--until', '2026-11-22']

test('makes the city in the set database, tells what it made in one line', async () => {
  const { code, out } = await demoCity(SMALL)
  expect(code).toBe(0)
  expect(out).toMatch(
    /^Made 60 ratings and 264 dossiers of 15 offices, 2025-11-01 to 2026-10-31, seed 1, in .+set\.sqlite in \d+\.\d s\n$/,
  )
  expect(asked(join(dir, 'set.sqlite')).one('select count(*) from responses')).toBe(60)
})

test('--out makes a file apart; without SECRET the same seed gives the same file, its key beside it', async () => {
  const [one, two] = [join(dir, 'one.sqlite'), join(dir, 'two.sqlite')]
  await demoCity([...SMALL, '--out', one])
  await demoCity([...SMALL, '--out', two])
  expect(asked(two).digest()).toBe(asked(one).digest())
  expect(existsSync(join(dir, 'set.sqlite'))).toBe(false)
  const key = readFileSync(`${one}.secret`, 'utf8')
  expect(key).toMatch(/^demo-[0-9a-f]{64}$/)
  expect(statSync(`${one}.secret`).mode & 0o777).toBe(0o600)
  expect(linkOf(one)).toBe(true)
  await demoCity([...SMALL, '--seed', '2', '--out', join(dir, 'three.sqlite')])
  expect(readFileSync(join(dir, 'three.sqlite.secret'), 'utf8')).not.toBe(key)
})

/** Whether the key beside a file derives the link of one of its dossiers. */
function linkOf(file: string, key = readFileSync(`${file}.secret`, 'utf8')): boolean {
  const city = asked(file)
  const code = city.one<string>(
    `select d.code from dossiers d join invitations i on i.dossier_id = d.id limit 1`,
  )
  const lookup = lookupOf({ kind: 'dossier', token: linkToken({ key, number: 1 }, code, 'return', 1) })
  return city.one('select count(*) from invitations where lookup = ?', lookup) === 1
}

test('links are made with SECRET where it is set, and with the key that lies there', async () => {
  const [set, lying] = [join(dir, 'set-key.sqlite'), join(dir, 'lying.sqlite')]
  await demoCity([...SMALL, '--out', set], { SECRET: 's'.repeat(40) })
  expect(existsSync(`${set}.secret`)).toBe(false)
  expect(linkOf(set, 's'.repeat(40))).toBe(true)
  writeFileSync(`${lying}.secret`, 'k'.repeat(64))
  await demoCity([...SMALL, '--out', lying])
  expect(linkOf(lying, 'k'.repeat(64))).toBe(true)
})

test('the day is that of the set clock unless --until names another', async () => {
  const { out } = await demoCity(['--ratings', '20'], { NOW: '2026-02-28T20:00:00Z' })
  expect(out).toContain('2025-03-01 to 2026-02-28')
})

test('a file that holds offices is refused in one line, and gets no key', async () => {
  const file = join(dir, 'set.sqlite')
  await demoCity(SMALL)
  rmSync(`${file}.secret`)
  const before = asked(file).digest()
  expect(await demoCity(SMALL)).toEqual({
    code: 1,
    out: '',
    err: `The database ${file} already holds 15 offices.\n`,
  })
  expect(asked(file).digest()).toBe(before)
  expect(existsSync(`${file}.secret`)).toBe(false)
})

test.each([
  [['--ratings', 'many'], '--ratings must be a whole number from 1 to 10000000\n'],
  [['--until', 'today'], '--until must be a day from 2001-01-01 to 2099-12-31, written yyyy-MM-dd\n'],
  [['--size', '5'], "Unknown option '--size'\n"],
])('%j is refused in one line before anything is written', async (words, err) => {
  expect(await demoCity(words)).toEqual({ code: 1, out: '', err })
  expect(existsSync(join(dir, 'set.sqlite'))).toBe(false)
})

test('a file that is no database, or that somebody has open, is refused in one line', async () => {
  const text = join(dir, 'text.sqlite')
  writeFileSync(text, 'hồ sơ'.repeat(2_000))
  expect(await demoCity([...SMALL, '--out', text])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^The database .+ cannot be \w+: .+\n$/),
  })
  const open = openSqlite(join(dir, 'set.sqlite'), 'write')
  open.exec('create table held (id text)')
  const { code, err } = await demoCity(SMALL)
  open.close()
  expect({ code, err }).toEqual({
    code: 1,
    err: `The database ${join(dir, 'set.sqlite')} is in use: stop what has it open first.\n`,
  })
})
