import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#app/calendar/day.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { contentOfResponse, ledgerHash } from '#app/ledger/ledger-entry.ts'
import { recount } from '#app/reports/recount.server.ts'
import { openStore } from '#db/connection.ts'
import type { AmendmentRow, InvitationRow, LedgerRow, ResponseRow } from '#db/schema.ts'
import { COMPLAINTS, PRAISE, SHORT_PRAISE, SUGGESTIONS } from '#scripts/demo-city/comments.ts'
import { TET } from '#scripts/demo-city/holidays.ts'
import { type AskedCity, madeCity } from './demo-city/made-city.ts'

let city: AskedCity

beforeAll(async () => {
  city = await madeCity({ ratings: 2_000 })
})

afterAll(() => city.remove())

test('it is of the size asked for, over the twelve whole months before the day', () => {
  expect(city.made).toMatchObject({
    from: '2025-11-01',
    to: '2026-10-31',
    ratings: 2_000,
    dossiers: 8_800,
    offices: 15,
  })
  expect(city.one('select count(*) from responses')).toBe(2_000)
  expect(city.one('select count(*) from dossiers')).toBe(8_800)
  expect(city.one('select count(*) from response_amendments')).toBe(city.made.amendments)
  const days = `select min(received_day) as first, max(received_day) as last from dossiers`
  expect(city.all(days)).toEqual([{ first: '2025-11-01', last: '2026-10-31' }])
  const outside = `select count(*) from responses where day not between '2025-11-01' and '2026-10-31'`
  expect(city.one(outside)).toBe(0)
  expect(city.one<string>(`select max(returned_day) from dossiers`) <= '2026-10-31').toBe(true)
  expect(city.one(`select value from settings where key = 'demo'`)).toBe('1')
})

