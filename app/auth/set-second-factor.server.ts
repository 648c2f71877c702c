import { deleteSecondFactor, findSecondFactor, replaceSecondFactor } from '#db/queries/second-factors.ts'
import { deleteOtherSessionsOf, updateSecondFactorOfSession } from '#db/queries/sessions.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { Conflict } from '../errors.ts'
import { totpPurpose } from './accept-code.server.ts'
import { type Confirmed, confirmPassword } from './confirm-password.server.ts'
import { issueRecoveryCodes } from './recovery-codes.server.ts'
import { seal, unseal } from './sealed.server.ts'
import { sessionHash } from './session.server.ts'
import type { SignInParts } from './sign-in.server.ts'
import { newTotpSecret, totpStep } from './totp.server.ts'
import { needsSecondFactor, type Viewer } from './viewer.ts'

/** A secret that was shown and is not set yet travels sealed with the form: looking at the page stores nothing. */
const offerPurpose = (staffId: string) => `totp-offer|${staffId}`

export const offerSecret = (key: string, viewer: Viewer): string =>
  seal(key, offerPurpose(viewer.staffId), newTotpSecret())

export const offeredSecret = (key: string, viewer: Viewer, offer: string): string | null =>
  unseal(key, offerPurpose(viewer.staffId), offer)

export interface SecondFactorWanted {
  offer: string
  /** The six figures that show the phone holds the secret. */
  code: string
  /** Asked for when there is a second factor already. */
  password: string
  address: string
  sessionId: string
}

type NotConfirmed = Exclude<Confirmed, { kind: 'right' }>

/** Sets or replaces one's own second factor; other sessions end, and this one counts as begun with it. */
export async function setSecondFactor(
  parts: SignInParts,
  viewer: Viewer,
  wanted: SecondFactorWanted,
): Promise<{ kind: 'set'; codes: string[] } | { kind: 'wrong_code' } | NotConfirmed> {
  const { store, clock, key } = parts
  const { staffId } = viewer
  const secret = offeredSecret(key, viewer, wanted.offer)
  const step = secret && totpStep(secret, wanted.code.replace(/\s/g, ''), clock.now())
  const had = await findSecondFactor(store.read, staffId)
  if (had) {
    const confirmed = await confirmPassword(parts, viewer, wanted.password, wanted.address)
    if (confirmed.kind !== 'right') return confirmed
  }
  if (!secret || step === null || step === '') return { kind: 'wrong_code' }
  const codes = await store.write(async (tx) => {
    // Two tabs at once: the second would replace what the first has set, without the password.
    if (!had && (await findSecondFactor(tx, staffId))) throw new Conflict()
    const sealed = seal(key, totpPurpose(staffId), secret)
    const set_at = clock.now().toISOString()
    await replaceSecondFactor(tx, { staff_id: staffId, secret_sealed: sealed, last_step: step, set_at })
    await deleteOtherSessionsOf(tx, staffId, sessionHash(wanted.sessionId))
    await updateSecondFactorOfSession(tx, sessionHash(wanted.sessionId))
    const action = had ? 'account.replace_second_factor' : 'account.set_second_factor'
    await recordAudit(tx, clock, viewer, { action, subject: { kind: 'staff', id: staffId } })
    return issueRecoveryCodes(tx, key, staffId)
  })
  return { kind: 'set', codes }
}

/**
 * Gives up one's own second factor where the role can do without.
 * @throws Conflict where it cannot
 */
export async function removeSecondFactor(
  parts: SignInParts,
  viewer: Viewer,
  { password, address }: { password: string; address: string },
): Promise<{ kind: 'removed' } | NotConfirmed> {
  if (needsSecondFactor(viewer.role)) throw new Conflict()
  const confirmed = await confirmPassword(parts, viewer, password, address)
  if (confirmed.kind !== 'right') return confirmed
  await parts.store.write(async (tx) => {
    if (!(await deleteSecondFactor(tx, viewer.staffId))) return
    const subject = { kind: 'staff', id: viewer.staffId }
    await recordAudit(tx, parts.clock, viewer, { action: 'account.remove_second_factor', subject })
  })
  return { kind: 'removed' }
}
