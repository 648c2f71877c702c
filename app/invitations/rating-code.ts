import { createHash, randomBytes } from 'node:crypto'
import { ALPHABET, asPrinted, encodeBits, isCrockford } from './crockford.ts'

/** What stands behind `/r/`: a standing code (counter, kiosk) or one dossier's link. */
export type RatingCode = { kind: 'standing'; code: string } | { kind: 'dossier'; token: string }

export const STANDING_LENGTH = 8
export const TOKEN_LENGTH = 26

/** Reads a typed or scanned code; null when it cannot be one, so that a typo never reaches the database. */
export function readRatingCode(typed: string): RatingCode | null {
  if (typed.length > 64) return null
  const code = asPrinted(typed)
  if (!isCrockford(code)) return null
  if (code.length === TOKEN_LENGTH) return { kind: 'dossier', token: code }
  if (code.length === STANDING_LENGTH && checkCharacter(code.slice(0, -1)) === code.at(-1)) {
    return { kind: 'standing', code }
  }
  return null
}

/** The Luhn mod 32 check character of a payload: finds every single mistyped character. */
export function checkCharacter(payload: string): string {
  let factor = 2
  let sum = 0
  for (let i = payload.length - 1; i >= 0; i--) {
    const product = factor * ALPHABET.indexOf(payload[i] ?? '')
    sum += Math.floor(product / 32) + (product % 32)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET[(32 - (sum % 32)) % 32] ?? ''
}

/** A new standing code: 35 random bits and the check character. */
export function newStandingCode(random: (bytes: number) => Uint8Array = randomBytes): string {
  const payload = encodeBits(random(5), STANDING_LENGTH - 1)
  return payload + checkCharacter(payload)
}

/** What the database looks a code up by: a standing code itself, a link's token only as its SHA-256. */
export function lookupOf(code: RatingCode): string {
  return code.kind === 'standing' ? code.code : createHash('sha256').update(code.token).digest('hex')
}
