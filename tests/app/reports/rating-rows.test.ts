import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addStaff } from '#app/auth/add-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { Forbidden } from '#app/errors.ts'
import { ExportJobs, exportProgress, KEPT_MS } from '#app/reports/export-jobs.server.ts'
import { countRatings, exportRatings } from '#app/reports/export-ratings.server.ts'
import { RATING_COLUMNS, ratingRows } from '#app/reports/rating-rows.server.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, times } from './rated-city.ts'

let city: SmallCity
let jobs: ExportJobs
let staffId: string
beforeEach(async () => {
  city = await aSmallCity()
  jobs = new ExportJobs(city.clock, pino({ level: 'silent' }))
  const lan = { email: 'lan@langson.example', name: 'Lan', role: 'auditor', officeId: null } as const
  staffId = await city.store.write((tx) => addStaff(tx, city.clock, { ...lan, passwordHash: 'x' }))
  await city.store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-02-10' }, [...times(20, 5), ...times(2, 1)])
    await rate(tx, { office: OFFICES.wardB, day: '2026-02-11', trust: 'kiosk' }, times(9, 4))
    await rate(tx, { office: OFFICES.wardB, day: '2026-03-01' }, times(7, 3))
  })
})
afterEach(async () => {
  jobs.close()
  await city.close()
})

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28' }
const viewerAs = (role: Viewer['role'], mayChange = true): Viewer => ({
  ...{ staffId, name: 'Lan', email: 'lan@langson.example', officeId: null },
  ...{ role, mayChange },
})

async function textOf(batch?: number): Promise<{ text: string; rows: number }> {
  const pieces = await Array.fromAsync(ratingRows(city.store.read, FEBRUARY, batch))
  return {
    text: pieces.map((piece) => piece.text).join(''),
    rows: pieces.reduce((sum, piece) => sum + piece.rows, 0),
  }
}

describe('single ratings as lines', () => {
  test('every rating of the days is there once, with nothing of the citizen’s own', async () => {
    const { text, rows } = await textOf()
    const lines: Record<string, string>[] = parse(text, { bom: true, delimiter: ';', columns: true })
    expect([rows, lines.length]).toEqual([31, 31])
    expect(Object.keys(lines[0] ?? {})).toEqual(RATING_COLUMNS)
    expect(lines.filter(({ office_id, level }) => office_id === OFFICES.wardA && level === '1')).toHaveLength(
      2,
    )
    expect(lines.find(({ trust }) => trust === 'kiosk')).toEqual({
      ...{ day: '2026-02-11', half_day: 'am', office_id: OFFICES.wardB, office: 'Phường Vĩnh Trại' },
      ...{ procedure: '', channel: 'unstated', stage: 'unstated', trust: 'kiosk' },
      ...{ respondent: 'unstated', level: '4' },
    })
    const stored = await city.store.read.selectFrom('responses').select(['id', 'receipt_hash']).execute()
    for (const { id, receipt_hash } of stored) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(receipt_hash)
    }
  })

  test.each([1, 4, 7, 31, 1000])('read %i at a time the lines are the same', async (batch) => {
    const [whole, parts] = [await textOf(), await textOf(batch)]
    expect(parts.rows).toBe(31)
    expect(parts.text.split('\r\n').sort()).toEqual(whole.text.split('\r\n').sort())
  })

  test('the order says what they say, not who came first', async () => {
    const lines = (await textOf()).text.trimEnd().split('\r\n').slice(1)
    expect(lines).toEqual(lines.toSorted())
  })

  test('no ratings: a file with its header', async () => {
    const none = { from: '2020-01-01', to: '2020-01-31' }
    const [piece] = await Array.fromAsync(ratingRows(city.store.read, none))
    expect(piece).toEqual({ text: `\uFEFF${RATING_COLUMNS.join(';')}\r\n`, rows: 0 })
  })

  test('an office whose name is a formula is inert', async () => {
    await city.store.owner
      .updateTable('offices')
      .set({ name: '=cmd()|";x"' })
      .where('id', '=', OFFICES.wardA)
      .execute()
    const lines: string[][] = parse((await textOf()).text, { bom: true, delimiter: ';' })
    expect(lines.filter((line) => line[3] === `'=cmd()|";x"`)).toHaveLength(22)
    expect(lines.every((line) => line.length === RATING_COLUMNS.length)).toBe(true)
  })
})

const over = async (job: { status: string }) => {
  await expect.poll(() => job.status, { timeout: 15_000, interval: 20 }).not.toBe('running')
}

describe('a file of single ratings', () => {
  const parts = () => ({ store: city.store, clock: city.clock, exports: jobs })
  const recorded = () =>
    city.store.read.selectFrom('audit_trail').selectAll().where('action', '=', 'ratings.export').execute()
  const begin = (viewer: Viewer) => exportRatings(parts(), viewer, FEBRUARY, city.address)

  test('is written by a thread of its own and put on record with how many', async () => {
    expect(await countRatings(city.store.read, FEBRUARY)).toBe(31)
    const job = await begin(viewerAs('auditor'))
    if (!job) throw new Error('refused')
    await over(job)
    expect(exportProgress(job)).toMatchObject({ status: 'done', written: 31, total: 31 })
    const text = readFileSync(job.file, 'utf8')
    expect(text).toBe((await textOf()).text)
    expect(exportProgress(job).bytes).toBe(Buffer.byteLength(text))
    const [line] = await recorded()
    expect(line).toMatchObject({
      ...{ action: 'ratings.export', actor: 'lan@langson.example' },
      ...{ subject_id: '2026-02-01 2026-02-28', after: '{"ratings":31}' },
    })
  })

  test('nobody else has it, and after half an hour nobody', async () => {
    const job = await begin(viewerAs('auditor'))
    if (!job) throw new Error('refused')
    await over(job)
    expect(jobs.find('hoa', job.id)).toBeNull()
    expect(jobs.find(staffId, job.id)).toBe(job)
    city.clock.set(new Date(city.clock.now().getTime() + KEPT_MS).toISOString())
    expect(jobs.find(staffId, job.id)).toBeNull()
    expect(existsSync(job.file)).toBe(false)
  })

  test.each<[Viewer['role'], boolean]>([
    ['city_office', true],
    ['home_affairs', true],
    ['administrator', true],
    ['office_head', true],
    ['auditor', false],
  ])('%s (may change: %s) gets none, and nothing is recorded', async (role, mayChange) => {
    await expect(begin(viewerAs(role, mayChange))).rejects.toThrow(Forbidden)
    expect(await recorded()).toEqual([])
  })

  test('one that cannot be written fails and leaves no file', async () => {
    const job = jobs.start('lan', {
      ...FEBRUARY,
      databaseUrl: `sqlite:${city.dir}/none/none.sqlite`,
      total: 1,
    })
    await over(job)
    expect([job.status, existsSync(job.file)]).toEqual(['failed', false])
  })

  test('no more than three are written at once', async () => {
    const begun = ['a', 'b', 'c'].map((owner) =>
      jobs.start(owner, { ...FEBRUARY, databaseUrl: city.address, total: 31 }),
    )
    expect(jobs.hasRoom).toBe(false)
    expect(await begin(viewerAs('auditor'))).toBeNull()
    await Promise.all(begun.map(over))
    expect(jobs.hasRoom).toBe(true)
  })
})
