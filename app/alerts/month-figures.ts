import type { AlertRuleRow } from '#db/schema.ts'
import type { Month } from '../calendar/day.ts'
import type { Finding } from './finding.ts'

/** What the desk shows of the last whole month; what its rules hide is not in it. */
export interface MonthFigures {
  month: Month
  /** Offices whose control chart signals in that month. */
  signals: string[]
  /** Dossiers returned, and those of them that were rated. */
  answers: { officeId: string; rated: number; returned: number }[]
}

/** What rules find in a month: control-chart signals, and offices whose dossiers are hardly rated. */
export function monthFindings(
  rules: readonly AlertRuleRow[],
  { month, signals, answers }: MonthFigures,
): Finding[] {
  return rules
    .filter(({ status }) => status === 'on')
    .flatMap((rule) => {
      const offices =
        rule.kind === 'control_signal'
          ? signals
          : rule.kind === 'few_answers'
            ? answers
                .filter(
                  ({ rated, returned }) => returned >= rule.least && rated * 100 < rule.percent * returned,
                )
                .map(({ officeId }) => officeId)
            : []
      return offices.map((id) => ({
        ruleId: rule.id,
        subject: { kind: 'office' as const, id },
        occasion: month,
      }))
    })
}