test('the file is sound: references, constraints, indexes', () => {
  expect(city.all('pragma foreign_key_check')).toEqual([])
  expect(city.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('every count is what the rows say, and nothing is released', async () => {
  const store = openStore(`sqlite:${city.file}`)
  const { lines, differences } = await recount(store.read)
  await store.close()
  expect(lines).toBeGreaterThan(1_000)
  expect(differences).toEqual([])
  const levels = 'sum(level_1 + level_2 + level_3 + level_4 + level_5)'
  expect(city.one(`select ${levels} from level_counts`)).toBe(2_000)
  expect(city.one(`select ${levels} from monthly_level_counts`)).toBe(2_000)
  expect(city.one('select count(*) from released_level_counts')).toBe(0)
  const answered = `select count(*) from invitations i join dossiers d on d.id = i.dossier_id
    where i.status in ('answered', 'used') and d.outcome = 'returned'`
  expect(city.one('select sum(rated) from dossier_counts')).toBe(city.one(answered))
})

test('the tree is that of the file, folded names beside the spelled ones', () => {
  const rows = city.all<Record<string, string | null>>(
    'select id, name_folded, kind, parent_id, path, gso_code, valid_from, valid_to from offices order by position',
  )
  expect(rows).toHaveLength(15)
  expect(rows[0]).toMatchObject({ id: 'tp-lang-son', kind: 'city', parent_id: null, path: '/tp-lang-son/' })
  expect(rows.at(-1)).toEqual({
    id: 'x-mai-pha',
    name_folded: 'xa mai pha',
    kind: 'commune',
    parent_id: 'tp-lang-son',
    path: '/tp-lang-son/x-mai-pha/',
    gso_code: '05992',
    valid_from: '0001-01-01',
    valid_to: '9999-12-31',
  })
  expect(city.one('select count(*) from procedures')).toBe(27)
  const civil = `select count(*) from procedures p join fields f on f.id = p.field_id where f.name = 'Hộ tịch'`
  expect(city.one(civil)).toBe(13)
})

test('every counter has a standing code, the one-stop hall a tablet, placards run from 1', () => {
  const codes = city.all<InvitationRow>(
    `select * from invitations where kind = 'standing' order by placard_number`,
  )
  expect(codes.map((code) => code.placard_number)).toEqual(codes.map((_, at) => at + 1))
  expect(codes.every(({ lookup }) => readRatingCode(lookup)?.kind === 'standing')).toBe(true)
  expect(codes.filter(({ trust }) => trust === 'kiosk').map(({ office_id }) => office_id)).toEqual([
    'bpmc-tp',
  ])
  const counters = city.all<{ id: string }>('select id from counters').map(({ id }) => id)
  const served = codes.filter(({ trust }) => trust === 'open').map(({ counter_id }) => counter_id)
  expect(served.toSorted()).toEqual(counters.toSorted())
  const perOffice = city.all<{ kind: string; n: number }>(
    `select o.kind, count(c.id) as n from offices o left join counters c on c.office_id = o.id group by o.id`,
  )
  const range = { city: [0, 0], one_stop: [2, 4], department: [1, 1], ward: [2, 4], commune: [2, 4] }
  for (const { kind, n } of perOffice) {
    const [least = 0, most = 0] = range[kind as keyof typeof range]
    expect(n).toBeGreaterThanOrEqual(least)
    expect(n).toBeLessThanOrEqual(most)
  }
})

describe('ratings', () => {
  test('55% by links, 30% by standing codes, 15% at the tablet, each saying what its way in knows', () => {
    const ways = city.all(
      `select trust, stage, count(*) as n, sum(counter_id is null) as no_counter,
        sum(procedure_id is null) as no_procedure, sum(channel = 'unstated') as no_channel
       from responses group by trust, stage order by trust`,
    )
    expect(ways).toEqual([
      { trust: 'kiosk', stage: 'unstated', n: 300, no_counter: 300, no_procedure: 300, no_channel: 300 },
      { trust: 'open', stage: 'unstated', n: 600, no_counter: 0, no_procedure: 600, no_channel: 0 },
      { trust: 'verified', stage: 'return', n: 1_100, no_counter: 1_100, no_procedure: 0, no_channel: 0 },
    ])
  })

  test('one rating for each link that was answered, and nothing left that joins the two', () => {
    expect(city.one(`select count(*) from invitations where status = 'used'`)).toBe(1_100)
    expect(city.one(`select count(*) from invitations where status = 'answered'`)).toBe(0)
    expect(city.one('select count(*) from redemptions')).toBe(0)
  })

  test('Sundays, holidays and lunch are quiet', () => {
    expect(city.one(`select count(*) from responses where strftime('%w', day) = '0'`)).toBe(0)
    for (const { from, to } of TET) {
      expect(city.one('select count(*) from responses where day between ? and ?', from, to)).toBe(0)
      expect(city.one('select count(*) from dossiers where returned_day between ? and ?', from, to)).toBe(0)
    }
    const holidays = `select count(*) from dossiers where substr(received_day, 6) in ('01-01', '04-30', '05-01', '09-02')`
    expect(city.one(holidays)).toBe(0)
    const saturdays = city.one<number>(`select count(*) from responses where strftime('%w', day) = '6'`)
    expect(saturdays).toBeGreaterThan(0)
    expect(saturdays / 2_000).toBeLessThan(0.04)
    const lunch = `select count(*) from responses where strftime('%H:%M', first_at, '+7 hours') between '11:30' and '13:29'`
    expect(city.one<number>(lunch) / 2_000).toBeLessThan(0.03)
  })

  test('nobody speaks before, after or on a day that is not', () => {
    const changed = city.all<ResponseRow>('select * from responses where revision > 0')
    expect(changed.length).toBeGreaterThan(200)
    for (const { first_at, amended_at, changeable_until } of changed) {
      expect(first_at < amended_at && amended_at <= changeable_until).toBe(true)
      expect(new Date(`${dayOf(new Date(amended_at))}T00:00:00Z`).getUTCDay()).not.toBe(0)
      expect(dayOf(new Date(amended_at)) <= '2026-10-31').toBe(true)
    }
  })

  test('reasons are known ones, comments about one in seventeen and of the pool, for what was tapped first', () => {
    const reasons = city.all<{ answers: string; survey_version_id: string }>(
      `select answers, survey_version_id from responses where answers <> '{}'`,
    )
    const known = ['time', 'attitude', 'guidance', 'papers', 'visits', 'fees', 'result', 'place']
    for (const { answers, survey_version_id } of reasons) {
      const ticked = (JSON.parse(answers) as { reasons: string[] }).reasons
      expect(ticked.length).toBeGreaterThan(0)
      expect(ticked).toEqual(known.filter((id) => ticked.includes(id)))
      expect(survey_version_id).toBe('short-1')
    }
    expect(city.one(`select count(*) from responses where answers = '{}' and survey_version_id <> ''`)).toBe(
      0,
    )
    const comments = city.all<{ comment: string; level: number }>(
      `select comment, level from responses where comment <> '' and revision < 2`,
    )
    expect(comments.length / 2_000).toBeGreaterThan(0.04)
    expect(comments.length / 2_000).toBeLessThan(0.08)
    const pool = new Set([...PRAISE, ...SHORT_PRAISE, ...SUGGESTIONS, ...COMPLAINTS])
    expect(pool.size).toBeGreaterThanOrEqual(58)
    for (const { comment, level } of comments) {
      expect(pool.has(comment)).toBe(true)
      if (level === 5) expect(COMPLAINTS).not.toContain(comment)
      if (level < 3) expect(PRAISE).not.toContain(comment)
    }
  })

  test('mostly Vietnamese, some unstated, receipts all different', () => {
    expect(city.one<number>(`select avg(lang = 'vi') from responses`)).toBeGreaterThan(0.94)
    expect(city.one(`select count(distinct lang) from responses`)).toBe(3)
    expect(city.one(`select count(distinct respondent) from responses`)).toBe(3)
    expect(
      city.one('select count(distinct receipt_hash) from responses where length(receipt_hash) = 64'),
    ).toBe(2_000)
  })
})

describe('the ledger', () => {
  test('numbers without gaps, in the order of time, one entry for each rating and amendment', () => {
    const entries = city.all<LedgerRow>('select * from ledger order by sequence')
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    expect(entries.map(({ recorded_at }) => recorded_at)).toEqual(
      entries.map(({ recorded_at }) => recorded_at).toSorted(),
    )
    const amendments = entries.filter(({ kind }) => kind === 'amendment')
    expect(amendments).toHaveLength(city.made.amendments)
    expect(entries).toHaveLength(2_000 + city.made.amendments)
    expect(new Set(entries.map(({ salt }) => salt)).size).toBe(entries.length)
  })

  test('each hash is that of what the response said at that revision', () => {
    const responses = new Map(city.all<ResponseRow>('select * from responses').map((row) => [row.id, row]))
    const earlier = new Map(
      city
        .all<AmendmentRow>('select * from response_amendments')
        .map(({ response_id, replaced_at: _, ...row }) => [`${response_id} ${row.revision}`, row]),
    )
    for (const { subject, revision, salt, hash, kind } of city.all<LedgerRow>('select * from ledger')) {
      const now = responses.get(subject)
      if (!now) throw new Error(`No response ${subject}`)
      const then = { ...now, ...earlier.get(`${subject} ${revision}`) }
      expect(then.revision).toBe(revision)
      expect(kind).toBe(revision === 0 ? 'rating' : 'amendment')
      expect(ledgerHash(salt, contentOfResponse(then))).toBe(hash)
    }
  })

  test('the first tap says a level only', () => {
    const wordy = `select count(*) from response_amendments
      where revision = 0 and (comment <> '' or answers <> '{}' or survey_version_id is not null)`
    expect(city.one(wordy)).toBe(0)
    const untouched = `select count(*) from responses
      where revision = 0 and (comment <> '' or answers <> '{}' or amended_at <> '')`
    expect(city.one(untouched)).toBe(0)
  })
})

test('links rated in the last seven days may still be answered again, older ones are used up', async () => {
  const young = await madeCity({ ratings: 1_000, until: '2026-10-03' })
  const redeemed = young.all<Record<string, string>>(
    `select i.status, r.trust, r.first_at, r.procedure_id, r.channel, r.office_id, m.changeable_until,
      d.returned_at, d.procedure_id as of_procedure, d.channel as of_channel, d.office_id as of_office
     from redemptions m join invitations i on i.id = m.invitation_id
     join responses r on r.id = m.response_id join dossiers d on d.id = i.dossier_id`,
  )
  expect(redeemed.length).toBeGreaterThan(3)
  for (const { first_at = '', changeable_until = '', returned_at = '', ...row } of redeemed) {
    expect(row).toMatchObject({ status: 'answered', trust: 'verified' })
    expect([row.procedure_id, row.channel, row.office_id]).toEqual([
      row.of_procedure,
      row.of_channel,
      row.of_office,
    ])
    expect(returned_at < first_at).toBe(true)
    expect(dayOf(new Date(first_at)) >= addDays('2026-10-03', -7)).toBe(true)
    expect(Date.parse(changeable_until) - Date.parse(first_at)).toBe(7 * 86_400_000)
  }
  expect(young.one(`select count(*) from invitations where status = 'answered'`)).toBe(redeemed.length)
  const older = young.one<number>(`select count(*) from invitations where status = 'used'`)
  expect(older + redeemed.length).toBe(550)
  young.remove()
})
