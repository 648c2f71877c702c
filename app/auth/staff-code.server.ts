import { v7 as uuidv7 } from 'uuid'
import type { Store } from '#db/connection.ts'
import {
  findStaffInvitation,
  insertStaffInvitation,
  withdrawStaffInvitations,
} from '#db/queries/staff-invitations.ts'
import type { Db, StaffInvitationRow, Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { accessCodeHash, newAccessCode } from './access-code.server.ts'
import { readAccessCode, STAFF_CODE_LENGTH } from './access-code.ts'

/** What deeds about accounts need: where they are kept, what time it is, and the city's key. */
export interface AccountParts {
  store: Store
  clock: Clock
  key: string
}

const HOUR_MS = 3_600_000

/** How long a code may be used: on paper over a weekend's distance, in a mail that was just asked for an hour. */
export const CODE_HOURS: Record<StaffInvitationRow['kind'], number> = {
  invitation: 72,
  reset: 72,
  forgotten_password: 1,
}

/** Makes the one code with which somebody may choose a password; earlier ones open nothing any more. */
export async function issueStaffCode(
  tx: Tx,
  { clock, key }: Pick<AccountParts, 'clock' | 'key'>,
  staffId: string,
  kind: StaffInvitationRow['kind'],
): Promise<string> {
  const code = newAccessCode(STAFF_CODE_LENGTH)
  const now = clock.now().getTime()
  await withdrawStaffInvitations(tx, staffId)
  await insertStaffInvitation(tx, {
    id: uuidv7({ msecs: now }),
    staff_id: staffId,
    kind,
    code_hash: accessCodeHash(key, 'staff', code),
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + CODE_HOURS[kind] * HOUR_MS).toISOString(),
    status: 'open',
  })
  return code
}

/** The account a typed code is for, or null: unknown, mistyped, used, withdrawn, over, or of somebody suspended. */
export async function staffOfCode(
  db: Db,
  { clock, key }: Pick<AccountParts, 'clock' | 'key'>,
  typed: string,
) {
  const code = readAccessCode(typed, STAFF_CODE_LENGTH)
  const found = code ? await findStaffInvitation(db, accessCodeHash(key, 'staff', code)) : undefined
  if (found?.status !== 'open' || found.staff_status !== 'active') return null
  return Date.parse(found.expires_at) > clock.now().getTime() ? found : null
}
