import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { changeStaff } from '#app/auth/change-staff.server.ts'
import { inviteAgain } from '#app/auth/invite-again.server.ts'
import { inviteStaff } from '#app/auth/invite-staff.server.ts'
import { resetAccess } from '#app/auth/reset-access.server.ts'
import { viewerOf } from '#app/auth/session.server.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import { staffOfCode } from '#app/auth/staff-code.server.ts'
import { officeChoices, staffList, staffMember } from '#app/auth/staff-list.server.ts'
import { resumeStaff, suspendStaff } from '#app/auth/suspend-staff.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/errors.ts'
import { findSecondFactor } from '#db/queries/second-factors.ts'
import { findStaff } from '#db/queries/staff.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { type Administered, withRoot } from './administering-world.ts'
import { withSecondFactor } from './second-factor-world.ts'
import { attempt, LAN, signedIn } from './staff-world.ts'

let world: Administered
beforeEach(async () => {
  world = await withRoot()
})
afterEach(() => world.city.close())

const HOA = {
  name: 'Lý Thị Hoa',
  email: ' Hoa@Example.vn ',
  role: 'office_head',
  office: OFFICES.wardA,
} as const
const REASON = 'nghỉ chế độ'
const LAN_POST = { name: LAN.name, role: 'city_office', office: '' } as const

describe('inviting', () => {
  test('makes an account without a password and one code; only its hash is kept', async () => {
    const { city, parts, root, trail } = world
    const answer = await inviteStaff(parts, root, HOA)
    if (answer.kind !== 'invited') throw new Error(answer.kind)
    expect(await findStaff(city.store.read, answer.staffId)).toMatchObject({
      ...{ email: 'hoa@example.vn', role: 'office_head', office_id: OFFICES.wardA },
      ...{ password_hash: '', status: 'active' },
    })
    expect(answer.code).toMatch(/^[0-9A-Z]{16}$/)
    const stored = JSON.stringify([
      await city.store.read.selectFrom('staff_invitations').selectAll().execute(),
      await city.store.read.selectFrom('audit_trail').selectAll().execute(),
    ])
    expect(stored).not.toContain(answer.code)
    const [line] = await trail()
    expect(line).toMatchObject({ actor: root.email, action: 'staff.invite', subject_id: answer.staffId })
    expect(JSON.parse(line?.after ?? '')).toMatchObject({ email: 'hoa@example.vn', role: 'office_head' })
  })

  test('an invited account cannot sign in, with no password and with none that is stored', async () => {
    await inviteStaff(world.parts, world.root, HOA)
    for (const password of ['', ' ', 'x']) {
      const answer = await signIn(world.parts, attempt({ email: 'hoa@example.vn', password }))
      expect(answer.kind).toBe('refused')
    }
  })

  test('a role that belongs to an office needs one that is there; the others have none', async () => {
    const { city, parts, root } = world
    const invite = (change: object) => inviteStaff(parts, root, { ...HOA, ...change })
    expect(await invite({ office: '' })).toEqual({ kind: 'no_office' })
    expect(await invite({ office: 'nowhere' })).toEqual({ kind: 'no_office' })
    expect(await invite({ office: OFFICES.city })).toEqual({ kind: 'no_office' })
    await city.store.write((tx) =>
      tx.updateTable('offices').set({ valid_to: '2026-03-15' }).where('id', '=', OFFICES.wardB).execute(),
    )
    expect(await invite({ office: OFFICES.wardB })).toEqual({ kind: 'no_office' })
    const choices = await officeChoices(city.store.read, city.clock)
    expect(choices.map(({ id }) => id)).toEqual([OFFICES.wardA, OFFICES.oneStop])
    const auditor = await invite({ role: 'auditor', email: 'a@example.vn' })
    const id = auditor.kind === 'invited' ? auditor.staffId : ''
    expect(await findStaff(city.store.read, id)).toMatchObject({ office_id: null })
  })

  test('an e-mail that has an account is refused, however it is written', async () => {
    expect(await inviteStaff(world.parts, world.root, { ...HOA, email: 'LAN@example.vn' })).toEqual({
      kind: 'email_taken',
    })
  })

  test('again makes a new code and voids the one before; not for an account in use', async () => {
    const { city, parts, root, lanId } = world
    const invited = await inviteStaff(parts, root, HOA)
    if (invited.kind !== 'invited') throw new Error(invited.kind)
    const code = await inviteAgain(parts, root, invited.staffId)
    expect(await staffOfCode(city.store.read, parts, invited.code)).toBeNull()
    expect(await staffOfCode(city.store.read, parts, code)).toMatchObject({ email: 'hoa@example.vn' })
    await expect(inviteAgain(parts, root, lanId)).rejects.toThrow(Conflict)
    await expect(inviteAgain(parts, root, 'nobody')).rejects.toThrow(NotFound)
  })

  test('a code works for 72 hours and not a moment longer', async () => {
    const { city, parts, root } = world
    const invited = await inviteStaff(parts, root, HOA)
    const code = invited.kind === 'invited' ? invited.code : ''
    const over = city.clock.now().getTime() + 72 * 3_600_000
    city.clock.set(new Date(over - 1).toISOString())
    expect(await staffOfCode(city.store.read, parts, code)).not.toBeNull()
    city.clock.set(new Date(over).toISOString())
    expect(await staffOfCode(city.store.read, parts, code)).toBeNull()
  })
})

