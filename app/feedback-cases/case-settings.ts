/**
 * What the city sets for its cases. Deadlines are in working days: the law gives at most 15 from receipt, a province's
 * own rules may give less.
 */
export const CASE_SETTINGS = {
  /** Working days from receipt until somebody has been told to handle it. */
  classificationDays: { key: 'cases.classification_days', days: 2, most: 15 },
  /** Working days from receipt until it is answered. */
  handlingDays: { key: 'cases.handling_days', days: 15, most: 60 },
  /** Working days that a case may be extended by, once. */
  extensionDays: { key: 'cases.extension_days', days: 10, most: 60 },
  /** Working days after its deadline until the head of the handling office hears of it, and Văn phòng. */
  headAfterDays: { key: 'cases.head_after_days', days: 2, most: 60 },
  cityAfterDays: { key: 'cases.city_after_days', days: 5, most: 60 },
  /** Working days after an answer during which it may be reopened; then it is closed. */
  reopenDays: { key: 'cases.reopen_days', days: 10, most: 60 },
  /** Calendar days after closing until contact data is deleted. */
  contactDays: { key: 'cases.contact_days', days: 30, most: 365 },
} as const

export type CaseSetting = keyof typeof CASE_SETTINGS
export type CaseSettings = Record<CaseSetting, number>

export const CASE_SETTING_NAMES = Object.keys(CASE_SETTINGS) as CaseSetting[]

/** A number of days from 1 to `most` as typed or stored; null for anything else. */
export function readDays(text: string, most: number): number | null {
  const n = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return n >= 1 && n <= most ? n : null
}

/** Settings out of what is stored (`key` to text); what was never written or is no number of days has its default. */
export function caseSettingsFrom(stored: ReadonlyMap<string, string>): CaseSettings {
  return Object.fromEntries(
    CASE_SETTING_NAMES.map((name) => {
      const { key, days: fallback, most } = CASE_SETTINGS[name]
      return [name, readDays(stored.get(key) ?? '', most) ?? fallback]
    }),
  ) as CaseSettings
}
