import type { Clock } from '#app/calendar/clock.ts'
import { appendToAuditTrail } from '#db/queries/audit-trail.ts'
import type { Tx } from '#db/schema.ts'

/** Who does it: a viewer, or the city's own machine by the name of its script. */
export type Actor = { staffId: string; email: string } | { script: string }

/** What was done: `action` is `noun.verb`, `before` and `after` what changed of the subject, never a secret. */
export interface AuditedDeed {
  action: string
  subject: { kind: string; id: string }
  before?: object
  after?: object
}

/** Writes one line of the audit trail in the transaction that does the deed. */
export function recordAudit(tx: Tx, clock: Clock, actor: Actor, deed: AuditedDeed): Promise<void> {
  const who =
    'script' in actor
      ? { staff_id: null, actor: actor.script }
      : { staff_id: actor.staffId, actor: actor.email }
  return appendToAuditTrail(tx, {
    at: clock.now().toISOString(),
    ...who,
    action: deed.action,
    subject_kind: deed.subject.kind,
    subject_id: deed.subject.id,
    before: deed.before ? JSON.stringify(deed.before) : '',
    after: deed.after ? JSON.stringify(deed.after) : '',
  })
}
