import { findStaff } from '#db/queries/staff.ts'
import type { Db } from '#db/schema.ts'
import type { Lang } from '../i18n/languages.ts'
import type { Mailer } from '../integrations/mail.server.ts'
import { accountLetter } from './account-letters.ts'
import { CODE_HOURS } from './staff-code.server.ts'

export interface StaffCode {
  staffId: string
  code: string
  kind: 'invitation' | 'reset'
}

/**
 * Sends a code's link to its owner, where mail goes out; the code is on paper all the same.
 * @throws when the mail server does not take it
 */
export async function sendStaffCode(
  db: Db,
  mailer: Mailer | null,
  { staffId, code, kind }: StaffCode,
  { lang, origin }: { lang: Lang; origin: string },
): Promise<'sent' | 'none'> {
  const staff = mailer && (await findStaff(db, staffId))
  if (!mailer || !staff) return 'none'
  const { email, name } = staff
  await mailer.send(accountLetter(lang, { kind, email, name, code, hours: CODE_HOURS[kind], origin }))
  return 'sent'
}
