/** Why a step at the desk was refused; each has its text under `caseDesk:problem`. */
export type CaseProblem =
  | 'required'
  | 'too_long'
  | 'not_a_choice'
  | 'own_office'
  | 'same_handler'
  | 'not_so_many_days'
  | 'moved'
  | 'rude'
  | 'own_text'

export type CaseProblems = Readonly<Record<string, CaseProblem>>

/** What came of a form at the desk; `done` is a word for the page that follows. */
export type CaseOutcome = { done: CaseDone } | { problems: CaseProblems }

export const DONE = [
  'released',
  'setAside',
  'classified',
  'noted',
  'assigned',
  'extended',
  'drafted',
  'answered',
  'closed',
  'settings',
  'proposed',
  'published',
  'withdrawn',
] as const
export type CaseDone = (typeof DONE)[number]

export const readDone = (text: string | null): CaseDone | undefined => DONE.find((done) => done === text)
