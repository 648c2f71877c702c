import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { recount } from '#app/reports/recount.server.ts'
import { openStore } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'

test('a city that was answered before identities and counts came has them counted when it is brought up to date', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'earlier-city-'))
  const store = openStore(`sqlite:${join(dir, 'city.sqlite')}`)
  const owner = store.owner
  await sql`create table migrations (name text primary key, applied_at text not null)`.execute(owner)
  for (const { name, up } of migrations.filter((migration) => migration.name < '008')) {
    await up(owner as unknown as Kysely<unknown>, store.differences)
    await sql`insert into migrations (name, applied_at) values (${name}, '')`.execute(owner)
  }
  await sql`
    insert into offices (id, name, name_folded, kind, path, position, gso_code, outside_authority, valid_from, valid_to)
    values ('p-a', 'Phường', 'phuong', 'ward', '/p-a/', 0, '', 0, '0001-01-01', '9999-12-31')
  `.execute(owner)
  const said = [
    '{"reasons":["time","fees"]}',
    '{"reasons":["time"]}',
    '{"reasons":[]}',
    '{}',
    '{"reasons":["time"]}',
  ]
  for (const [at, answers] of said.entries()) {
    const day = at === 4 ? '2026-02-28' : '2026-03-01'
    const version = answers === '{}' ? null : 'short-1'
    await sql`
      insert into responses (id, receipt_hash, office_id, channel, stage, trust, respondent, level, day, first_at,
        changeable_until, lang, survey_version_id, answers, comment, revision, amended_at)
      values (${`r${at}`}, ${`h${at}`}, 'p-a', 'counter', 'unstated', 'open', 'unstated', 4, ${day}, '', '', 'vi',
        ${version}, ${answers}, '', 0, '')
    `.execute(owner)
    await sql`
      insert into level_counts (day, office_id, trust, stage, respondent, level_4)
      values (${day}, 'p-a', 'open', 'unstated', 'unstated', 1) on conflict do update set level_4 = level_4 + 1
    `.execute(owner)
    await sql`
      insert into monthly_level_counts (month, office_id, trust, stage, respondent, level_4)
      values (${day.slice(0, 7)}, 'p-a', 'open', 'unstated', 'unstated', 1) on conflict do update set level_4 = level_4 + 1
    `.execute(owner)
  }
  expect(await migrate(owner, store.differences)).toContain('010-survey-versions')
  const counts = await store.read
    .selectFrom('monthly_answer_counts')
    .select(['month', 'identity', 'option', 'n'])
    .orderBy('month')
    .orderBy('option')
    .execute()
  expect(counts.map(({ month, identity, option, n }) => [month, identity, option, n])).toEqual([
    ['2026-02', 'short.reasons', '', 1],
    ['2026-02', 'short.reasons', 'time', 1],
    ['2026-03', 'short.reasons', '', 2],
    ['2026-03', 'short.reasons', 'fees', 1],
    ['2026-03', 'short.reasons', 'time', 2],
  ])
  expect((await recount(store.read)).differences).toEqual([])
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})