describe('dead within one request (S4)', () => {
  const dead = async (deed: () => Promise<unknown>) => {
    const sessions = [await signedIn(world.parts), await signedIn(world.parts)]
    await deed()
    return Promise.all(sessions.map(({ sessionId }) => viewerOf(world.parts, sessionId)))
  }

  test('every session of somebody suspended, and it stays dead when they are let in again', async () => {
    const { parts, root, lanId } = world
    const { sessionId } = await signedIn(parts)
    expect(await dead(() => suspendStaff(parts, root, lanId, REASON))).toEqual([null, null])
    await resumeStaff(parts, root, lanId)
    expect(await viewerOf(parts, sessionId)).toBeNull()
    expect((await signIn(parts, attempt())).kind).toBe('signed_in')
  })

  test('every session of somebody with another role or office; a new name alone ends none', async () => {
    const { parts, root, lanId } = world
    expect(await dead(() => changeStaff(parts, root, lanId, { ...LAN_POST, role: 'auditor' }))).toEqual([
      null,
      null,
    ])
    const head = { ...LAN_POST, role: 'office_head', office: OFFICES.wardA } as const
    expect(await dead(() => changeStaff(parts, root, lanId, head))).toEqual([null, null])
    const moved = { ...head, office: OFFICES.wardB }
    expect(await dead(() => changeStaff(parts, root, lanId, moved))).toEqual([null, null])
    const renamed = await dead(() => changeStaff(parts, root, lanId, { ...moved, name: 'Nông Lan' }))
    expect(renamed.map((viewer) => viewer?.name)).toEqual(['Nông Lan', 'Nông Lan'])
  })

  test('every session of somebody whose access is reset, with password and second factor', async () => {
    const { city, parts, root, lanId } = world
    const { sessionId } = await withSecondFactor(parts)
    const code = await resetAccess(parts, root, lanId, 'mất điện thoại')
    expect(await viewerOf(parts, sessionId)).toBeNull()
    expect(await findSecondFactor(city.store.read, lanId)).toBeUndefined()
    expect((await signIn(parts, attempt())).kind).toBe('refused')
    expect(await staffOfCode(city.store.read, parts, code)).toMatchObject({ kind: 'reset' })
  })

  test('a code given out before a suspension', async () => {
    const { city, parts, root } = world
    const invited = await inviteStaff(parts, root, HOA)
    if (invited.kind !== 'invited') throw new Error(invited.kind)
    await suspendStaff(parts, root, invited.staffId, REASON)
    await resumeStaff(parts, root, invited.staffId)
    expect(await staffOfCode(city.store.read, parts, invited.code)).toBeNull()
  })
})

