import { findSecondFactor } from '#db/queries/second-factors.ts'
import type { Db } from '#db/schema.ts'
import { inGroups } from './access-code.ts'
import { offeredSecret, offerSecret } from './set-second-factor.server.ts'
import { otpauthAddress } from './totp.server.ts'
import { totpPicture } from './totp-picture.server.ts'
import { needsSecondFactor, type Viewer } from './viewer.ts'

/** What is shown to somebody who sets up a second factor: a new secret, or the one of the form that comes back. */
export async function secondFactorOffer(db: Db, key: string, viewer: Viewer, again: string | null) {
  const known = again ? offeredSecret(key, viewer, again) : null
  const offer = known && again ? again : offerSecret(key, viewer)
  const secret = offeredSecret(key, viewer, offer) ?? ''
  const had = (await findSecondFactor(db, viewer.staffId)) !== undefined
  const needed = needsSecondFactor(viewer.role)
  return {
    offer,
    secret: inGroups(secret, 4).replaceAll('-', ' '),
    picture: await totpPicture(otpauthAddress(secret, viewer.email)),
    stand: had
      ? needed
        ? ('replace' as const)
        : ('removable' as const)
      : viewer.mayChange
        ? ('free' as const)
        : ('owed' as const),
  }
}
