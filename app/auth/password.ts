import { COMMON_PASSWORDS, COMMON_STEMS } from './common-passwords.ts'

export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 200

export type PasswordFault = 'too_short' | 'too_long' | 'too_common'

/** One spelling of what was typed: an accent may come as one character or as two (NIST SP 800-63B 5.1.1.2). */
export const composed = (password: string): string => password.normalize('NFKC')

/** What is wrong with a new password, or null. */
export function passwordFault(password: string, email = ''): PasswordFault | null {
  const length = [...composed(password)].length
  if (length < SHORTEST_PASSWORD) return 'too_short'
  if (length > LONGEST_PASSWORD) return 'too_long'
  return isCommon(password, email) ? 'too_common' : null
}

function isCommon(password: string, email: string): boolean {
  const plain = folded(password)
  if (new Set(plain).size <= 2) return true
  if (COMMON_PASSWORDS.has(plain) || COMMON_STEMS.has(plain)) return true
  const mailbox = folded(email.split('@')[0] ?? '')
  const stem = plain.replace(/[^a-z]{1,8}$/, '')
  return COMMON_STEMS.has(stem) || plain === folded(email) || (mailbox !== '' && stem === mailbox)
}

/** Lower case, without Vietnamese marks and spaces: "Mật khẩu 123" is "matkhau123". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
}
