import { deleteSessionOf, deleteSessionsOf } from '#db/queries/sessions.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import { NotFound } from '../errors.ts'
import type { AccountParts } from './staff-code.server.ts'
import type { Viewer } from './viewer.ts'

type Parts = Pick<AccountParts, 'store' | 'clock'>

/** Ends one of one's own sessions. @throws NotFound when it is another's, or over already */
export async function endSession({ store, clock }: Parts, viewer: Viewer, idHash: string): Promise<void> {
  await store.write(async (tx) => {
    if ((await deleteSessionOf(tx, viewer.staffId, idHash)) === 0) throw new NotFound()
    const subject = { kind: 'staff', id: viewer.staffId }
    await recordAudit(tx, clock, viewer, { action: 'account.end_session', subject })
  })
}

/** Signs somebody out everywhere, here too. */
export async function endAllSessions({ store, clock }: Parts, viewer: Viewer): Promise<void> {
  await store.write(async (tx) => {
    await deleteSessionsOf(tx, viewer.staffId)
    const subject = { kind: 'staff', id: viewer.staffId }
    await recordAudit(tx, clock, viewer, { action: 'account.end_all_sessions', subject })
  })
}
