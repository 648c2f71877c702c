import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { Forbidden } from '#app/errors.ts'
import { listSettings, writeSetting } from '#db/queries/settings.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import {
  CASE_SETTING_NAMES,
  CASE_SETTINGS,
  type CaseSettings,
  caseSettingsFrom,
  readDays,
} from './case-settings.ts'

/** Sets the numbers of days; cases that are open keep the deadlines they were promised. @throws Forbidden */
export async function setCaseSettings(
  { store, clock }: Pick<CaseParts, 'store' | 'clock'>,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<CaseOutcome> {
  if (viewer.role !== 'city_office') throw new Forbidden()
  const read = CASE_SETTING_NAMES.map(
    (name) => [name, readDays(form.get(name) ?? '', CASE_SETTINGS[name].most)] as const,
  )
  const wrong = read.filter(([, days]) => days === null).map(([name]) => [name, 'not_so_many_days'] as const)
  if (wrong.length > 0) return { problems: Object.fromEntries(wrong) }
  const wanted = Object.fromEntries(read) as CaseSettings
  return store.write(async (tx) => {
    const before = caseSettingsFrom(await listSettings(tx, 'cases.'))
    const changed = CASE_SETTING_NAMES.filter((name) => wanted[name] !== before[name])
    for (const name of changed) await writeSetting(tx, CASE_SETTINGS[name].key, String(wanted[name]))
    const after = { ...before, ...wanted }
    const subject = { kind: 'setting', id: 'cases' }
    await recordAudit(tx, clock, viewer, { action: 'case_settings.change', subject, before, after })
    return { done: 'settings' }
  })
}
