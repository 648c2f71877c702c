import { v7 as uuidv7 } from 'uuid'
import type { Store } from '#db/connection.ts'
import { listAlertRules } from '#db/queries/alert-rules.ts'
import { insertAlerts, listKnownAlerts, updateAlerts } from '#db/queries/alerts.ts'
import { listHeads } from '#db/queries/case-staff.ts'
import type { AlertRow, AlertRuleRow, Db, Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { tellOfAll } from '../notices/tell-staff.server.ts'
import { OF_MONTH, OF_NOW, type RuleKind } from './alert-rule.ts'
import { findNow } from './find-now.server.ts'
import type { Finding } from './finding.ts'
import { type MonthFigures, monthFindings } from './month-figures.ts'
import { settleAlerts } from './settle-alerts.ts'

interface Watching {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/** A closed alert whose condition still holds is known by what was written at most so long ago. */
const KNOWN_FOR_MS = 7 * 24 * 3_600_000

/** Looks at the last minutes' ratings and at the tablets. Answers how many alerts were opened and ended. */
export function checkPlaces(parts: Watching) {
  return check(parts, OF_NOW, (rules) => findNow(parts.store.read, rules, parts.clock.now()))
}

/** Looks at the last whole month as the desk shows it. Answers how many alerts were opened and ended. */
export function checkMonth(parts: Watching, figures: MonthFigures) {
  return check(parts, OF_MONTH, (rules) => monthFindings(rules, figures))
}

/**
 * Finds, and settles what changed in one transaction, so that an alert is opened and told once however many processes
 * look. Nothing is written while nothing changes.
 */
async function check(
  { store, clock }: Watching,
  kinds: readonly RuleKind[],
  find: (rules: readonly AlertRuleRow[]) => Promise<Finding[]> | Finding[],
): Promise<{ opened: number; ended: number }> {
  const rules = (await listAlertRules(store.read)).filter(({ kind }) => kinds.includes(kind))
  const findings = await find(rules)
  const settled = async (db: Db) => {
    const now = clock.now()
    const since = new Date(now.getTime() - KNOWN_FOR_MS).toISOString()
    return settleAlerts(rules, findings, await listKnownAlerts(db, since), now)
  }
  const { opened, held, ended } = await settled(store.read)
  if (opened.length + held.length + ended.length === 0) return { opened: 0, ended: 0 }
  return store.write(async (tx) => {
    const now = clock.now().toISOString()
    const changes = await settled(tx)
    await updateAlerts(tx, changes.held, { held_at: now })
    await updateAlerts(tx, changes.ended, { status: 'closed', closed_at: now })
    const openedNow = await open(tx, clock, changes.opened, rules)
    return { opened: openedNow, ended: changes.ended.length }
  })
}

/** Opens alerts and tells Văn phòng alone of them: which rule and where, by the app; a mail names no place. */
async function open(
  tx: Tx,
  clock: Clock,
  findings: readonly Finding[],
  rules: readonly AlertRuleRow[],
): Promise<number> {
  const now = clock.now().toISOString()
  const rows: AlertRow[] = findings.map(({ ruleId, subject, occasion }) => ({
    ...{ id: uuidv7(), rule_id: ruleId, subject_kind: subject.kind, subject_id: subject.id, occasion },
    ...{ status: 'open', opened_at: now, held_at: now, acknowledged_at: '', acknowledged_by: null },
    ...{ closed_at: '', closed_by: null, note: '' },
  }))
  const written = new Set(await insertAlerts(tx, rows))
  const told = rows.filter(({ id }) => written.has(id))
  if (told.length === 0) return 0
  const kinds = new Map(rules.map(({ id, kind }) => [id, kind]))
  const staffIds = (await listHeads(tx, 'city_office')).map(({ id }) => id)
  const happenings = told.map(({ id, rule_id }) => ({
    ...{ event: `alert.${kinds.get(rule_id)}`, subject: { kind: 'alert', id }, staffIds },
  }))
  await tellOfAll(tx, clock, happenings)
  return told.length
}
