import { acceptCode } from './accept-code.server.ts'
import { type Browser, beginSession, type SignedIn } from './begin-session.server.ts'
import { readDeviceMark } from './device-mark.server.ts'
import { readHalfSignIn } from './half-sign-in.server.ts'
import type { SignInParts } from './sign-in.server.ts'

export interface CodeAttempt extends Browser {
  /** What the browser kept since the password was right. */
  half: string | null
  code: string
}

export type SignInByCode =
  | SignedIn
  | { kind: 'wrong_code' }
  /** The password has to be asked again. */
  | { kind: 'expired' }
  | { kind: 'too_many'; retryAfter: number }

/** The second step of signing in; codes are guessed at under the same limits as passwords. */
export async function signInByCode(parts: SignInParts, attempt: CodeAttempt): Promise<SignInByCode> {
  const { store, clock, key, guesses } = parts
  const staff = await readHalfSignIn({ db: store.read, key, clock }, attempt.half)
  if (!staff) return { kind: 'expired' }
  const device = readDeviceMark(key, staff.email, attempt.deviceMark)
  const guess = { email: `code|${staff.email}`, address: attempt.address, device }
  const retryAfter = guesses.take(guess)
  if (retryAfter > 0) return { kind: 'too_many', retryAfter }
  const take = (tx: Parameters<typeof acceptCode>[0]) => acceptCode(tx, { clock, key }, staff, attempt.code)
  const begun = await beginSession(parts, staff, attempt, { secondFactor: true, take })
  if (!begun) return { kind: 'wrong_code' }
  guesses.giveBack(guess)
  return begun
}
