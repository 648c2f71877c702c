import type { Store } from '#db/connection.ts'
import { findAlertRule, updateAlertRule } from '#db/queries/alert-rules.ts'
import { recordAudit } from '../audit/record-audit.server.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Clock } from '../calendar/clock.ts'
import { NotFound } from '../errors.ts'
import { type RuleProblems, readRule } from './alert-rule.ts'

/** Sets a rule's numbers and whether it is on; answers null, or what is wrong with the form. @throws NotFound */
export function changeRule(
  { store, clock }: { store: Pick<Store, 'write'>; clock: Clock },
  viewer: Viewer,
  form: URLSearchParams,
): Promise<RuleProblems | null> {
  return store.write(async (tx) => {
    const rule = await findAlertRule(tx, form.get('rule') ?? '')
    if (!rule) throw new NotFound()
    const read = readRule(rule, form)
    if ('problems' in read) return read.problems
    await updateAlertRule(tx, rule.id, read.value)
    const { id, kind: _kind, position: _position, ...before } = rule
    const subject = { kind: 'alert_rule', id }
    await recordAudit(tx, clock, viewer, { action: 'alert_rule.change', subject, before, after: read.value })
    return null
  })
}
