import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Stage } from '#db/schema.ts'
import { encodeBits } from './crockford.ts'
import { TOKEN_LENGTH } from './rating-code.ts'

/** The city's signing key and its number; secrets are derived from it again, never kept. */
export interface Secret {
  key: string
  number: number
}

export const RECEIPT_LENGTH = 12

const prepared = new Map<string, KeyObject>()

/** The key made ready once: making it anew at each use costs more than the hash. */
function keyOf({ key }: Secret): KeyObject {
  const found = prepared.get(key) ?? createSecretKey(key, 'utf8')
  prepared.set(key, found)
  return found
}

/** A secret made from the signing key for one purpose; the same text always gives the same. */
export const derive = (secret: Secret, text: string) =>
  createHmac('sha256', keyOf(secret)).update(text).digest()

/** The token of a dossier's link: 128 bits in 26 characters. */
export function linkToken(secret: Secret, dossierCode: string, stage: Stage, issueNumber: number): string {
  const bytes = derive(secret, `link|${dossierCode}|${stage}|${issueNumber}`).subarray(0, 16)
  return encodeBits(bytes, TOKEN_LENGTH)
}

/** The receipt of a submission: 60 bits in 12 characters; the same submission always gets the same. */
export function receiptOf(secret: Secret, submission: string): string {
  return encodeBits(derive(secret, `receipt|${submission.toLowerCase()}`), RECEIPT_LENGTH)
}

/** What the database keeps of a receipt: keyed, since 60 bits alone could be tried out against a stolen copy. */
export function receiptHash(secret: Secret, receipt: string): string {
  return derive(secret, `receipt-lookup|${receipt}`).toString('hex')
}
