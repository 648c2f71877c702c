import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recount } from '#app/reports/recount.server.ts'
import { NOW, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import {
  aTablet,
  auditOf,
  deviceRow,
  entriesOf,
  missingOf,
  responsesOf,
  sealed,
  type Tablet,
} from './kiosk-world.ts'

describe.each(CITIES)('entries of a tablet on $database', ({ open }) => {
  let city: SmallCity
  let tablet: Tablet
  beforeAll(async () => {
    city = await open()
  })
  beforeEach(async () => {
    city.clock.set(NOW)
    tablet = await aTablet(city)
  })
  afterEach(async () => {
    expect((await recount(city.store.read)).differences).toEqual([])
  })
  afterAll(() => city.close())

  test('are stored once each, with counts, ledger entry and receipt; sent again they get the first receipt', async () => {
    const batch = [tablet.rate(5), tablet.rate(2), tablet.rate(4)]
    const first = await tablet.results(batch)
    expect(first.map(({ status }) => status)).toEqual(['stored', 'stored', 'stored'])
    expect(first.map(({ id, hash }) => [id, hash])).toEqual(batch.map(({ id, hash }) => [id, hash]))
    city.clock.set('2026-09-16T02:00:00.000Z')
    const again = await tablet.results(batch.toReversed())
    expect(again.map(({ status }) => status)).toEqual(Array(3).fill('already_stored'))
    expect(again.map(({ receipt }) => receipt)).toEqual(first.map(({ receipt }) => receipt).reverse())
    expect(new Set(first.map(({ receipt }) => receipt)).size).toBe(3)
    const rows = await responsesOf(tablet)
    expect(rows.map((row) => row.level).sort()).toEqual([2, 4, 5])
    expect(rows[0]).toMatchObject({
      office_id: OFFICES.wardA,
      trust: 'kiosk',
      stage: 'unstated',
      channel: 'counter',
      day: '2026-03-16',
    })
    const subjects = rows.map(({ id }) => id)
    const ledger = city.store.read.selectFrom('ledger').selectAll().where('subject', 'in', subjects)
    expect(await ledger.execute()).toHaveLength(3)
  })

  test('under a known id with another hash are a conflict: the first is kept, the audit trail has one line', async () => {
    const rating = tablet.rate(5)
    await tablet.results([rating])
    const other = sealed({ ...rating, level: 1 })
    for (let times = 0; times < 3; times++) {
      const [result] = await tablet.results([other])
      expect(result).toEqual({ id: rating.id, status: 'conflict', hash: other.hash })
    }
    expect((await responsesOf(tablet)).map(({ level }) => level)).toEqual([5])
    const lines = await auditOf(tablet, 'kiosk.conflict')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]?.before ?? '')).toMatchObject({ entry: rating.id, hash: rating.hash })
    expect(JSON.parse(lines[0]?.after ?? '')).toEqual({ hash: other.hash })
    expect((await deviceRow(tablet)).conflicts).toBe(1)
  })

  test('that are refused say why, keep their number and block nothing', async () => {
    const good = [tablet.rate(5), tablet.rate(4), tablet.rate(3)]
    const bad = [
      [{ ...tablet.rate(), level: 6 }, 'bad_level'],
      [{ ...tablet.rate(), at: 'hôm nay' }, 'bad_time'],
      [{ ...tablet.rate(), at: '2026-02-30T00:00:00.000Z' }, 'bad_time'],
      [{ ...tablet.rate(), lang: 'fr' }, 'bad_language'],
      [{ ...tablet.rate(), kind: 'comment' }, 'unknown_kind'],
      [{ ...tablet.rate(), hash: 'x' }, 'bad_hash'],
      [{ ...tablet.rate(1), level: 5 }, 'bad_hash'],
      [{ ...tablet.rate(), number: 0 }, 'bad_number'],
      [{ ...tablet.rate(), phone: '0912345678' }, 'not_an_entry'],
      [{ ...tablet.rate(), id: 'x' }, 'bad_id'],
      [tablet.say(randomUUID(), ['time']), 'unknown_rating'],
      [null, 'not_an_entry'],
      ['x', 'not_an_entry'],
      [[], 'not_an_entry'],
    ] as const
    const sent = [good[0], ...bad.map(([entry]) => entry), good[1], good[2]]
    const results = await tablet.results(sent)
    expect(results.map(({ reason, status }) => reason ?? status)).toEqual([
      'stored',
      ...bad.map(([, reason]) => reason),
      'stored',
      'stored',
    ])
    for (const [at, result] of results.entries()) {
      const entry = sent[at] as { id?: string; hash?: string } | null
      expect([result.id, result.hash]).toEqual([entry?.id ?? '', entry?.hash ?? ''])
    }
    expect(await responsesOf(tablet)).toHaveLength(3)
    // The one without a readable number is missing, and nothing else.
    expect(await missingOf(tablet)).toEqual([[11, 11]])
  })

  test('refused once may still be stored, when what it speaks of has come', async () => {
    const rating = tablet.rate(1)
    const reasons = tablet.say(rating.id, ['time', 'attitude'])
    expect((await tablet.results([reasons]))[0]).toMatchObject({ reason: 'unknown_rating' })
    await tablet.results([rating])
    expect((await tablet.results([reasons]))[0]).toMatchObject({ status: 'stored' })
    expect((await entriesOf(tablet)).map(({ status }) => status)).toEqual(['stored', 'stored'])
  })

  test('of reasons amend their rating through the survey in use, once', async () => {
    const rating = tablet.rate(2)
    const reasons = tablet.say(rating.id, ['attitude', 'time', 'no-such-option'])
    const sent = await tablet.results([rating, reasons])
    expect(sent[1]).toEqual({ id: reasons.id, status: 'stored', hash: reasons.hash })
    expect((await tablet.results([reasons]))[0]).toMatchObject({ status: 'already_stored' })
    const [row] = await responsesOf(tablet)
    expect(row).toMatchObject({ revision: 1, survey_version_id: 'short-1' })
    expect(JSON.parse(row?.answers ?? '')).toEqual({ reasons: ['time', 'attitude'] })
    const none = tablet.say(rating.id, [])
    await tablet.results([none])
    const [after] = await responsesOf(tablet)
    expect(JSON.parse(after?.answers ?? '')).toEqual({ reasons: [] })
    expect(after?.revision).toBe(2)
  })

  test('of a format nobody takes are refused one by one, and stored under the right one', async () => {
    const batch = [tablet.rate(), tablet.rate()]
    for (const format of [0, 2, '1', null, {}]) {
      const results = await tablet.results(batch, null, format)
      expect(results.map(({ reason }) => reason)).toEqual(['unknown_format', 'unknown_format'])
      expect(results.map(({ hash }) => hash)).toEqual(batch.map(({ hash }) => hash))
    }
    expect((await tablet.results(batch)).map(({ status }) => status)).toEqual(['stored', 'stored'])
  })

  test('that do not follow the one before are stored, and the break is told', async () => {
    const [first, second] = [tablet.rate(), tablet.rate()]
    const broken = sealed({ ...second, previous: 'f'.repeat(64) })
    await tablet.results([first])
    expect((await tablet.results([broken]))[0]).toMatchObject({ status: 'stored' })
    const third = tablet.rate()
    // Its predecessor on the tablet was the true second one.
    expect((await tablet.results([third]))[0]).toMatchObject({ status: 'stored' })
    const lines = await auditOf(tablet, 'kiosk.chain_break')
    expect(lines.map(({ after }) => JSON.parse(after))).toEqual([{ numbers: [2] }, { numbers: [3] }])
    expect((await deviceRow(tablet)).chain_breaks).toBe(2)
  })

  test('come fifty at once and are one row', async () => {
    const rating = tablet.rate(3)
    const all = await Promise.all(Array.from({ length: 50 }, () => tablet.results([rating])))
    const statuses = all.flat().map(({ status }) => status)
    expect(statuses.filter((status) => status === 'stored')).toHaveLength(1)
    expect(statuses.filter((status) => status === 'already_stored')).toHaveLength(49)
    expect(new Set(all.flat().map(({ receipt }) => receipt)).size).toBe(1)
    expect(await responsesOf(tablet)).toHaveLength(1)
  })
})
