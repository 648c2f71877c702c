import { asPrinted, encodeBits, isCrockford } from '#app/invitations/crockford.ts'
import { derive, type Secret } from '#app/invitations/secret.ts'

/** 60 bits. */
export const CASE_CODE_LENGTH = 12

/** The code a citizen follows a case with; the same submission always gets the same, and it is kept nowhere. */
export function caseCodeOf(secret: Secret, submission: string): string {
  return encodeBits(derive(secret, `case|${submission}`), CASE_CODE_LENGTH)
}

/** What the database keeps of a code: keyed, since 60 bits alone could be tried out against a stolen copy. */
export function caseCodeHash(secret: Secret, code: string): string {
  return derive(secret, `case-lookup|${code}`).toString('hex')
}

/** Reads a typed code; null when it cannot be one. */
export function readCaseCode(typed: string): string | null {
  if (typed.length > 40) return null
  const code = asPrinted(typed)
  return code.length === CASE_CODE_LENGTH && isCrockford(code) ? code : null
}
