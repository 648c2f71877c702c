import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { sessionHash } from '#app/auth/session.server.ts'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { updateSecondFactorOfSession } from '#db/queries/sessions.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { viewing } from './second-factor-world.ts'
import { LAN, signedIn, withLan } from './staff-world.ts'

export const ROOT = { email: 'root@example.vn', name: 'Hoàng Văn Gốc' }

export interface Administered {
  city: SmallCity
  parts: SignInParts
  lanId: string
  /** An administrator who is signed in with a second factor. */
  root: Viewer
  rootSession: string
  trail(): Promise<{ actor: string; action: string; subject_id: string; after: string }[]>
}

/** Lan of Văn phòng, and an administrator at work. */
export async function withRoot(): Promise<Administered> {
  const { city, parts, lanId } = await withLan()
  const passwordHash = await hashPassword(LAN.password)
  await city.store.write((tx) =>
    addStaff(tx, city.clock, { ...ROOT, role: 'administrator', officeId: null, passwordHash }),
  )
  const { sessionId } = await signedIn(parts, { email: ROOT.email })
  await city.store.write((tx) => updateSecondFactorOfSession(tx, sessionHash(sessionId)))
  return {
    ...{ city, parts, lanId },
    root: await viewing(parts, sessionId),
    rootSession: sessionId,
    trail: () =>
      city.store.read
        .selectFrom('audit_trail')
        .select(['actor', 'action', 'subject_id', 'after'])
        .orderBy('sequence')
        .execute(),
  }
}
