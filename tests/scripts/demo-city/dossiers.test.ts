import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#app/calendar/day.ts'
import { readDossierCode } from '#app/dossiers/dossier-code.ts'
import { lookupOf } from '#app/invitations/rating-code.ts'
import { linkToken } from '#app/invitations/secret.ts'
import type { DossierRow, InvitationRow } from '#db/schema.ts'
import { type AskedCity, madeCity, SECRET, UNTIL } from './made-city.ts'

let city: AskedCity

beforeAll(async () => {
  city = await madeCity({ ratings: 2_000 })
})

afterAll(() => city.remove())

const dossiers = () => city.all<DossierRow>('select * from dossiers')

test('their codes are real ones, numbered by office and day in the order they came', () => {
  const numbers = new Map<string, { serial: number; receivedAt: string }>()
  for (const { code, received_day, received_at } of dossiers()) {
    expect(readDossierCode(code, UNTIL)).toEqual({ code })
    const [agency, day, serial = ''] = code.split('-')
    expect(day).toBe(received_day.slice(2).replaceAll('-', ''))
    const before = numbers.get(`${agency}-${day}`) ?? { serial: 0, receivedAt: '' }
    expect(Number(serial)).toBe(before.serial + 1)
    expect(received_at >= before.receivedAt).toBe(true)
    numbers.set(`${agency}-${day}`, { serial: Number(serial), receivedAt: received_at })
  }
})

test('days are those of their instants, and one follows from the other', () => {
  for (const row of dossiers()) {
    expect(dayOf(new Date(row.received_at))).toBe(row.received_day)
    expect(dayOf(new Date(row.due_at))).toBe(row.due_day)
    expect(row.received_day <= row.due_day).toBe(true)
    const closed = row.outcome === 'returned' || row.outcome === 'refused'
    expect(row.returned_at === '').toBe(!closed)
    if (closed) {
      expect(dayOf(new Date(row.returned_at))).toBe(row.returned_day)
      expect(row.received_at < row.returned_at).toBe(true)
    }
    expect(row.on_time).toBe(Number(closed && row.returned_day <= row.due_day))
  }
})

test('they come and go in working hours only', () => {
  const minute = (at: string) => {
    const [hour = 0, minutes = 0] = at.slice(11, 16).split(':').map(Number)
    return (hour + 7) * 60 + minutes
  }
  const times = dossiers().flatMap(({ received_at, returned_at }) => [received_at, returned_at])
  const minutes = times.filter(Boolean).map(minute)
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(450)
  expect(Math.max(...minutes)).toBeLessThan(1_020)
  const lunch = minutes.filter((at) => at >= 690 && at < 810).length
  expect(lunch / minutes.length).toBeLessThan(0.012)
})

test('some are refused, withdrawn or open; the offices that handle nothing have none', () => {
  const shares = new Map(
    city
      .all<{ outcome: string; n: number }>('select outcome, count(*) as n from dossiers group by outcome')
      .map(({ outcome, n }) => [outcome, n / 8_800]),
  )
  expect(shares.get('returned')).toBeGreaterThan(0.95)
  for (const outcome of ['refused', 'withdrawn', 'open']) {
    expect(shares.get(outcome)).toBeGreaterThan(0.004)
    expect(shares.get(outcome)).toBeLessThan(0.03)
  }
  const idle = `select count(*) from dossiers where office_id in ('tp-lang-son', 'van-phong', 'van-hoa-thong-tin')`
  expect(city.one(idle)).toBe(0)
  const fields = `select distinct f.name from dossiers d join procedures p on p.id = d.procedure_id
    join fields f on f.id = p.field_id where d.office_id = 'tai-chinh-ke-hoach'`
  expect(city.all(fields)).toEqual([{ name: 'Hộ kinh doanh' }])
})

test('each returned or refused one has its link, derived from its code; no other has', () => {
  const links = city.all<InvitationRow & { code: string; outcome: string; returned_at: string }>(
    `select i.*, d.code, d.outcome, d.returned_at from invitations i join dossiers d on d.id = i.dossier_id`,
  )
  const closed = `select count(*) from dossiers where outcome in ('returned', 'refused')`
  expect(links).toHaveLength(city.one<number>(closed))
  for (const link of links) {
    const token = linkToken(SECRET, link.code, 'return', 1)
    expect(link.lookup).toBe(lookupOf({ kind: 'dossier', token }))
    expect(['returned', 'refused']).toContain(link.outcome)
    expect(link.valid_from).toBe(link.returned_at)
    expect(Date.parse(link.valid_to) - Date.parse(link.valid_from)).toBe(30 * 86_400_000)
  }
  const one = links[0]
  expect(one).toMatchObject({ stage: 'return', trust: 'verified', issue_number: 1, key_number: 1 })
  expect(one).toMatchObject({ counter_id: null, placard_number: 0 })
})
