import type { SatisfiedShare } from './satisfied-share.ts'

/** Đạt, Chưa đạt, Chưa đủ cơ sở kết luận. */
export type Verdict = 'met' | 'not_met' | 'undecided'

/** The city's plan, II.2.2: at least 95% satisfied. */
export const SATISFIED_TARGET = 0.95

/** Whether the ratings suffice to say that the share is at least the target, or below it. */
export function verdict(interval: Pick<SatisfiedShare, 'lower' | 'upper'>, target: number): Verdict {
  if (interval.lower >= target) return 'met'
  return interval.upper < target ? 'not_met' : 'undecided'
}

/** The plain percentage against the target, as the plan reads; always printed beside the verdict. */
export function meetsPlainly(share: number, target: number): boolean {
  return share >= target
}

/** More than 99% of the dossiers returned on time or early: a full count, so exact; null when none was returned. */
export function onTimeMet(onTime: number, returned: number): boolean | null {
  return returned === 0 ? null : onTime * 100 > returned * 99
}
