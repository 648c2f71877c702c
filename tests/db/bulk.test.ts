import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database as SqliteDatabase } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BulkInsert, fillFile } from '#db/bulk.ts'
import { openStore } from '#db/connection.ts'
import { openSqlite, StoreRefused } from '#db/dialects/sqlite.ts'
import { migrate } from '#db/migrate.ts'
import { listOffices } from '#db/queries/offices.ts'
import type { CounterRow, InvitationRow, OfficeRow, Schema } from '#db/schema.ts'

let dir: string
let file: string

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bulk-'))
  file = join(dir, 'city.sqlite')
  const store = openStore(`sqlite:${file}`)
  await migrate(store.owner, store.differences)
  expect(await listOffices(store.read)).toEqual([])
  await store.close()
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

function look<T>(question: (db: SqliteDatabase) => T): T {
  const db = openSqlite(file, 'read')
  try {
    return question(db)
  } finally {
    db.close()
  }
}

const rows = <Name extends keyof Schema>(table: Name) =>
  look((db) => db.prepare(`select * from ${table} order by rowid`).all() as Schema[Name][])

const indexes = () =>
  look((db) =>
    db.prepare(`select name, tbl_name, sql from sqlite_master where type = 'index' order by name`).all(),
  )

const anOffice = (number: number): OfficeRow => ({
  id: `p-${number}`,
  name: `Phường ${number}`,
  name_folded: `phuong ${number}`,
  kind: 'ward',
  parent_id: null,
  path: `/p-${number}/`,
  position: number,
  gso_code: '',
  outside_authority: 0,
  valid_from: '0001-01-01',
  valid_to: '9999-12-31',
})

const aCounter = (number: number, office: number): CounterRow => ({
  id: `q-${number}`,
  office_id: `p-${office}`,
  name: `Quầy ${number}`,
  position: number,
  valid_from: '0001-01-01',
  valid_to: '9999-12-31',
})

const offices = (count: number) => Array.from({ length: count }, (_, at) => anOffice(at + 1))

test.each([0, 1, 63, 64, 65, 1_000])('%i rows arrive whole and in order', (count) => {
  const given = offices(count)
  fillFile(file, (filling) => {
    const into = filling.into('offices')
    for (const office of given) into.add(office)
  })
  expect(rows('offices')).toEqual(given)
})

test('rows reach their table in batches, the rest with the flush', () => {
  const db = openSqlite(file, 'write')
  const insert = new BulkInsert(db, 'offices')
  const stored = () => db.prepare('select count(*) from offices').pluck().get()
  for (const office of offices(100)) insert.add(office)
  expect(stored()).toBe(64)
  insert.flush()
  expect(stored()).toBe(100)
  insert.flush()
  expect(stored()).toBe(100)
  insert.add(anOffice(101))
  insert.flush()
  expect(stored()).toBe(101)
  db.close()
})

test('nulls, marks and quotation marks are stored as given', () => {
  const office = { ...anOffice(1), name: `"Phường" 'Đông Kinh'; drop table offices` }
  fillFile(file, (filling) => filling.into('offices').add(office))
  expect(rows('offices')).toEqual([office])
})

test('what the filling answers comes back', () => {
  expect(fillFile(file, () => 42)).toBe(42)
})

test('one table has one way in', () => {
  const twice = () =>
    fillFile(file, (filling) => {
      filling.into('offices')
      filling.into('offices')
    })
  expect(twice).toThrow('offices is being filled already')
})

test('rows may come before those they refer to', () => {
  fillFile(file, (filling) => {
    const counters = filling.into('counters')
    const wards = filling.into('offices')
    for (let at = 1; at <= 200; at++) counters.add(aCounter(at, at))
    for (const office of offices(200)) wards.add(office)
  })
  expect(rows('counters')).toHaveLength(200)
  expect(look((db) => db.pragma('foreign_key_check'))).toEqual([])
})

const fillOffices = (count: number) =>
  fillFile(file, (filling) => {
    const into = filling.into('offices')
    for (const office of offices(count)) into.add(office)
  })

test('afterwards the file is as any other: its indexes, WAL, references and uniqueness checked', () => {
  const before = indexes()
  fillOffices(10)
  expect(before.length).toBeGreaterThan(20)
  expect(indexes()).toEqual(before)
  expect(look((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
  expect(look((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
  const db = openSqlite(file, 'write')
  const insert = (counter: CounterRow) => {
    const late = new BulkInsert(db, 'counters')
    late.add(counter)
    late.flush()
  }
  expect(() => insert(aCounter(1, 11))).toThrow('FOREIGN KEY constraint failed')
  insert(aCounter(1, 10))
  expect(() => insert(aCounter(1, 9))).toThrow('UNIQUE constraint failed')
  db.close()
})

test('the planner knows the tables afterwards', () => {
  fillOffices(500)
  const known = look((db) => db.prepare(`select stat from sqlite_stat1 where tbl = 'offices'`).pluck().all())
  expect(known.length).toBeGreaterThan(0)
  expect(known.every((stat) => String(stat).startsWith('500 '))).toBe(true)
})

test('a fault leaves the file as it was', () => {
  fillOffices(3)
  const before = { offices: rows('offices'), indexes: indexes() }
  const fault = () =>
    fillFile(file, (filling) => {
      const into = filling.into('offices')
      for (const office of offices(200).slice(3)) into.add(office)
      throw new Error('no more')
    })
  expect(fault).toThrow('no more')
  expect({ offices: rows('offices'), indexes: indexes() }).toEqual(before)
  expect(look((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
})

test('a reference that leads nowhere is refused, and nothing is stored', () => {
  const broken = () => fillFile(file, (filling) => filling.into('counters').add(aCounter(1, 7)))
  expect(broken).toThrow(StoreRefused)
  expect(broken).toThrow('A row of counters refers to a row that offices has not.')
  expect(rows('counters')).toEqual([])
})

test('constraints hold: a wrong word, and what only a secondary index keeps unique', () => {
  const unknownKind = () =>
    fillFile(file, (filling) => filling.into('offices').add({ ...anOffice(1), kind: 'village' as 'ward' }))
  expect(unknownKind).toThrow('CHECK constraint failed')
  const twoLinks = () =>
    fillFile(file, (filling) => {
      const links = filling.into('invitations')
      for (const at of [1, 2]) links.add(aLink(at))
    })
  expect(twoLinks).toThrow('UNIQUE constraint failed: invitations.dossier_id')
  expect(rows('offices')).toEqual([])
  expect(rows('invitations')).toEqual([])
})

const aLink = (number: number): InvitationRow => ({
  id: `i-${number}`,
  kind: 'dossier',
  lookup: `hash-${number}`,
  office_id: 'p-1',
  counter_id: null,
  dossier_id: 'd-1',
  stage: 'return',
  trust: 'verified',
  issue_number: 1,
  key_number: 1,
  placard_number: 0,
  valid_from: '2026-01-05T03:00:00.000Z',
  valid_to: '2026-02-04T03:00:00.000Z',
  status: 'open',
})

test('a file that somebody has open is left alone', () => {
  const other = openSqlite(file, 'read')
  other.prepare('select count(*) from offices').get()
  expect(() => fillOffices(1)).toThrow(StoreRefused)
  expect(() => fillOffices(1)).toThrow('is in use')
  other.close()
  expect(rows('offices')).toEqual([])
  fillOffices(1)
  expect(rows('offices')).toHaveLength(1)
})