describe('the last administrator', () => {
  const post = { name: 'Hoàng Văn Gốc', role: 'auditor', office: '' } as const

  test('can neither be suspended nor demoted, and is told so on the page', async () => {
    const { city, parts, root } = world
    expect(await suspendStaff(parts, root, root.staffId, REASON)).toEqual({ kind: 'last_administrator' })
    expect(await changeStaff(parts, root, root.staffId, post)).toEqual({ kind: 'last_administrator' })
    const shown = await staffMember(city.store.read, city.clock, root, root.staffId)
    expect(shown).toMatchObject({ self: true, onlyAdministrator: true })
  })

  test('is still the last when the other is only invited, or suspended', async () => {
    const { parts, root } = world
    const other = await inviteStaff(parts, root, { ...HOA, role: 'administrator' })
    if (other.kind !== 'invited') throw new Error(other.kind)
    expect(await suspendStaff(parts, root, root.staffId, REASON)).toEqual({ kind: 'last_administrator' })
    await suspendStaff(parts, root, other.staffId, REASON)
    expect(await changeStaff(parts, root, root.staffId, post)).toEqual({ kind: 'last_administrator' })
  })

  test('with another one at work, one may go; two who go at once leave one', async () => {
    const { city, parts, root } = world
    const other = { email: 'b@example.vn', name: 'B', role: 'administrator', officeId: null } as const
    const otherId = await city.store.write((tx) => addStaff(tx, city.clock, { ...other, passwordHash: 'x' }))
    const answers = await Promise.all([
      suspendStaff(parts, root, root.staffId, REASON),
      suspendStaff(parts, { ...root, staffId: otherId, email: other.email }, otherId, REASON),
    ])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['last_administrator', 'suspended'])
  })

  test('cannot reset their own access and so lock themself out', async () => {
    await expect(resetAccess(world.parts, world.root, world.root.staffId, REASON)).rejects.toThrow(Conflict)
  })
})

describe('who may', () => {
  test('nobody but an administrator with a second factor', async () => {
    const { city, parts, root, lanId } = world
    const deeds = (viewer: typeof root) => [
      () => inviteStaff(parts, viewer, HOA),
      () => inviteAgain(parts, viewer, lanId),
      () => changeStaff(parts, viewer, lanId, { ...LAN_POST, role: 'administrator' }),
      () => suspendStaff(parts, viewer, lanId, REASON),
      () => resumeStaff(parts, viewer, lanId),
      () => resetAccess(parts, viewer, lanId, REASON),
    ]
    const before = await city.store.read.selectFrom('staff').selectAll().execute()
    for (const deed of deeds({ ...root, mayChange: false })) await expect(deed()).rejects.toThrow(Forbidden)
    const roles = ['city_office', 'home_affairs', 'auditor', 'office_head', 'case_handler'] as const
    for (const role of roles) {
      for (const deed of deeds({ ...root, role })) await expect(deed()).rejects.toThrow(NotFound)
      await expect(staffList(city.store.read, city.clock, { ...root, role })).rejects.toThrow(NotFound)
    }
    expect(await city.store.read.selectFrom('staff').selectAll().execute()).toEqual(before)
    expect(await world.trail()).toEqual([])
  })

  test('every deed leaves one line, with the reason where one is asked for', async () => {
    const { parts, root, lanId, trail } = world
    await changeStaff(parts, root, lanId, { ...LAN_POST, role: 'auditor' })
    await changeStaff(parts, root, lanId, { ...LAN_POST, role: 'auditor' })
    await resetAccess(parts, root, lanId, REASON)
    await inviteAgain(parts, root, lanId)
    await suspendStaff(parts, root, lanId, REASON)
    await suspendStaff(parts, root, lanId, REASON)
    await resumeStaff(parts, root, lanId)
    const lines = await trail()
    expect(lines.map(({ action }) => action)).toEqual([
      'staff.change',
      'staff.reset_access',
      'staff.invite_again',
      'staff.suspend',
      'staff.resume',
    ])
    expect(lines.every((line) => line.actor === root.email && line.subject_id === lanId)).toBe(true)
    expect(JSON.parse(lines[3]?.after ?? '')).toEqual({ status: 'suspended', reason: REASON })
  })
})

test('the list has everybody in the order of their names, with what they lack', async () => {
  const { city, parts, root } = world
  await inviteStaff(parts, root, { ...HOA, name: 'Đặng Thị Ánh' })
  const rows = await staffList(city.store.read, city.clock, root)
  expect(rows.map(({ name, state, secondFactorNeeded }) => [name, state, secondFactorNeeded])).toEqual([
    ['Đặng Thị Ánh', 'invited', false],
    ['Hoàng Văn Gốc', 'active', true],
    ['Nông Thị Lan', 'active', true],
  ])
  expect(rows[0]).toMatchObject({ office: 'Phường Đông Kinh', invitedUntil: '2026-03-19T02:00:00.000Z' })
  expect(JSON.stringify(rows)).not.toContain('argon2')
})
