import { caseNumber } from '#app/feedback-cases/feedback-case.ts'
import { feedbackCasePath, patterns } from '#app/paths.ts'

/** What notices are of; anything else is called a notice and no more. */
export const NOTICE_EVENTS = [
  'case.received',
  'case.quarantined',
  'case.assigned',
  'case.due_tomorrow',
  'case.overdue',
  'case.not_assigned',
  'case.rated_badly',
  'case.reopened',
  'case.public_proposed',
  'office.week',
  'alert.unhappy_at_counter',
  'alert.unhappy_at_office',
  'alert.kiosk_silent',
  'alert.control_signal',
  'alert.few_answers',
  'report.filing_soon',
  'report.filing_near',
  'report.filing_today',
  'report.filing_late',
  'report.close_soon',
  'report.close_near',
  'report.close_today',
  'report.close_late',
] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

/** The name of an event in the texts, whose keys have no dots. */
export const eventKey = (event: string) =>
  (NOTICE_EVENTS as readonly string[]).includes(event)
    ? (event.replace('.', '_') as `case_received` | `office_week`)
    : 'other'

/** Where the thing itself is dealt with. */
export const subjectPath = ({ subject_kind, subject_id }: { subject_kind: string; subject_id: string }) =>
  subject_kind === 'feedback_case'
    ? feedbackCasePath(subject_id)
    : subject_kind === 'report'
      ? `${patterns.reports}/${subject_id}`
      : subject_kind === 'alert'
        ? `${patterns.alerts}#${subject_id}`
        : subject_kind === 'office_week'
          ? patterns.cases
          : patterns.notices

/** PA-2026-0042, or '' when it is not about a case. */
export const numberOf = ({ year, serial }: { year: number | null; serial: number | null }): string =>
  year === null || serial === null ? '' : caseNumber({ year, serial })
