import { findSecondFactor, replaceRecoveryCodes } from '#db/queries/second-factors.ts'
import type { Tx } from '#db/schema.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { Conflict } from '../errors.ts'
import { accessCodeHash, newAccessCode } from './access-code.server.ts'
import { RECOVERY_CODE_LENGTH } from './access-code.ts'
import { type Confirmed, confirmPassword } from './confirm-password.server.ts'
import { RECOVERY_CODES } from './second-factor.ts'
import type { SignInParts } from './sign-in.server.ts'
import type { Viewer } from './viewer.ts'

/** Makes ten new codes in place of all earlier ones; they are seen now or never. */
export async function issueRecoveryCodes(tx: Tx, key: string, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newAccessCode(RECOVERY_CODE_LENGTH))
  const hashes = codes.map((code) => accessCodeHash(key, 'recovery', code))
  await replaceRecoveryCodes(tx, staffId, hashes)
  return codes
}

/**
 * Gives somebody new recovery codes against their password.
 * @throws Conflict when the account has no second factor they could stand in for
 */
export async function renewRecoveryCodes(
  parts: SignInParts,
  viewer: Viewer,
  { password, address }: { password: string; address: string },
): Promise<{ kind: 'renewed'; codes: string[] } | Exclude<Confirmed, { kind: 'right' }>> {
  const confirmed = await confirmPassword(parts, viewer, password, address)
  if (confirmed.kind !== 'right') return confirmed
  const { staffId } = viewer
  const codes = await parts.store.write(async (tx) => {
    if (!(await findSecondFactor(tx, staffId))) throw new Conflict()
    const subject = { kind: 'staff', id: staffId }
    await recordAudit(tx, parts.clock, viewer, { action: 'account.renew_recovery_codes', subject })
    return issueRecoveryCodes(tx, parts.key, staffId)
  })
  return { kind: 'renewed', codes }
}
