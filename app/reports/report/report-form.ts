import type { CloseProblem } from '../period-close.ts'
import { REPORT_SECTIONS, type ReportSection, type ReportTexts } from './report.ts'

/** Code points a section may have. */
export const LONGEST_SECTION = 4_000

/** What was written into the report, as typed; sections that are too long are named. */
export function readReportTexts(form: URLSearchParams): { texts: ReportTexts; tooLong: ReportSection[] } {
  const texts = Object.fromEntries(
    REPORT_SECTIONS.map((section) => [section, (form.get(section) ?? '').replaceAll('\r\n', '\n').trim()]),
  ) as ReportTexts
  return { texts, tooLong: REPORT_SECTIONS.filter((section) => [...texts[section]].length > LONGEST_SECTION) }
}

export type ReportProblem = CloseProblem | 'too_long'

const DONE = ['proposed', 'signed', 'withdrawn', 'asked', 'reopened', 'kept', 'saved'] as const
export type ReportDone = (typeof DONE)[number]

/** What an address says has just been done. */
export const readReportDone = (asked: string | null): ReportDone | null =>
  DONE.find((each) => each === asked) ?? null
