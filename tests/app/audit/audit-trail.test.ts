import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntries, auditPage } from '#app/audit/audit-pages.server.ts'
import { filterOf, readAuditQuestion } from '#app/audit/audit-trail.ts'
import { exportedAudit } from '#app/audit/exported-audit.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { csvOf } from '#tests/world/exported.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'

const script = { script: 'npm run admin' }
const question = (asked: Record<string, string>) => filterOf(readAuditQuestion(new URLSearchParams(asked)))

describe.each(CITIES)('the audit trail on $database', ({ open }) => {
  let city: SmallCity
  beforeAll(async () => {
    city = await open()
    for (let at = 0; at < 60; at++) {
      city.clock.set(new Date(Date.parse('2026-03-01T10:00:00.000Z') + at * 3_600_000).toISOString())
      const action = at % 2 ? 'office.rename' : 'counter.open'
      const subject = { kind: 'office', id: `p-${at % 3}` }
      await city.store.write((tx) => recordAudit(tx, city.clock, script, { action, subject, after: { at } }))
    }
  })
  afterAll(() => city.close())

  test('is numbered without gaps and shown from the newest, a page at a time', async () => {
    const first = await auditPage(city.store.read, question({}), null)
    expect(first.entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 50 }, (_, i) => 60 - i))
    expect(first.actions).toEqual(['counter.open', 'office.rename'])
    const second = await auditPage(city.store.read, question({}), first.older)
    expect(second.entries.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 10 }, (_, i) => 10 - i),
    )
    expect(second.older).toBeNull()
  })

  test.each([
    [{ action: 'office.rename' }, 30],
    [{ subject: 'p-2' }, 20],
    [{ actor: 'NPM RUN' }, 60],
    [{ actor: '%' }, 60],
    [{ actor: 'nobody' }, 0],
    // 1 March 10:00 UTC is 17:00 in Vietnam: seven hours are left of that day.
    [{ from: '2026-03-01', to: '2026-03-01' }, 7],
    [{ from: '2026-03-02', to: '2026-03-03', action: 'counter.open' }, 24],
    [{ from: '2026-02-30' }, 60],
  ])('%j finds %i', async (asked, found) => {
    const entries = await Array.fromAsync(auditEntries(city.store.read, question(asked)))
    expect(entries).toHaveLength(found)
  })

  test('cannot be changed or thinned out', async () => {
    await expect(
      city.store.write((tx) => tx.updateTable('audit_trail').set({ actor: 'x' }).execute()),
    ).rejects.toThrow(/append-only/)
    await expect(city.store.write((tx) => tx.deleteFrom('audit_trail').execute())).rejects.toThrow(
      /append-only/,
    )
  })

  test('names a day that is none and leaves it as typed', () => {
    const asked = readAuditQuestion(new URLSearchParams({ from: '31/12/2026', to: '2026-12-31' }))
    expect(asked).toMatchObject({ problems: ['from'], question: { from: '31/12/2026' } })
  })
})

test('the file defuses formulas and keeps every mark', async () => {
  async function* entries() {
    yield {
      sequence: 1,
      at: '2026-03-01T10:00:00.000Z',
      staff_id: null,
      actor: '=cmd()',
      action: 'office.rename',
      subject_kind: 'office',
      subject_id: 'p-a',
      before: '{"name":"Phường Đông Kinh"}',
      after: '',
    }
  }
  const text = await csvOf(exportedAudit('vi', entries()))
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const [head, line] = text.slice(1).split('\r\n')
  expect(head).toBe('sequence;at;actor;action;subject_kind;subject_id;before;after')
  expect(line).toContain(`;'=cmd();`)
  expect(line).toContain('Phường Đông Kinh')
})
