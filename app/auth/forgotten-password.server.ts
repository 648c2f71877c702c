import { findStaffByEmail } from '#db/queries/staff.ts'
import type { Lang } from '../i18n/languages.ts'
import type { Mailer } from '../integrations/mail.server.ts'
import { accountLetter } from './account-letters.ts'
import { accountState } from './account-state.ts'
import type { SignInParts } from './sign-in.server.ts'
import { CODE_HOURS, issueStaffCode } from './staff-code.server.ts'

interface Asked {
  email: string
  address: string
  lang: Lang
  origin: string
}

/**
 * Sends a link to choose a new password, where there is an account in use; else nothing. Whoever asked was answered
 * already: how long this takes tells nobody which of the two it was.
 */
export async function sendPasswordLink(parts: SignInParts, mailer: Mailer, asked: Asked): Promise<void> {
  const { store, guesses } = parts
  const { email, address, lang, origin } = asked
  if (guesses.take({ email: `forgotten|${email}`, address, device: null }) > 0) return
  const staff = await findStaffByEmail(store.read, email)
  if (!staff || accountState(staff) !== 'active') return
  const kind = 'forgotten_password'
  const code = await store.write((tx) => issueStaffCode(tx, parts, staff.id, kind))
  const { name } = staff
  await mailer.send(accountLetter(lang, { kind, email, name, code, hours: CODE_HOURS[kind], origin }))
}
