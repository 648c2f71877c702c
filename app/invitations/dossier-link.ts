import { lookupOf } from './rating-code.ts'
import { linkToken, type Secret } from './secret.ts'

/** A dossier's link derived from the secret: its token is printed, its look-up stored. */
export interface DossierLink {
  token: string
  lookup: string
  keyNumber: number
}

/** Derives the link a dossier gets when it is returned or refused: each time the same. */
export function returnLinkOf(secret: Secret, dossierCode: string): DossierLink {
  const token = linkToken(secret, dossierCode, 'return', 1)
  return { token, lookup: lookupOf({ kind: 'dossier', token }), keyNumber: secret.number }
}
