import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Clock } from '#app/calendar/clock.ts'
import type { KioskDeviceRow, Tx } from '#db/schema.ts'

/** What changes of a device that is heard; that it was silent until now is told in the audit trail. */
export async function heard({
  tx,
  clock,
  device,
}: {
  tx: Tx
  clock: Clock
  device: Pick<KioskDeviceRow, 'id' | 'silent_since'>
}): Promise<Pick<KioskDeviceRow, 'last_heard_at' | 'silent_since'>> {
  if (device.silent_since !== '') {
    await recordAudit(
      tx,
      clock,
      { script: 'kiosk' },
      {
        action: 'kiosk.heard',
        subject: { kind: 'kiosk_device', id: device.id },
        before: { silent_since: device.silent_since },
      },
    )
  }
  return { last_heard_at: clock.now().toISOString(), silent_since: '' }
}
