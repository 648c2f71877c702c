import { findStaff } from '#db/queries/staff.ts'
import { verifyPassword } from './password.server.ts'
import type { SignInParts } from './sign-in.server.ts'
import type { Viewer } from './viewer.ts'

export type Confirmed = { kind: 'right' } | { kind: 'wrong' } | { kind: 'too_many'; retryAfter: number }

/** Asks somebody who is signed in for the password again: a desk left open changes no account. */
export async function confirmPassword(
  { store, guesses }: SignInParts,
  viewer: Viewer,
  password: string,
  address: string,
): Promise<Confirmed> {
  const guess = { email: `own|${viewer.email}`, address, device: null }
  const retryAfter = guesses.take(guess)
  if (retryAfter > 0) return { kind: 'too_many', retryAfter }
  const staff = await findStaff(store.read, viewer.staffId)
  const right = await verifyPassword(staff?.password_hash || undefined, password)
  if (!right) return { kind: 'wrong' }
  guesses.giveBack(guess)
  return { kind: 'right' }
}
