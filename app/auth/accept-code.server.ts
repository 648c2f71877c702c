import { findSecondFactor, takeRecoveryCode, takeStep } from '#db/queries/second-factors.ts'
import type { StaffRow, Tx } from '#db/schema.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import type { Clock } from '../calendar/clock.ts'
import { accessCodeHash } from './access-code.server.ts'
import { unseal } from './sealed.server.ts'
import { readSecondFactor } from './second-factor.ts'
import { totpStep } from './totp.server.ts'

/** For which purpose an account's secret is sealed: nobody else's opens under it. */
export const totpPurpose = (staffId: string): string => `totp|${staffId}`

/** Takes the second factor somebody typed, each code once; false when it is wrong, too old or was used before. */
export async function acceptCode(
  tx: Tx,
  { clock, key }: { clock: Clock; key: string },
  staff: Pick<StaffRow, 'id' | 'email'>,
  typed: string,
): Promise<boolean> {
  const read = readSecondFactor(typed)
  if (!read) return false
  if (read.kind === 'recovery') {
    const taken = await takeRecoveryCode(tx, staff.id, accessCodeHash(key, 'recovery', read.code))
    if (taken) {
      await recordAudit(
        tx,
        clock,
        { staffId: staff.id, email: staff.email },
        { action: 'account.use_recovery_code', subject: { kind: 'staff', id: staff.id } },
      )
    }
    return taken
  }
  const factor = await findSecondFactor(tx, staff.id)
  const secret = factor && unseal(key, totpPurpose(staff.id), factor.secret_sealed)
  const step = secret ? totpStep(secret, read.code, clock.now()) : null
  return step !== null && takeStep(tx, staff.id, step)
}
