import { findOffice } from '#db/queries/offices.ts'
import type { Db, Role } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { dayOf } from '../calendar/day.ts'
import { belongsToOffice } from './viewer.ts'

export interface Post {
  name: string
  role: Role
  /** '' where none was chosen. */
  office: string
}

/** The office of a post as it is stored, or the reason there can be none. */
export async function officeOfPost(
  db: Db,
  clock: Clock,
  { role, office }: Post,
): Promise<{ officeId: string | null } | { kind: 'no_office' }> {
  if (!belongsToOffice(role)) return { officeId: null }
  const found = office === '' ? undefined : await findOffice(db, office)
  const today = dayOf(clock.now())
  if (!found || found.kind === 'city' || found.valid_to < today) return { kind: 'no_office' }
  return { officeId: found.id }
}
