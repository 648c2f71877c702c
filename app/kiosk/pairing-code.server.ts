import { createHmac } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { newStandingCode, readRatingCode } from '#app/invitations/rating-code.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { type AdministrationParts, requireAdministrator } from '#app/offices/administration.ts'
import {
  findPlacedDevice,
  insertPairingCode,
  listCountersOpenOn,
  withdrawPairingCodes,
} from '#db/queries/kiosk-devices.ts'
import { minutesAfter, PAIRING_MINUTES } from './kiosk-device.ts'

/** What the database keeps of a pairing code: keyed, since 35 bits could be tried out against a stolen copy. */
export const pairingCodeHash = ({ key }: Pick<Secret, 'key'>, code: string): string =>
  createHmac('sha256', key).update(`kiosk-code|${code}`).digest('hex')

/** A typed code as it was shown; null when it cannot be one. */
export function readPairingCode(typed: string): string | null {
  const read = readRatingCode(typed)
  return read?.kind === 'standing' ? read.code : null
}

interface CodeParts extends AdministrationParts {
  secret: Secret
}

export interface NewPairingCode {
  code: string
  expiresAt: string
}

/** Makes the one open code of a counter, for a tablet that is new there. @throws Forbidden, NotFound */
export function newPairingCode(parts: CodeParts, viewer: Viewer, counterId: string): Promise<NewPairingCode> {
  return makeCode(parts, viewer, { counterId, deviceId: '' })
}

/** Makes a code that pairs a known tablet again, revoked or not. @throws Forbidden, NotFound */
export async function codeToPairAgain(
  parts: CodeParts,
  viewer: Viewer,
  deviceId: string,
): Promise<NewPairingCode> {
  requireAdministrator(viewer)
  const device = await findPlacedDevice(parts.store.read, deviceId)
  if (!device) throw new NotFound()
  return makeCode(parts, viewer, { counterId: device.counter_id, deviceId })
}

function makeCode(
  { store, clock, secret }: CodeParts,
  viewer: Viewer,
  { counterId, deviceId }: { counterId: string; deviceId: string },
): Promise<NewPairingCode> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const now = clock.now()
    const open = await listCountersOpenOn(tx, dayOf(now))
    if (!open.some(({ id }) => id === counterId)) throw new NotFound()
    const code = newStandingCode()
    const expiresAt = minutesAfter(now, PAIRING_MINUTES)
    await withdrawPairingCodes(tx, counterId)
    await insertPairingCode(tx, {
      id: uuidv7({ msecs: now.getTime() }),
      code_hash: pairingCodeHash(secret, code),
      counter_id: counterId,
      device_id: deviceId,
      made_at: now.toISOString(),
      expires_at: expiresAt,
      status: 'open',
    })
    await recordAudit(tx, clock, viewer, {
      action: 'kiosk.code',
      subject: deviceId ? { kind: 'kiosk_device', id: deviceId } : { kind: 'counter', id: counterId },
      after: { expires_at: expiresAt },
    })
    return { code, expiresAt }
  })
}
