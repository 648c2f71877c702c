import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { aDossier, codeOf, OPEN, takeIn } from '#tests/app/dossiers/some-dossiers.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'
import { runScript } from './script.ts'

let city: SmallCity

beforeEach(async () => {
  city = await aSmallCity()
})

afterEach(() => city.close())

const links = (args: string[], env?: Record<string, string>) => runScript(city, 'links', args, env)
const setOne = (code: string, change: { status: 'revoked' } | { counter_id: null }) =>
  city.store.owner.updateTable('invitations').set(change).where('lookup', '=', code).execute()

test('--json is an array of every standing link and nothing else', async () => {
  await takeIn(city, aDossier())
  const { code, out, err } = await links(['--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual([
    {
      office: OFFICES.wardA,
      officeName: 'Phường Đông Kinh',
      counter: 'Quầy số 1',
      code: STANDING_CODES.wardA,
      address: `http://danhgia.example.vn/r/${STANDING_CODES.wardA}`,
    },
    expect.objectContaining({ office: OFFICES.wardB, code: STANDING_CODES.wardB }),
    expect.objectContaining({ office: OFFICES.oneStop, code: STANDING_CODES.oneStop }),
  ])
})

test('a revoked one is left out; one for a whole office has no counter', async () => {
  await setOne(STANDING_CODES.wardA, { status: 'revoked' })
  await setOne(STANDING_CODES.wardB, { counter_id: null })
  const { out } = await links(['--json'])
  expect(JSON.parse(out)).toMatchObject([
    { office: OFFICES.wardB, counter: '' },
    { office: OFFICES.oneStop, counter: 'Quầy số 1' },
  ])
})

test('without --json it is a table to read, codes in groups of four', async () => {
  const { out } = await links([])
  expect(out.split('\n')).toEqual([
    'Phường Đông Kinh           Quầy số 1  K7Q2-9FHX  http://danhgia.example.vn/r/K7Q29FHX',
    'Phường Vĩnh Trại           Quầy số 1  B4WT-N6X7  http://danhgia.example.vn/r/B4WTN6X7',
    'Bộ phận Một cửa thành phố  Quầy số 1  9ZC3-MREQ  http://danhgia.example.vn/r/9ZC3MREQ',
    '',
  ])
})

test('a new database has no links yet, and says so in JSON too', async () => {
  const fresh = { DATABASE_URL: `sqlite:${city.dir}/new.sqlite` }
  expect(await links(['--json'], fresh)).toEqual({ code: 0, out: '[]\n', err: '' })
  expect(await links([], fresh)).toEqual({ code: 0, out: '', err: '' })
})

test("--dossier prints one dossier's link again", async () => {
  await takeIn(city, aDossier(), aDossier({ code: codeOf(2), ...OPEN }))
  const address = `http://danhgia.example.vn/r/${returnLinkOf(SECRET, aDossier().code).token}`
  expect(await links(['--dossier', aDossier().code])).toEqual({ code: 0, out: `${address}\n`, err: '' })
  const typed = aDossier().code.toLowerCase().replaceAll('-', '–')
  expect((await links(['--dossier', typed])).out).toBe(`${address}\n`)
})

test('--dossier says in one line why there is no link', async () => {
  await takeIn(city, aDossier(), aDossier({ code: codeOf(2), ...OPEN }))
  const refusal = async (code: string, env?: Record<string, string>) => {
    const ran = await links(['--dossier', code], env)
    expect(ran).toMatchObject({ code: 1, out: '' })
    return ran.err
  }
  expect(await refusal(codeOf(9))).toBe(`${codeOf(9)}: there is no dossier with this code\n`)
  expect(await refusal(codeOf(2))).toBe(`${codeOf(2)}: it has no link: not returned or refused\n`)
  const other = { SECRET: 'z'.repeat(32) }
  expect(await refusal(codeOf(1), other)).toBe(`${codeOf(1)}: its link was issued under another SECRET\n`)
  await takeIn(city, aDossier(OPEN))
  expect(await refusal(codeOf(1))).toContain('it has no link')
  expect((await links(['--json', '--dossier', codeOf(1)])).err).toMatch(/^usage: /)
})
