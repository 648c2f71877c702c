import type { Store } from '#db/connection.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import type { Clock } from '../calendar/clock.ts'
import { makeDeviceMark, readDeviceMark } from './device-mark.server.ts'
import type { GuessLimit } from './guess-limit.ts'
import { verifyPassword } from './password.server.ts'
import { startSession } from './session.server.ts'

export interface SignInParts {
  store: Store
  clock: Clock
  /** Signs device marks. */
  key: string
  guesses: GuessLimit
}

export interface Attempt {
  email: string
  password: string
  address: string
  deviceMark: string | null
  /** The session the browser came with: it ends, and its id is never taken over. */
  sessionId: string | null
}

export type SignIn =
  | { kind: 'signed_in'; sessionId: string; deviceMark: string }
  | { kind: 'refused' }
  | { kind: 'too_many'; retryAfter: number }

/** Signs a member of staff in; an unknown, a suspended and a known account are refused alike and as slowly. */
export async function signIn(parts: SignInParts, attempt: Attempt): Promise<SignIn> {
  const { store, clock, key, guesses } = parts
  const device = readDeviceMark(key, attempt.email, attempt.deviceMark)
  const guess = { email: attempt.email, address: attempt.address, device }
  const retryAfter = guesses.take(guess)
  if (retryAfter > 0) return { kind: 'too_many', retryAfter }
  const staff = await findStaffByEmail(store.read, attempt.email)
  const right = await verifyPassword(staff?.password_hash, attempt.password)
  if (!staff || !right || staff.status !== 'active') return { kind: 'refused' }
  guesses.giveBack(guess)
  const sessionId = await store.write(async (tx) => {
    return startSession(
      tx,
      { staffId: staff.id, secondFactor: false, browser: '', instead: attempt.sessionId },
      clock.now(),
    )
  })
  const deviceMark =
    device !== null && attempt.deviceMark ? attempt.deviceMark : makeDeviceMark(key, attempt.email)
  return { kind: 'signed_in', sessionId, deviceMark }
}
