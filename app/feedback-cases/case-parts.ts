import type { Clock } from '#app/calendar/clock.ts'
import type { Secret } from '#app/invitations/secret.ts'
import type { Store } from '#db/connection.ts'
import type { ContactKeys } from '#db/contact-keys.ts'

/** What the deeds of cases need. */
export interface CaseParts {
  store: Pick<Store, 'read' | 'write' | 'emptyLog'>
  clock: Clock
  secret: Secret
  contactKeys: ContactKeys
}
