import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { aSmallCity, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { runScript } from './script.ts'

const HEADER = 'code,office,procedure,channel,applicant,received,due,returned,outcome'
const RETURNED =
  'H37.12-260305-0001,p-a,1.001193,counter,citizen,2026-03-05T09:00,2026-03-12,2026-03-10T10:00,'
const REFUSED =
  '000.12.22.H37-260305-0002,p-b,2.000815,online,business,2026-03-05,2026-03-12,2026-03-10,refused'
const OPEN = 'H37.12-260305-0003,mot-cua,1.000894,post,citizen,2026-03-05,2026-03-12,,open'

let city: SmallCity

beforeEach(async () => {
  city = await aSmallCity()
})

afterEach(() => city.close())

function fileOf(...lines: string[]): string {
  const path = join(city.dir, 'dossiers.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}

const takeIn = (args: string[], env?: Record<string, string>) => runScript(city, 'dossiers', args, env)

const stored = async () => {
  const rows = await city.store.read
    .selectFrom('dossiers')
    .select(['code', 'outcome'])
    .orderBy('code')
    .execute()
  return rows.map(({ code, outcome }) => `${code} ${outcome}`)
}

test('says in one line what it did, and does nothing twice', async () => {
  const file = fileOf(HEADER, RETURNED, REFUSED, OPEN)
  expect(await takeIn([file])).toEqual({
    code: 0,
    out: `${file}: 3 added, 0 changed, 0 unchanged\n`,
    err: '',
  })
  expect(await stored()).toEqual([
    '000.12.22.H37-260305-0002 refused',
    'H37.12-260305-0001 returned',
    'H37.12-260305-0003 open',
  ])
  fileOf(HEADER, RETURNED, REFUSED, OPEN.replace(',,open', ',2026-03-16T08:59,'))
  expect((await takeIn([file])).out).toBe(`${file}: 0 added, 1 changed, 2 unchanged\n`)
})

test('one bad line: each problem on its line, exit 1, nothing stored', async () => {
  const bad = RETURNED.replace('citizen', 'Nguyễn Văn A').replace('-0001', '-0009').replace('p-a', 'p-z')
  const file = fileOf(HEADER, RETURNED, bad, RETURNED)
  expect(await takeIn([file])).toEqual({
    code: 1,
    out: '',
    err: [
      'line 3: office: no office has this id: p-z',
      'line 3: applicant: must be one of citizen, business (never a name)',
      'line 4: code: the same code as on line 2',
      `${file}: nothing was taken in`,
      '',
    ].join('\n'),
  })
  expect(await stored()).toEqual([])
})

test('every reason is a sentence of its own, without an empty end', async () => {
  const strange = RETURNED.replace('p-a', 'Phường A').replace('1.001193', 'Khai sinh')
  const file = fileOf(HEADER, strange)
  expect((await takeIn([file])).err.split('\n').slice(0, 2)).toEqual([
    'line 2: office: no office has this id',
    'line 2: procedure: no procedure has this code',
  ])
})

test('an unknown column is named and refused', async () => {
  const file = fileOf(`${HEADER},họ tên`, `${RETURNED},Nguyễn Văn A`)
  const { code, err } = await takeIn([file])
  expect(code).toBe(1)
  expect(err).toContain('line 1: unknown column "họ tên"')
  expect(err).not.toContain('Nguyễn')
})

test('prints the link of each returned or refused dossier for its slip', async () => {
  const file = fileOf(HEADER, RETURNED, OPEN, REFUSED)
  const { code, out, err } = await takeIn([file, '--links'])
  const slip = (dossier: string) =>
    `${dossier}\thttp://danhgia.example.vn/r/${returnLinkOf(SECRET, dossier).token}\n`
  expect(code).toBe(0)
  expect(out).toBe(slip('H37.12-260305-0001') + slip('000.12.22.H37-260305-0002'))
  expect(err).toBe(`${file}: 3 added, 0 changed, 0 unchanged\n`)
  expect((await takeIn(['--links', file])).out).toBe(out)
})

test('does not print a link that another secret made', async () => {
  const file = fileOf(HEADER, RETURNED)
  await takeIn([file])
  const { code, out, err } = await takeIn([file, '--links'], { SECRET: 'z'.repeat(32) })
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toContain('H37.12-260305-0001: its link was issued under another SECRET')
})

test('a missing file, a wrong use and a wrong setting are one line each', async () => {
  const missing = join(city.dir, 'missing.csv')
  expect(await takeIn([missing])).toEqual({ code: 1, out: '', err: `${missing}: there is no such file\n` })
  expect(await takeIn([city.dir])).toEqual({ code: 1, out: '', err: `${city.dir}: there is no such file\n` })
  const usage = 'usage: npm run dossiers -- FILE.csv [--links]\n'
  expect(await takeIn([])).toEqual({ code: 1, out: '', err: usage })
  expect((await takeIn(['a.csv', '--lnks'])).err).toBe(usage)
  const wrong = await takeIn([fileOf(HEADER)], { DATABASE_URL: 'mysql:city' })
  expect(wrong).toEqual({ code: 1, out: '', err: 'DATABASE_URL: must be sqlite:PATH\n' })
})

test('makes and migrates a new database first', async () => {
  const file = fileOf(HEADER, RETURNED)
  const path = join(city.dir, 'new', 'city.sqlite')
  const { code, err } = await takeIn([file], { DATABASE_URL: `sqlite:${path}` })
  expect(code).toBe(1)
  expect(err).toContain('line 2: office: no office has this id: p-a')
  expect(existsSync(path)).toBe(true)
})
