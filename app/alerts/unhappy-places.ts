import type { AlertRuleRow } from '#db/schema.ts'
import type { Finding } from './finding.ts'

/** A rating of the last minutes; `counterId` '' where it was given at none. */
export interface RecentTap {
  officeId: string
  counterId: string
  level: number
  /** In milliseconds. */
  at: number
}

/** Levels 1 and 2; "Bình thường" is not satisfied, and not unhappy either. */
const isUnhappy = ({ level }: RecentTap) => level <= 2

/** Whether a rule's part of answers of its last minutes are unhappy, where there are enough of them. */
function isMet({ percent, least }: AlertRuleRow, taps: readonly RecentTap[]): boolean {
  return taps.length >= least && taps.filter(isUnhappy).length * 100 >= percent * taps.length
}

/**
 * Counters and offices with too many unhappy answers in a rule's last minutes. An office whose answers all come from
 * one counter that is found already is not found again.
 */
export function unhappyPlaces(
  rules: readonly AlertRuleRow[],
  taps: readonly RecentTap[],
  now: number,
): Finding[] {
  const found = (kind: AlertRuleRow['kind']) =>
    rules
      .filter((rule) => rule.kind === kind && rule.status === 'on')
      .flatMap((rule) => {
        const since = now - rule.minutes * 60_000
        const recent = taps.filter(({ at }) => since < at && at <= now)
        const isCounters = kind === 'unhappy_at_counter'
        const idOf = ({ counterId, officeId }: RecentTap) => (isCounters ? counterId : officeId)
        return [...Map.groupBy(recent, idOf)]
          .filter(([id, own]) => id !== '' && isMet(rule, own))
          .map(([id, own]) => ({ ruleId: rule.id, id, counters: new Set(own.map((tap) => tap.counterId)) }))
      })
  const counters = found('unhappy_at_counter')
  const known = new Set(counters.map(({ id }) => id))
  const offices = found('unhappy_at_office').filter(
    ({ counters: given }) => given.size > 1 || ![...given].every((id) => known.has(id)),
  )
  return [
    ...counters.map(({ ruleId, id }) => ({
      ruleId,
      subject: { kind: 'counter' as const, id },
      occasion: '',
    })),
    ...offices.map(({ ruleId, id }) => ({ ruleId, subject: { kind: 'office' as const, id }, occasion: '' })),
  ]
}
