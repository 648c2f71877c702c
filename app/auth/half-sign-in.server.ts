import { createHash } from 'node:crypto'
import { findStaff } from '#db/queries/staff.ts'
import type { Db, StaffRow } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { seal, unseal } from './sealed.server.ts'

/** How long the browser may take from the password to the code. */
export const HALF_MS = 5 * 60_000

const PURPOSE = 'half-sign-in'

/** Tells a changed password from the one that was right a minute ago, without being it. */
const markOf = (staff: StaffRow) => createHash('sha256').update(staff.password_hash).digest('base64url')

/** What a browser keeps between the password and the code: it opens nothing by itself. */
export function halfSignIn(key: string, clock: Clock, staff: StaffRow): string {
  return seal(key, PURPOSE, JSON.stringify([staff.id, clock.now().getTime() + HALF_MS, markOf(staff)]))
}

/** Whose password was right a moment ago, or null: too long ago, changed since, suspended, or not ours. */
export async function readHalfSignIn(
  { db, key, clock }: { db: Db; key: string; clock: Clock },
  half: string | null,
): Promise<StaffRow | null> {
  const text = half ? unseal(key, PURPOSE, half) : null
  if (!text) return null
  const [id, until, mark] = JSON.parse(text) as [string, number, string]
  if (clock.now().getTime() >= until) return null
  const staff = await findStaff(db, id)
  return staff?.status === 'active' && markOf(staff) === mark ? staff : null
}
