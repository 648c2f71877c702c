import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyPassword } from '#app/auth/password.server.ts'
import { startSession } from '#app/auth/session.server.ts'
import { openStore, type Store } from '#db/connection.ts'
import {
  countOpenRecoveryCodes,
  findSecondFactor,
  replaceRecoveryCodes,
  replaceSecondFactor,
} from '#db/queries/second-factors.ts'
import { listSessionsOf } from '#db/queries/sessions.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'

let dir: string
let address: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'admin-'))
  address = `sqlite:${join(dir, 'city.sqlite')}`
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function admin(words: string[], input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/admin.ts', ...words], {
    input,
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: process.env.PATH, DATABASE_URL: address, SECRET: 'x'.repeat(32) },
  })
  return { status, out: stdout.trim(), said: stderr.trim().split('\n') }
}

async function account(email: string) {
  const store = openStore(address)
  const found = await findStaffByEmail(store.read, email)
  await store.close()
  return found
}

test('an administrator is added to an empty city with the password piped in', async () => {
  const { status, out, said } = admin(['add-administrator', 'Quan.Tri@example.vn'], 'ba con vịt bơi\nmore\n')
  expect(said).toEqual([''])
  expect(status).toBe(0)
  expect(out).toContain('Added administrator quan.tri@example.vn')
  const row = await account('quan.tri@example.vn')
  expect(row).toMatchObject({ role: 'administrator', status: 'active', office_id: null })
  expect(await verifyPassword(row?.password_hash, 'ba con vịt bơi')).toBe(true)
  expect(out).not.toContain('vịt')
})

test('the same e-mail a second time is refused in one line and the first password stays', async () => {
  admin(['add-administrator', 'root@example.vn'], 'ba con vịt bơi')
  const again = admin(['add-administrator', 'ROOT@example.vn'], 'một mình một chợ')
  expect(again.status).toBe(1)
  expect(again.said).toEqual(['root@example.vn has an account already'])
  const row = await account('root@example.vn')
  expect(await verifyPassword(row?.password_hash, 'ba con vịt bơi')).toBe(true)
})

test.each([
  ['matkhau123\n', 'among the first that are guessed'],
  ['ngắn\n', 'at least 8 characters'],
  [`${'dài '.repeat(80)}\n`, 'at most 200 characters'],
  ['', 'at least 8 characters'],
])('a weak password (%j) is refused in one line', async (input, why) => {
  const { status, said } = admin(['add-administrator', 'root@example.vn'], input)
  expect(status).toBe(1)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(why)
})

test.each([
  [[]],
  [['add-administrator']],
  [['add-administrator', 'nobody']],
  [['remove', 'root@example.vn']],
])('what it does not understand (%j) is answered with how to use it', (words) => {
  const { status, said } = admin(words, 'ba con vịt bơi')
  expect(status).toBe(1)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('npm run admin -- add-administrator EMAIL')
})

async function inCity<T>(deed: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(address)
  const answer = await deed(store)
  await store.close()
  return answer
}

test('a locked-out administrator loses the second factor and the sessions, and the trail says who did it', async () => {
  admin(['add-administrator', 'root@example.vn'], 'ba con vịt bơi')
  const { id = '' } = (await account('root@example.vn')) ?? {}
  await inCity((store) =>
    store.write(async (tx) => {
      await replaceSecondFactor(tx, { staff_id: id, secret_sealed: 'x', last_step: 0, set_at: '' })
      await replaceRecoveryCodes(tx, id, ['a', 'b'])
      const session = { staffId: id, secondFactor: true, browser: '', instead: null }
      await startSession(tx, session, new Date())
    }),
  )
  const { status, out, said } = admin(['reset-second-factor', ' Root@example.vn'], '')
  expect([said, status]).toEqual([[''], 0])
  expect(out).toContain('Removed the second factor of root@example.vn')
  await inCity(async ({ read }) => {
    expect(await findSecondFactor(read, id)).toBeUndefined()
    expect(await countOpenRecoveryCodes(read, id)).toBe(0)
    expect(await listSessionsOf(read, id)).toEqual([])
    const trail = await read.selectFrom('audit_trail').select(['actor', 'action', 'subject_id']).execute()
    expect(trail).toEqual([
      { actor: 'admin add-administrator', action: 'staff.add', subject_id: id },
      { actor: 'admin reset-second-factor', action: 'staff.reset_second_factor', subject_id: id },
    ])
  })
  expect(admin(['reset-second-factor', 'root@example.vn'], '').said).toEqual([
    'root@example.vn has no second factor',
  ])
  expect(admin(['reset-second-factor', 'khong@example.vn'], '').said).toEqual([
    'khong@example.vn has no account',
  ])
})
