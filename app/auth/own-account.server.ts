import { findOffice } from '#db/queries/offices.ts'
import { countOpenRecoveryCodes, findSecondFactor } from '#db/queries/second-factors.ts'
import { listSessionsOf } from '#db/queries/sessions.ts'
import type { Db } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { readBrowser } from './browser-family.ts'
import { sessionHash } from './session.server.ts'
import { sessionHolds } from './session.ts'
import { needsSecondFactor, type Viewer } from './viewer.ts'

/** What somebody sees of their own account; never an address they signed in from: none is kept. */
export async function ownAccount(db: Db, clock: Clock, viewer: Viewer, sessionId: string | null) {
  const now = clock.now()
  const here = sessionId ? sessionHash(sessionId) : ''
  const rows = await listSessionsOf(db, viewer.staffId)
  const office = viewer.officeId ? await findOffice(db, viewer.officeId) : undefined
  const factor = await findSecondFactor(db, viewer.staffId)
  return {
    name: viewer.name,
    email: viewer.email,
    role: viewer.role,
    office: office?.name ?? '',
    secondFactor: factor ? { setAt: factor.set_at } : null,
    secondFactorNeeded: needsSecondFactor(viewer.role),
    recoveryCodes: await countOpenRecoveryCodes(db, viewer.staffId),
    sessions: rows
      .filter((row) => sessionHolds(row, now))
      .map((row) => ({
        id: row.id_hash,
        here: row.id_hash === here,
        began: row.created_at,
        lastSeen: row.last_seen_at,
        browser: readBrowser(row.browser),
      })),
  }
}

export type OwnAccount = Awaited<ReturnType<typeof ownAccount>>
