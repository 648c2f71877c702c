import { v7 as uuidv7 } from 'uuid'
import { findStaffByEmail, insertStaff } from '#db/queries/staff.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { mustAdminister } from './administering.ts'
import { accountName } from './sign-in-form.ts'
import { type AccountParts, issueStaffCode } from './staff-code.server.ts'
import { officeOfPost, type Post } from './staff-post.server.ts'
import type { Viewer } from './viewer.ts'

export type Invited =
  | { kind: 'invited'; staffId: string; code: string }
  | { kind: 'email_taken' }
  | { kind: 'no_office' }

/** Makes an account without a password, and the one code with which its owner chooses one. */
export async function inviteStaff(
  parts: AccountParts,
  viewer: Viewer,
  wanted: Post & { email: string },
): Promise<Invited> {
  mustAdminister(viewer)
  const { store, clock } = parts
  const office = await officeOfPost(store.read, clock, wanted)
  if ('kind' in office) return office
  const email = accountName(wanted.email)
  const { name, role } = wanted
  return store.write(async (tx) => {
    if (await findStaffByEmail(tx, email)) return { kind: 'email_taken' }
    const now = clock.now()
    const id = uuidv7({ msecs: now.getTime() })
    const post = { name, role, office_id: office.officeId }
    await insertStaff(tx, {
      ...{ id, email, ...post },
      ...{ password_hash: '', status: 'active', created_at: now.toISOString() },
    })
    const code = await issueStaffCode(tx, parts, id, 'invitation')
    const after = { email, ...post }
    await recordAudit(tx, clock, viewer, {
      action: 'staff.invite',
      subject: { kind: 'staff', id },
      after,
    })
    return { kind: 'invited', staffId: id, code }
  })
}
