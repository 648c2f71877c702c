import { createHash, randomBytes } from 'node:crypto'
import { findDeviceByCredential } from '#db/queries/kiosk-devices.ts'
import type { Db } from '#db/schema.ts'
import { isExpired } from './kiosk-device.ts'

const BYTES = 32
const BEARER = /^Bearer ([\w-]{43})$/i

/** 256 random bits. */
export const newCredential = (): string => randomBytes(BYTES).toString('base64url')

/** What the database keeps of a credential. */
export const credentialHash = (credential: string): string =>
  createHash('sha256').update(credential).digest('hex')

/** The id of the device behind an Authorization header, or why there is none. */
export async function deviceBehind(
  db: Db,
  authorization: string | null,
  now: Date,
): Promise<{ device: string } | { refused: 'unknown' | 'revoked' | 'expired' }> {
  const credential = BEARER.exec(authorization ?? '')?.[1]
  const found = credential && (await findDeviceByCredential(db, credentialHash(credential)))
  if (!found) return { refused: 'unknown' }
  if (found.status === 'revoked') return { refused: 'revoked' }
  return isExpired(found, now) ? { refused: 'expired' } : { device: found.id }
}
