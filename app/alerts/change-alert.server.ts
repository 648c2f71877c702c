import type { Store } from '#db/connection.ts'
import { moveAlert } from '#db/queries/alerts.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Clock } from '../calendar/clock.ts'
import { Conflict } from '../errors.ts'

interface Parts {
  store: Pick<Store, 'write'>
  clock: Clock
}

const LONGEST_NOTE = 1_000

/** Somebody has seen an alert and looks after it. @throws Conflict when it is not open any more */
export function acknowledgeAlert(parts: Parts, viewer: Viewer, id: string): Promise<void> {
  const acknowledged_at = parts.clock.now().toISOString()
  const change = { status: 'acknowledged', acknowledged_at, acknowledged_by: viewer.staffId } as const
  return move(parts, viewer, id, ['open'], 'alert.acknowledge', change)
}

/** Closes an alert with what was done, 1 to 1,000 characters; false when there are none. @throws Conflict when it is closed */
export async function closeAlert(parts: Parts, viewer: Viewer, id: string, said: string): Promise<boolean> {
  const note = said.normalize('NFC').trim()
  if (note === '' || note.length > LONGEST_NOTE) return false
  const closed_at = parts.clock.now().toISOString()
  const change = { status: 'closed', closed_at, closed_by: viewer.staffId, note } as const
  await move(parts, viewer, id, ['open', 'acknowledged'], 'alert.close', change)
  return true
}

function move(
  { store, clock }: Parts,
  viewer: Viewer,
  id: string,
  from: Parameters<typeof moveAlert>[2],
  action: string,
  change: Parameters<typeof moveAlert>[3],
): Promise<void> {
  return store.write(async (tx) => {
    if ((await moveAlert(tx, id, from, change)) === 0) throw new Conflict()
    await recordAudit(tx, clock, viewer, { action, subject: { kind: 'alert', id }, after: change })
  })
}
