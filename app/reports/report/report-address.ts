import { type ClosablePeriod, type CloseKind, readClosablePeriod } from '../period-close.ts'

/** The kinds of period as an address says them. */
const SLUGS: Record<CloseKind, string> = {
  month: 'thang',
  quarter: 'quy',
  half: 'sau-thang',
  year: 'nam',
  filing: 'nam-nop',
}

export const slugOf = (kind: CloseKind): string => SLUGS[kind]

/** The period that an address names (`quy`, `2026-07-01`), or null. */
export function readReportPeriod(slug: string, from: string): ClosablePeriod | null {
  const kind = (Object.keys(SLUGS) as CloseKind[]).find((each) => SLUGS[each] === slug)
  return kind ? readClosablePeriod(kind, from) : null
}
