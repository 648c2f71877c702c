import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { PasswordFault } from './password.ts'

/** What a form about an account may be refused for. */
export type AccountRefusal =
  | { kind: 'wrong' | 'differs' | 'wrong_code' | 'not_usable' | 'expired' | 'refused' }
  | { kind: 'weak'; fault: PasswordFault }
  | { kind: 'too_many'; retryAfter: number }

/** The refusal in words, by the field it belongs to. */
export function accountProblem(
  lang: Lang,
  refusal: AccountRefusal,
): { name: 'code' | 'current' | 'password' | 'again' | 'email'; text: string } {
  const t = textsIn[lang]
  switch (refusal.kind) {
    case 'weak':
      return { name: 'password', text: t(`accounts:password.fault.${refusal.fault}`) }
    case 'differs':
      return { name: 'again', text: t('accounts:password.differs') }
    case 'wrong':
      return { name: 'current', text: t('accounts:password.wrong') }
    case 'wrong_code':
      return { name: 'code', text: t('accounts:code.wrong') }
    case 'not_usable':
      return { name: 'code', text: t('accounts:activate.notUsable') }
    case 'expired':
      return { name: 'email', text: t('accounts:signIn.expired') }
    case 'refused':
      return { name: 'email', text: t('session:wrong') }
    case 'too_many':
      return { name: 'code', text: t('accounts:tooMany', { minutes: Math.ceil(refusal.retryAfter / 60) }) }
  }
}
