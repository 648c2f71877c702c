import type { FeedbackCaseRow, PublishedAnswerRow } from '#db/schema.ts'

/** A public text as its case's page shows it at Văn phòng. */
export interface PublicAnswer {
  question: string
  answer: string
  /** null: nothing was proposed yet. */
  status: PublishedAnswerRow['status'] | null
  /** Another than who proposed it looks at it before it is public. */
  mayPublish: boolean
}

/** One line of the list; instants in UTC, '' for what has not happened. */
export interface ListedPublicAnswer {
  caseId: string
  number: string
  officeId: string
  office: string
  question: string
  answer: string
  status: PublishedAnswerRow['status']
  proposedAt: string
  publishedAt: string
  withdrawnAt: string
}

/** Only what has been answered, owes an answer at all, and may be known to the office it is about. */
export const mayBePublic = ({ kind, queue, status }: Pick<FeedbackCaseRow, 'kind' | 'queue' | 'status'>) =>
  kind === 'petition' && queue === 'ordinary' && (status === 'answered' || status === 'closed')
