import type { StaffInvitationRow } from '#db/schema.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { activatePath } from '../paths.ts'

interface Addressed {
  kind: StaffInvitationRow['kind']
  email: string
  name: string
  code: string
  hours: number
  /** The city's own address, as configured: never what a request claims it to be. */
  origin: string
}

/** The mail that brings somebody the link to choose a password. */
export function accountLetter(lang: Lang, { kind, email, name, code, hours, origin }: Addressed) {
  const t = textsIn[lang]
  const address = origin + activatePath(code)
  return {
    to: email,
    subject: t(`accounts:mail.${kind}Subject`),
    text: t(`accounts:mail.${kind}`, { name, hours, address }),
  }
}
