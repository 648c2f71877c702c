import type { ResponseRow } from '#db/schema.ts'

export type Level = 1 | 2 | 3 | 4 | 5
export const LEVELS = [5, 4, 3, 2, 1] as const satisfies readonly Level[]

/** For how long the holder of the receipt may change a rating, and a link be answered again (product.md, Rules). */
export const CHANGEABLE_DAYS = 7
export const LONGEST_COMMENT = 2_000

const DAY_MS = 86_400_000

export function changeableUntil(first: Date): string {
  return new Date(first.getTime() + CHANGEABLE_DAYS * DAY_MS).toISOString()
}

/** What a receipt's holder may say or change; what is absent stays as it was. */
export interface ResponseChange {
  level?: Level | undefined
  respondent?: 'citizen' | 'business' | undefined
  /** Only the questions named are replaced. */
  answers?: Record<string, string[]> | undefined
  /** The survey version that the answers belong to. */
  survey?: string | undefined
  comment?: string | undefined
}

/** The response with the change made, or the same object when nothing differs. */
export function changed(row: ResponseRow, change: ResponseChange): ResponseRow {
  const answers = JSON.stringify({ ...(JSON.parse(row.answers) as object), ...change.answers })
  const after = {
    ...row,
    level: change.level ?? row.level,
    respondent: change.respondent ?? row.respondent,
    answers: change.answers ? answers : row.answers,
    survey_version_id: change.survey ?? row.survey_version_id,
    comment: change.comment ?? row.comment,
  }
  const same =
    after.level === row.level &&
    after.respondent === row.respondent &&
    after.answers === row.answers &&
    after.comment === row.comment
  return same ? row : after
}
