import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Store } from '#db/connection.ts'
import type { PrintJobs } from './print-jobs.server.ts'
import type { SlipRequest } from './slip.ts'
import { type SlipParts, slipList } from './slip-list.server.ts'

export type PrintedSlips = { kind: 'made'; pdf: Uint8Array } | { kind: 'none' } | { kind: 'busy' }

/** Makes the sheet of slips and says so in the audit trail: how many and whose, never a link. */
export async function printSlips(
  parts: SlipParts & { store: Store; prints: PrintJobs },
  viewer: Viewer,
  request: SlipRequest,
): Promise<PrintedSlips> {
  const { store, clock, prints } = parts
  if (!prints.hasRoom) return { kind: 'busy' }
  const { slips } = await slipList(store.read, parts, request)
  if (slips.length === 0) return { kind: 'none' }
  await store.write((tx) =>
    recordAudit(tx, clock, viewer, {
      action: 'slips.print',
      ...('officeId' in request
        ? {
            subject: { kind: 'office', id: request.officeId },
            after: { count: slips.length, day: request.day },
          }
        : { subject: { kind: 'dossiers', id: '' }, after: { count: slips.length } }),
    }),
  )
  const pdf = await prints.slips({ kind: 'slips', madeAt: clock.now().toISOString(), slips })
  return { kind: 'made', pdf }
}
