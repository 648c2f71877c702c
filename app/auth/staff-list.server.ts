import { listOffices } from '#db/queries/offices.ts'
import { countOpenRecoveryCodes, findSecondFactor } from '#db/queries/second-factors.ts'
import { findStaff, hasOtherAdministrator, listStaff } from '#db/queries/staff.ts'
import { findOpenStaffInvitation } from '#db/queries/staff-invitations.ts'
import type { Db } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { dayOf } from '../calendar/day.ts'
import { NotFound } from '../errors.ts'
import { accountState } from './account-state.ts'
import { mustBeAdministrator } from './administering.ts'
import { needsSecondFactor, type Viewer } from './viewer.ts'

const openUntil = (expires: string | null | undefined, now: Date) =>
  expires && Date.parse(expires) > now.getTime() ? expires : ''

/** Everybody with an account, in the order of their names in Vietnamese. */
export async function staffList(db: Db, clock: Clock, viewer: Viewer) {
  mustBeAdministrator(viewer)
  const rows = await listStaff(db)
  const order = new Intl.Collator('vi')
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      office: row.office ?? '',
      state: accountState(row),
      secondFactor: row.second_factor_at !== null,
      secondFactorNeeded: needsSecondFactor(row.role),
      invitedUntil: openUntil(row.expires_at, clock.now()),
    }))
    .sort((a, b) => order.compare(a.name, b.name) || order.compare(a.email, b.email))
}

export type StaffListed = Awaited<ReturnType<typeof staffList>>[number]

/** One account and what may be done with it. @throws NotFound */
export async function staffMember(db: Db, clock: Clock, viewer: Viewer, id: string) {
  mustBeAdministrator(viewer)
  const staff = await findStaff(db, id)
  if (!staff) throw new NotFound()
  const invitation = await findOpenStaffInvitation(db, id)
  const state = accountState(staff)
  return {
    id: staff.id,
    name: staff.name,
    email: staff.email,
    role: staff.role,
    office: staff.office_id ?? '',
    state,
    createdAt: staff.created_at,
    self: id === viewer.staffId,
    onlyAdministrator:
      staff.role === 'administrator' && state === 'active' && !(await hasOtherAdministrator(db, id)),
    secondFactorAt: (await findSecondFactor(db, id))?.set_at ?? '',
    recoveryCodes: await countOpenRecoveryCodes(db, id),
    invitedUntil: openUntil(invitation?.expires_at, clock.now()),
  }
}

export type StaffMember = Awaited<ReturnType<typeof staffMember>>

/** The offices somebody may be given: those that are there today, in the order of the tree's siblings. */
export async function officeChoices(db: Db, clock: Clock): Promise<{ id: string; name: string }[]> {
  const today = dayOf(clock.now())
  const rows = await listOffices(db)
  return rows
    .filter((row) => row.kind !== 'city' && row.valid_from <= today && today <= row.valid_to)
    .map(({ id, name }) => ({ id, name }))
}
