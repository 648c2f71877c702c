import type { Day } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import type { CaseStatus, FeedbackCaseRow } from '#db/schema.ts'
import type { StepKind } from './feedback-case.ts'

/** What the holder of a case's code may see of it. */
export interface FollowedCase {
  code: string
  kind: FeedbackCaseRow['kind']
  official: boolean
  city: string
  office: string
  receivedDay: Day
  status: Exclude<CaseStatus, 'quarantined' | 'set_aside'>
  /** Of an answer still owed: the day, and working days left until it (negative: late); null when none is. */
  deadline: { day: Day; left: number } | null
  extended: { from: Day; reason: string } | null
  /** '' for Văn phòng, null when nobody has been told to. */
  handledBy: string | null
  steps: { id: string; day: Day; kind: StepKind; office: string }[]
  text: string
  answers: { round: number; lang: Lang; text: string; original: string; day: Day }[]
  handledWell: FeedbackCaseRow['handled_well']
  mayRate: boolean
  /** The last day it may be reopened on, or null. */
  reopenUntil: Day | null
  contact: FeedbackCaseRow['contact']
  contactDays: number
}

/** Steps that a citizen is shown; what the desk does among its own people is not one. */
export const STEPS_FOR_CITIZEN: readonly StepKind[] = [
  'received',
  'classified',
  'assigned',
  'transferred',
  'extended',
  'answered',
  'reopened',
  'closed',
  'contact_deleted',
]
