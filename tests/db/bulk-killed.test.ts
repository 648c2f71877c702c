import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillFile } from '#db/bulk.ts'
import { openStore } from '#db/connection.ts'
import { openSqlite } from '#db/dialects/sqlite.ts'
import { migrate } from '#db/migrate.ts'
import { findSetting } from '#db/queries/settings.ts'

let dir: string
let file: string

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bulk-killed-'))
  file = join(dir, 'city.sqlite')
  const store = openStore(`sqlite:${file}`)
  await migrate(store.owner, store.differences)
  expect(await findSetting(store.read, 'demo')).toBe('')
  await store.close()
  fillFile(file, (filling) => filling.into('settings').add({ key: 'before', value: 'kept' }))
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Kills itself with all rows written and nothing committed; `journal` off is the control. */
function killWhileFilling(journal: 'kept' | 'off') {
  const script = `
    import { fillFile } from '#db/bulk.ts'
    fillFile(process.argv[1], (filling) => {
      const into = filling.into('offices')
      const padding = 'x'.repeat(4_000)
      for (let at = 1; at <= 25_000; at++) {
        into.add({ id: 'k-' + at, name: padding, name_folded: '', kind: 'ward', parent_id: null, path: '/k-' + at + '/',
          position: at, gso_code: '', outside_authority: 0, valid_from: '0001-01-01', valid_to: '9999-12-31' })
      }
      filling.flush()
      if (process.argv[2] === 'off') rmSync(process.argv[1] + '-journal')
      process.kill(process.pid, 'SIGKILL')
    })`
  const words = [
    '--input-type=module',
    '--eval',
    `import { rmSync } from 'node:fs'\n${script}`,
    file,
    journal,
  ]
  return spawnSync(process.execPath, words, { cwd: resolve(import.meta.dirname, '../..'), encoding: 'utf8' })
}

function look(sql: string): unknown {
  const db = openSqlite(file, 'read')
  try {
    return db.prepare(sql).pluck().all()
  } finally {
    db.close()
  }
}

test('killed in the middle, the file is as it was', () => {
  const indexes = `select name from sqlite_master where type = 'index' order by name`
  const before = look(indexes)
  expect(killWhileFilling('kept')).toMatchObject({ signal: 'SIGKILL', stderr: '' })
  expect(look('pragma integrity_check')).toEqual(['ok'])
  expect(look("select value from settings where key = 'before'")).toEqual(['kept'])
  expect(look('select count(*) from offices')).toEqual([0])
  expect(look(indexes)).toEqual(before)
})

test('without its journal the killed file is broken', () => {
  expect(killWhileFilling('off')).toMatchObject({ signal: 'SIGKILL', stderr: '' })
  let state: unknown
  try {
    state = look('pragma integrity_check')
  } catch (cause) {
    state = cause
  }
  expect(state).not.toEqual(['ok'])
})
