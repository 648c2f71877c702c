import { recordAudit } from '#app/audit/record-audit.server.ts'
import { insertConflict } from '#db/queries/kiosk-entries.ts'
import type { KioskEntryRow } from '#db/schema.ts'
import type { Taking } from './store-entry.server.ts'

/** Another entry under the id of one that is stored: the first stays, the other is told once in the audit trail. */
export async function keepConflict(
  { tx, clock, device, now, tally }: Taking,
  first: KioskEntryRow,
  hash: string,
): Promise<void> {
  const received_at = now.toISOString()
  // What is no hash is as long as a body may be; its own digits would be made up.
  const sent = /^[0-9a-f]{64}$/.test(hash) ? hash : ''
  const isNew = await insertConflict(tx, {
    entry_id: first.id,
    hash: sent,
    device_id: device.id,
    received_at,
  })
  if (!isNew) return
  tally.conflicts += 1
  await recordAudit(
    tx,
    clock,
    { script: 'kiosk' },
    {
      action: 'kiosk.conflict',
      subject: { kind: 'kiosk_device', id: device.id },
      before: { entry: first.id, number: first.number, hash: first.hash },
      after: { hash: sent },
    },
  )
}
