import type { DerivedLink } from '#app/dossiers/return-link.ts'
import { lookupOf } from './rating-code.ts'
import { linkToken, type Secret } from './secret.ts'

/** Derives the link a dossier gets when it is returned or refused: each time the same. */
export function returnLinkOf(secret: Secret, dossierCode: string): DerivedLink {
  const token = linkToken(secret, dossierCode, 'return', 1)
  return { token, lookup: lookupOf({ kind: 'dossier', token }), keyNumber: secret.number }
}
