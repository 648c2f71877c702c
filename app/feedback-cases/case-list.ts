import type { Day } from '#app/calendar/day.ts'
import type { FeedbackCaseRow } from '#db/schema.ts'
import type { CaseQuestion, CaseView } from './case-question.ts'

/** A case in a list: never the citizen's words; of a head's list never the day it came. */
export interface ListedCase
  extends Pick<
    FeedbackCaseRow,
    | 'id'
    | 'kind'
    | 'status'
    | 'queue'
    | 'category'
    | 'summary'
    | 'first_answer'
    | 'handled_well'
    | 'escalation'
    | 'round'
  > {
  number: string
  official: boolean
  officeId: string
  office: string
  receivedDay: Day | ''
  /** What is owed next and in how many working days; null when nothing is. */
  deadline: { day: Day; left: number } | null
  extended: boolean
  /** '' for Văn phòng or nobody yet. */
  handling: string
  handler: string
}

export interface CaseList {
  question: CaseQuestion
  views: { view: CaseView; n: number }[]
  cases: ListedCase[]
  isLast: boolean
  /** To filter by; empty where one may not. */
  offices: { id: string; name: string }[]
}
