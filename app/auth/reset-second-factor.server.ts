import { deleteSecondFactor } from '#db/queries/second-factors.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import type { Tx } from '#db/schema.ts'
import { type Actor, recordAudit } from '../audit/record-audit.server.ts'
import type { Clock } from '../calendar/clock.ts'
import { NotFound } from '../errors.ts'
import { accountName } from './sign-in-form.ts'

/**
 * Takes away the second factor of somebody who has lost phone and paper; the password stays.
 * @throws NotFound when there is no such account, or it has none
 */
export async function resetSecondFactor(tx: Tx, clock: Clock, actor: Actor, email: string): Promise<void> {
  const staff = await findStaffByEmail(tx, accountName(email))
  if (!staff) throw new NotFound(`${accountName(email)} has no account`)
  if (!(await deleteSecondFactor(tx, staff.id))) throw new NotFound(`${staff.email} has no second factor`)
  await deleteSessionsOf(tx, staff.id)
  await recordAudit(tx, clock, actor, {
    action: 'staff.reset_second_factor',
    subject: { kind: 'staff', id: staff.id },
  })
}
