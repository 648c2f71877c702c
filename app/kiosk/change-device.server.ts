import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { type AdministrationParts, requireAdministrator } from '#app/offices/administration.ts'
import { findPlacedDevice, updateDevice } from '#db/queries/kiosk-devices.ts'

export const LONGEST_NAME = 40

/** Takes a tablet's credential back: it sends nothing any more, and keeps what waits. @throws Forbidden, NotFound */
export function revokeDevice(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  deviceId: string,
): Promise<void> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const device = await findPlacedDevice(tx, deviceId)
    if (!device) throw new NotFound()
    if (device.status === 'revoked') return
    const revoked_at = clock.now().toISOString()
    await updateDevice(tx, deviceId, { status: 'revoked', revoked_at, silent_since: '' })
    await recordAudit(tx, clock, viewer, {
      action: 'kiosk.revoke',
      subject: { kind: 'kiosk_device', id: deviceId },
      before: { status: device.status },
      after: { status: 'revoked' },
    })
  })
}

/** Gives a tablet a name; answers false for one that is empty or too long. @throws Forbidden, NotFound */
export async function renameDevice(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  deviceId: string,
  typed: string,
): Promise<boolean> {
  requireAdministrator(viewer)
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '' || [...name].length > LONGEST_NAME) return false
  await store.write(async (tx) => {
    const device = await findPlacedDevice(tx, deviceId)
    if (!device) throw new NotFound()
    if (device.name === name) return
    await updateDevice(tx, deviceId, { name })
    await recordAudit(tx, clock, viewer, {
      action: 'kiosk.rename',
      subject: { kind: 'kiosk_device', id: deviceId },
      before: { name: device.name },
      after: { name },
    })
  })
  return true
}
