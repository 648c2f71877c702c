import type { AlertRuleRow, Db, Tx } from '../schema.ts'

export function listAlertRules(db: Db): Promise<AlertRuleRow[]> {
  return db.selectFrom('alert_rules').selectAll().orderBy('position').execute()
}

export function findAlertRule(db: Db, id: string): Promise<AlertRuleRow | undefined> {
  return db.selectFrom('alert_rules').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateAlertRule(
  tx: Tx,
  id: string,
  change: Pick<AlertRuleRow, 'status' | 'percent' | 'least' | 'minutes'>,
): Promise<void> {
  await tx.updateTable('alert_rules').set(change).where('id', '=', id).execute()
}
