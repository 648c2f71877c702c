import type { AlertRuleRow } from '#db/schema.ts'

export type RuleKind = AlertRuleRow['kind']

/** A number of a rule that may be set, with its least and most. */
interface Bounds {
  least: number
  most: number
}
export const NUMBERS = ['percent', 'least', 'minutes'] as const
export type RuleNumber = (typeof NUMBERS)[number]

/**
 * What may be set of each kind. A share of unhappy answers stays below 81% and its answers at what may be shown at all
 * (10 at a counter, 5 at an office), so that no alert says that everybody was unhappy.
 */
export const RULE_BOUNDS: Record<RuleKind, Partial<Record<RuleNumber, Bounds>>> = {
  unhappy_at_counter: {
    percent: { least: 30, most: 80 },
    least: { least: 10, most: 100 },
    minutes: { least: 10, most: 120 },
  },
  unhappy_at_office: {
    percent: { least: 30, most: 80 },
    least: { least: 5, most: 100 },
    minutes: { least: 10, most: 120 },
  },
  kiosk_silent: {},
  control_signal: {},
  few_answers: { percent: { least: 1, most: 50 }, least: { least: 10, most: 10_000 } },
}

/** Rules that look at what happens now; the others look at the last whole month. */
export const OF_NOW = [
  'unhappy_at_counter',
  'unhappy_at_office',
  'kiosk_silent',
] as const satisfies RuleKind[]
export const OF_MONTH = ['control_signal', 'few_answers'] as const satisfies RuleKind[]

export type RuleProblems = Partial<Record<RuleNumber, Bounds>>
export type RuleChange = Pick<AlertRuleRow, 'status' | RuleNumber>

/** What a form sets of a rule; numbers that its kind does not have stay as they are. */
export function readRule(
  rule: AlertRuleRow,
  form: URLSearchParams,
): { value: RuleChange } | { problems: RuleProblems } {
  const problems: RuleProblems = {}
  const { percent, least, minutes } = rule
  const value: RuleChange = { percent, least, minutes, status: form.get('status') === 'on' ? 'on' : 'off' }
  for (const name of NUMBERS) {
    const bounds = RULE_BOUNDS[rule.kind][name]
    if (!bounds) continue
    const read = whole(form.get(name) ?? '', bounds)
    if (read === null) problems[name] = bounds
    else value[name] = read
  }
  return Object.keys(problems).length > 0 ? { problems } : { value }
}

/** A whole number within its bounds as typed, or null. */
function whole(typed: string, { least, most }: Bounds): number | null {
  const n = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : -1
  return least <= n && n <= most ? n : null
}
