import { v7 as uuidv7 } from 'uuid'
import { findStaffByEmail, insertStaff } from '#db/queries/staff.ts'
import type { Role, Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { Conflict } from '../errors.ts'
import { accountName } from './sign-in-form.ts'

export interface NewStaff {
  email: string
  name: string
  role: Role
  officeId: string | null
  /** Made before the transaction: hashing in it would hold up every other writer. */
  passwordHash: string
}

/**
 * Adds a member of staff; answers the new id.
 * @throws Conflict when the e-mail belongs to an account already
 */
export async function addStaff(tx: Tx, clock: Clock, staff: NewStaff): Promise<string> {
  const email = accountName(staff.email)
  if (await findStaffByEmail(tx, email)) throw new Conflict(`${email} has an account already`)
  const id = uuidv7({ msecs: clock.now().getTime() })
  await insertStaff(tx, {
    id,
    email,
    name: staff.name,
    role: staff.role,
    office_id: staff.officeId,
    password_hash: staff.passwordHash,
    status: 'active',
    created_at: clock.now().toISOString(),
  })
  return id
}
