import { RECOVERY_CODE_LENGTH, readAccessCode } from './access-code.ts'

export const RECOVERY_CODES = 10

/** Six figures from the phone, or a recovery code from paper. */
export type TypedCode = { kind: 'totp' | 'recovery'; code: string }

/** What was typed as the second factor, spaces and dashes aside, or null. */
export function readSecondFactor(typed: string): TypedCode | null {
  const figures = typed.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(figures)) return { kind: 'totp', code: figures }
  const recovery = readAccessCode(typed, RECOVERY_CODE_LENGTH)
  return recovery ? { kind: 'recovery', code: recovery } : null
}
