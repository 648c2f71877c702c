import type { Store } from '#db/connection.ts'
import { findSecondFactor } from '#db/queries/second-factors.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import type { StaffRow } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { type Browser, beginSession, type SignedIn } from './begin-session.server.ts'
import { readDeviceMark } from './device-mark.server.ts'
import type { GuessLimit } from './guess-limit.ts'
import { halfSignIn } from './half-sign-in.server.ts'
import { verifyPassword } from './password.server.ts'

export interface SignInParts {
  store: Store
  clock: Clock
  /** Signs device marks, seals what waits for a code, keys the hashes of codes. */
  key: string
  guesses: GuessLimit
}

export interface Attempt extends Browser {
  email: string
  password: string
}

export type SignIn =
  | SignedIn
  /** The password was right; `half` goes with the code that is asked for now. */
  | { kind: 'code_needed'; half: string }
  | { kind: 'refused' }
  | { kind: 'too_many'; retryAfter: number }

/** Signs a member of staff in; an unknown, a suspended and a known account are refused alike and as slowly. */
export async function signIn(parts: SignInParts, attempt: Attempt): Promise<SignIn> {
  const { store, key, guesses } = parts
  const device = readDeviceMark(key, attempt.email, attempt.deviceMark)
  const guess = { email: attempt.email, address: attempt.address, device }
  const retryAfter = guesses.take(guess)
  if (retryAfter > 0) return { kind: 'too_many', retryAfter }
  const staff = await findStaffByEmail(store.read, attempt.email)
  const right = await verifyPassword(staff?.password_hash || undefined, attempt.password)
  if (!staff || !right || staff.status !== 'active') return { kind: 'refused' }
  guesses.giveBack(guess)
  return signInOrAsk(parts, staff, attempt)
}

/** Goes on with somebody whose password is right: to the code where the account has one, else in. */
export async function signInOrAsk(parts: SignInParts, staff: StaffRow, browser: Browser): Promise<SignIn> {
  const { store, clock, key } = parts
  if (await findSecondFactor(store.read, staff.id)) {
    return { kind: 'code_needed', half: halfSignIn(key, clock, staff) }
  }
  return (await beginSession(parts, staff, browser, { secondFactor: false })) ?? { kind: 'refused' }
}
