import { Secret, TOTP } from 'otpauth'

const STEP_S = 30
/** A phone's clock may be half a minute off, either way. */
const WINDOW = 1
const BYTES = 20

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Hai Long',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_S,
  })

/** A new secret of 160 bits, in letters (RFC 4226, section 4). */
export const newTotpSecret = (): string => new Secret({ size: BYTES }).base32

/** What the picture for the phone says. */
export const otpauthAddress = (secret: string, email: string): string => totpOf(secret, email).toString()

/** Which step of 30 seconds the code belongs to (RFC 6238), or null when it is wrong or too old. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_S) + delta
}
