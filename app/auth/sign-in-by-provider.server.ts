import { findSecondFactor } from '#db/queries/second-factors.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import { accountState } from './account-state.ts'
import { type Browser, beginSession } from './begin-session.server.ts'
import { halfSignIn } from './half-sign-in.server.ts'
import type { SignIn, SignInParts } from './sign-in.server.ts'
import { accountName } from './sign-in-form.ts'

/** Whom a sign-in provider vouches for. */
export interface Vouched {
  /** An address the provider has verified, or null. */
  email: string | null
  secondFactor: boolean
}

/**
 * Signs in whom the city's own sign-in vouches for: an account that is there already and in use, never a new one.
 * Our second factor is asked for unless the provider has asked for one itself.
 */
export async function signInByProvider(
  parts: Omit<SignInParts, 'guesses'>,
  vouched: Vouched,
  browser: Browser,
): Promise<Exclude<SignIn, { kind: 'too_many' }>> {
  const { store, clock, key } = parts
  const staff = vouched.email ? await findStaffByEmail(store.read, accountName(vouched.email)) : undefined
  if (!staff || accountState(staff) !== 'active') return { kind: 'refused' }
  if (!vouched.secondFactor && (await findSecondFactor(store.read, staff.id))) {
    return { kind: 'code_needed', half: halfSignIn(key, clock, staff) }
  }
  const begun = await beginSession(parts, staff, browser, { secondFactor: vouched.secondFactor })
  return begun ?? { kind: 'refused' }
}
