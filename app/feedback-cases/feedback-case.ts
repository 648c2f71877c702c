import type { CaseStatus, FeedbackCaseRow } from '#db/schema.ts'

/** As long as a comment: code points of NFC text. */
export const LONGEST_STORY = 2_000
export const LONGEST_NOTE = 500
export const LONGEST_ANSWER = 4_000

/** What a citizen may want: the first two become a case, of the last two no story is taken (Luật Khiếu nại, Luật Tố cáo). */
export const INTENTS = ['gop-y', 'phan-anh', 'khieu-nai', 'to-cao'] as const
export type Intent = (typeof INTENTS)[number]
export type CaseIntent = Extract<Intent, 'gop-y' | 'phan-anh'>

export const KIND_OF: Record<CaseIntent, FeedbackCaseRow['kind']> = {
  'gop-y': 'suggestion',
  'phan-anh': 'petition',
}

export const readIntent = (text: string | null): Intent | null =>
  INTENTS.find((intent) => intent === text) ?? null

/** Of khiếu nại and tố cáo it is only said where they are filed. */
export const isFiledElsewhere = (intent: string | null): intent is 'khieu-nai' | 'to-cao' =>
  intent === 'khieu-nai' || intent === 'to-cao'

/** In the order a case passes them; the first two are the desk's alone. */
export const STATUSES = [
  'quarantined',
  'set_aside',
  'received',
  'classified',
  'assigned',
  'answered',
  'closed',
] as const satisfies CaseStatus[]

export const CATEGORIES = [
  'delay',
  'attitude',
  'documents',
  'fees',
  'guidance',
  'online',
  'facilities',
  'rules',
  'integrity',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

/** What may be done to a case in a state; whoever may do it is asked besides. */
export const MOVES = {
  release: ['quarantined'],
  setAside: ['quarantined'],
  classify: ['received', 'classified'],
  assign: ['classified', 'assigned'],
  extend: ['received', 'classified', 'assigned'],
  answer: ['assigned'],
  close: ['answered'],
  rate: ['answered', 'closed'],
  reopen: ['answered', 'closed'],
} as const satisfies Record<string, CaseStatus[]>
export type Move = keyof typeof MOVES

export const mayFollow = (move: Move, status: CaseStatus): boolean =>
  (MOVES[move] as readonly CaseStatus[]).includes(status)

/** Somebody still owes the citizen an answer. */
export const OPEN_STATUSES = ['received', 'classified', 'assigned'] as const satisfies CaseStatus[]

export const isOpen = (status: CaseStatus): boolean =>
  (OPEN_STATUSES as readonly CaseStatus[]).includes(status)

/** PA-2026-0042: what a case is called at the desk; it opens nothing. */
export const caseNumber = ({ year, serial }: Pick<FeedbackCaseRow, 'year' | 'serial'>): string =>
  `PA-${year}-${String(serial).padStart(4, '0')}`

/** What a citizen is told of a state: the desk's quarantine looks like any case received. */
export const statusForCitizen = (status: CaseStatus): CaseStatus =>
  status === 'quarantined' || status === 'set_aside' ? 'received' : status

/** What happens to a case, in the order it can. */
export type StepKind =
  | 'received'
  | 'released'
  | 'set_aside'
  | 'classified'
  | 'assigned'
  | 'transferred'
  | 'extended'
  | 'answered'
  | 'rated'
  | 'reopened'
  | 'closed'
  | 'escalated'
  | 'contact_deleted'
