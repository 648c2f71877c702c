import type { AlertRow, AlertRuleRow } from '#db/schema.ts'
import type { Finding } from './finding.ts'

/** That a condition still holds is written down no more often than this. */
const WRITTEN_EVERY_MS = 4 * 60_000

/** What changes: findings that open an alert, ids whose condition still holds, ids whose condition is gone. */
export interface Settled {
  opened: Finding[]
  held: string[]
  ended: string[]
}

const keyOf = (ruleId: string, subjectId: string) => `${ruleId} ${subjectId}`

/**
 * Holds what is found against the alerts that are known (oldest first). A rule and subject have one alert that is not
 * closed; one that somebody closed does not open again on the same occasion. Without an occasion of its own a
 * condition is over when the rule's own minutes have passed without it.
 */
export function settleAlerts(
  rules: readonly AlertRuleRow[],
  findings: readonly Finding[],
  known: readonly AlertRow[],
  now: Date,
): Settled {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))
  const latest = new Map<string, AlertRow>()
  for (const row of known) {
    const key = keyOf(row.rule_id, row.subject_id)
    if (ruleOf.has(row.rule_id)) latest.set(key, row)
  }
  const agoOf = ({ held_at }: AlertRow) => now.getTime() - Date.parse(held_at)
  const isOver = (row: AlertRow) =>
    row.occasion !== '' || agoOf(row) >= (ruleOf.get(row.rule_id)?.minutes ?? 0) * 60_000
  const settled: Settled = { opened: [], held: [], ended: [] }
  const found = new Set<AlertRow>()
  for (const finding of findings) {
    const row = latest.get(keyOf(finding.ruleId, finding.subject.id))
    const isSame =
      row?.occasion === finding.occasion &&
      (row.status !== 'closed' || finding.occasion !== '' || !isOver(row))
    if (!row || !isSame) settled.opened.push(finding)
    else {
      found.add(row)
      if (agoOf(row) >= WRITTEN_EVERY_MS) settled.held.push(row.id)
    }
  }
  for (const row of latest.values())
    if (row.status !== 'closed' && !found.has(row) && isOver(row)) settled.ended.push(row.id)
  return settled
}
