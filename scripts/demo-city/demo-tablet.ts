import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { newPairingCode } from '#app/kiosk/pairing-code.server.ts'
import type { Store } from '#db/connection.ts'
import { listCountersOpenOn } from '#db/queries/kiosk-devices.ts'

interface Parts {
  store: Store
  clock: Clock
  secret: Secret
}

/** A code, good for ten minutes, that makes whoever opens `/kiosk` a tablet at a counter of this office, or of any. */
export async function tabletCode(parts: Parts, viewer: Viewer, officeId: string): Promise<string> {
  const counters = await listCountersOpenOn(parts.store.read, dayOf(parts.clock.now()))
  const counter = counters.find(({ office_id }) => office_id === officeId) ?? counters[0]
  return counter ? (await newPairingCode(parts, viewer, counter.id)).code : ''
}
