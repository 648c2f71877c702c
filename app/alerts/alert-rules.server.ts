import { listAlertRules } from '#db/queries/alert-rules.ts'
import type { AlertRuleRow, Db } from '#db/schema.ts'

/** Every rule in its order, those that are off too. */
export const alertRules = (db: Db): Promise<AlertRuleRow[]> => listAlertRules(db)
