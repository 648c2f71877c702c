/** The changes of an office, each a page of its own under this last part of its address. */
export const OFFICE_CHANGES = {
  rename: 'doi-ten',
  move: 'chuyen',
  close: 'dong',
  reopen: 'mo-lai',
  correct: 'sua',
} as const

export type OfficeChange = keyof typeof OFFICE_CHANGES

export function officeChangeAt(part: string | undefined): OfficeChange | null {
  const known = Object.keys(OFFICE_CHANGES) as OfficeChange[]
  return known.find((change) => OFFICE_CHANGES[change] === part) ?? null
}

/** What has just been done, as the page that follows says it; the words are `offices:done`. */
export const DONE = [
  'opened',
  'renamed',
  'moved',
  'closed',
  'reopened',
  'corrected',
  'merged',
  'counterOpened',
  'counterRenamed',
  'counterClosed',
  'codeIssued',
  'codeRevoked',
  'codeReissued',
  'hoursSet',
  'procedureAdded',
  'procedureEnded',
  'proceduresTaken',
  'dayWritten',
  'dayRemoved',
  'targetsSet',
] as const

export type Done = (typeof DONE)[number]

export const readDone = (word: string | null): Done | null => DONE.find((done) => done === word) ?? null
