import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { listedCodes, MOST_SLIPS } from '#app/invitations/slip.ts'
import { slipsAsked } from '#app/invitations/slip-form.ts'
import { slipLines, slipList } from '#app/invitations/slip-list.server.ts'
import { printSlips } from '#app/invitations/slip-print.server.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { auditOf, hoa, ORIGIN, printParts } from './placard-world.ts'

const CODES = ['H37.12-260310-0001', 'H37.12-260310-0002', 'H37.12-260310-0003'] as const
const DAY = { officeId: OFFICES.wardA, day: '2026-03-10' }

let city: SmallCity
let tokens: string[]
beforeEach(async () => {
  city = await aSmallCity()
  tokens = []
  for (const code of CODES) tokens.push(await aDossierLink(city, code, OFFICES.wardA))
})
afterEach(() => city.close())

const parts = () => ({ clock: city.clock, secret: SECRET, origin: ORIGIN })
const setLink = (code: string, change: { status: 'answered' | 'revoked' }) =>
  city.store.write((tx) => tx.updateTable('invitations').set(change).where('dossier_id', '=', code).execute())

describe('the slips of an office’s day', () => {
  test('carry the links that the dossiers already have, derived again', async () => {
    const { slips, without } = await slipList(city.store.read, parts(), DAY)
    expect(without).toEqual([])
    expect(slips.map(({ dossierCode }) => dossierCode)).toEqual(CODES)
    expect(slips.map(({ address }) => address)).toEqual(
      tokens.map((token) => `${ORIGIN}/r/${token}`.toUpperCase()),
    )
    expect(slips[0]).toMatchObject({ cityName: 'UBND thành phố', officeName: 'Phường Đông Kinh' })
  })

  test('name the last day that is good until its end', async () => {
    const [slip] = (await slipList(city.store.read, parts(), DAY)).slips
    // The link ends on 9 April at 10 in the morning.
    expect(slip?.lastDay).toBe('2026-04-08')
    city.clock.set('2026-04-08T16:00:00.000Z')
    expect((await slipList(city.store.read, parts(), DAY)).slips).toHaveLength(3)
    city.clock.set('2026-04-08T17:00:00.000Z')
    const { slips, without } = await slipList(city.store.read, parts(), DAY)
    expect([slips.length, without[0]?.why]).toEqual([0, 'expired'])
  })

  test('do not tell which dossiers have been rated', async () => {
    const before = await slipLines(city.store.read, parts(), DAY)
    await setLink(CODES[1], { status: 'answered' })
    expect(await slipLines(city.store.read, parts(), DAY)).toEqual(before)
  })

  test('another day or office has none', async () => {
    for (const request of [
      { ...DAY, day: '2026-03-11' },
      { ...DAY, officeId: OFFICES.wardB },
    ]) {
      expect(await slipList(city.store.read, parts(), request)).toEqual({ slips: [], without: [] })
    }
  })
})

describe('the slips of a list of codes', () => {
  test('keep its order, once each, and say why there is none', async () => {
    await setLink(CODES[2], { status: 'revoked' })
    const codes = [CODES[1].toLowerCase(), 'H37.12-260310-9999', CODES[2], CODES[1], CODES[0]]
    const { slips, without } = await slipList(city.store.read, parts(), { codes })
    expect(slips.map(({ dossierCode }) => dossierCode)).toEqual([CODES[1], CODES[0]])
    expect(without).toEqual([
      { dossierCode: 'H37.12-260310-9999', why: 'unknown' },
      { dossierCode: CODES[2], why: 'not_closed' },
    ])
  })

  test('a link issued under another key is not printed: it would open nothing', async () => {
    const other = { ...parts(), secret: { key: 'y'.repeat(32), number: 2 } }
    const { slips, without } = await slipList(city.store.read, other, { codes: [...CODES] })
    expect(slips).toEqual([])
    expect(without.map(({ why }) => why)).toEqual(['other_key', 'other_key', 'other_key'])
  })

  test('what a page shows of slips holds no link', async () => {
    const shown = JSON.stringify(await slipLines(city.store.read, parts(), DAY))
    for (const token of tokens) expect(shown).not.toContain(token)
  })
})

describe('printing slips', () => {
  test('gives the PDF to who asked, records how many and never a link, and stores none', async () => {
    const viewer = await hoa(city)
    const all = { ...parts(), ...printParts(city) }
    const printed = await printSlips(all, viewer, DAY)
    if (printed.kind !== 'made') throw new Error(printed.kind)
    expect(Buffer.from(printed.pdf).subarray(0, 5).toString()).toBe('%PDF-')
    const [entry, ...more] = await auditOf(city)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ action: 'slips.print', subject_kind: 'office', subject_id: OFFICES.wardA })
    expect(JSON.parse(entry?.after ?? '')).toEqual({ count: 3, day: '2026-03-10' })
    const stored = JSON.stringify(await city.store.read.selectFrom('audit_trail').selectAll().execute())
    for (const token of tokens) expect(stored).not.toContain(token)
    all.prints.close()
  })

  test('with no slip to print there is nothing to record', async () => {
    const all = { ...parts(), ...printParts(city) }
    expect(await printSlips(all, await hoa(city), { codes: ['H37.12-260310-9999'] })).toEqual({
      kind: 'none',
    })
    expect(await auditOf(city)).toEqual([])
  })
})

describe('what was asked for', () => {
  const today = '2026-03-16'
  const asked = (typed: object, byCodes = false) =>
    slipsAsked({ office: '', day: '', codes: '', ...typed }, today, byCodes)

  test('nothing is no problem, half of it is', () => {
    expect(asked({})).toEqual({ request: null, problems: [] })
    expect(asked({ office: 'p-a' }).problems).toEqual(['day'])
    expect(asked({ day: '2026-03-10' }).problems).toEqual(['office'])
    expect(asked({ office: 'p-a', day: '2026-03-17' }).problems).toEqual(['day'])
    expect(asked({ office: 'p-a', day: today }).request).toEqual({ officeId: 'p-a', day: today })
  })

  test('a pasted list is read however it is divided, within its limit', () => {
    expect(listedCodes(' A-1\r\nA-2;A-3,\tA-1 ')).toEqual(['A-1', 'A-2', 'A-3'])
    expect(asked({ codes: ' \n' }, true).problems).toEqual(['codes'])
    const many = Array.from({ length: MOST_SLIPS + 1 }, (_, at) => `A-${at}`).join('\n')
    expect(asked({ codes: many }, true).problems).toEqual(['too_many'])
    expect(asked({ codes: 'A-1' }, true).request).toEqual({ codes: ['A-1'] })
  })

  test('a printed code in its groups is read by the rating page as it was scanned', () => {
    const token = tokens[0] ?? ''
    const typed = token.replace(/(.{4})(?=.)/g, '$1-').toLowerCase()
    expect(readRatingCode(typed)).toEqual({ kind: 'dossier', token })
  })
})
