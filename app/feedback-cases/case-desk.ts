import type { Day } from '#app/calendar/day.ts'
import type { MaskedPart } from '#app/comments/personal-data.ts'
import type { Lang } from '#app/i18n/languages.ts'
import type { FeedbackCaseRow } from '#db/schema.ts'
import type { Contact } from './contact.ts'
import type { Move } from './feedback-case.ts'
import type { PublicAnswer } from './public-answer.ts'

/** What everybody sees who may see a case at all: the office it is about sees this and no more. */
export interface CaseOutside {
  id: string
  number: string
  office: string
  status: FeedbackCaseRow['status']
  deadline: { day: Day; left: number } | null
  summary: string
  /** Steps that may be taken from here by whoever looks. */
  may: Move[]
  /** To give it to; empty where it may not be given to anybody. */
  handlers: { id: string; name: string; office: string }[]
}

/** What Văn phòng and the handler see besides. */
export interface CaseInside {
  row: Pick<
    FeedbackCaseRow,
    | 'kind'
    | 'queue'
    | 'suspicion'
    | 'category'
    | 'escalation'
    | 'round'
    | 'handled_well'
    | 'first_answer'
    | 'extension_reason'
    | 'contact'
  >
  official: boolean
  lang: Lang
  receivedDay: Day
  extendedFrom: Day | ''
  /** '' for Văn phòng. */
  handling: string
  handler: string
  /** The citizen's words: whole for the handler, masked for everybody else. */
  words: MaskedPart[]
  masked: boolean
  contact: Contact | null
  steps: CaseStep[]
  answers: { round: number; original: string; text: string; sent: boolean; day: Day }[]
  draft: { original: string; text: string; summary: string }
  extensionDays: number
  /** What the public reads of it; null where that is not asked. */
  published: PublicAnswer | null
}

export interface CaseStep {
  id: string
  at: string
  kind: string
  /** '' for the citizen or the machine. */
  staff: string
  from: string
  to: string
  note: string
}

export interface CaseDesk {
  outside: CaseOutside
  inside: CaseInside | null
}
