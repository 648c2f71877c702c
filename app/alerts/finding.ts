import type { AlertRow } from '#db/schema.ts'

/** A rule's condition that holds now for a subject. It carries no count: none is stored, shown or sent. */
export interface Finding {
  ruleId: string
  subject: { kind: AlertRow['subject_kind']; id: string }
  /** Tells one occasion from the next; '' where only time does. */
  occasion: string
}
