import { createHmac, randomBytes } from 'node:crypto'
import { spellAccessCode } from './access-code.ts'

/** A code nobody has had before. */
export const newAccessCode = (length: number): string =>
  spellAccessCode(randomBytes(Math.ceil((length * 5) / 8)), length)

/** What the database keeps of a code: keyed, since few bits could be tried out against a stolen copy. */
export const accessCodeHash = (key: string, kind: 'staff' | 'recovery', code: string): string =>
  createHmac('sha256', key).update(`${kind}-code|${code}`).digest('hex')
