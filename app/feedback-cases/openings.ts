/** How an answer may begin; each in Vietnamese and in the citizen's language under `caseDesk:opening`. */
export const OPENINGS = ['thanks', 'apology', 'explained', 'passedOn'] as const
export type Opening = (typeof OPENINGS)[number]

export const readOpening = (text: string | null): Opening | undefined =>
  OPENINGS.find((opening) => opening === text)
