import type { CommentRow, ResponseRow } from '#db/schema.ts'
import { hourOf } from '../calendar/day.ts'
import { answerMarks } from '../surveys/answer-marks.ts'
import type { SurveyVersion } from '../surveys/survey.ts'
import { searchableComment } from './search-words.ts'
import { asList, type Theme, themesIn } from './theme.ts'

/** Text is shown only where an office has so many comments in the period (statistics.md 6). */
export const FEWEST_COMMENTS = 8

/** The question whose options are the reasons of a comment. */
export const REASONS = 'short.reasons'

/** Goes up when the mask or the folding changes: every comment is then read again. */
const MASK_VERSION = 1

/** How comments are read now. */
export interface Reading {
  id: string
  themes: readonly Theme[]
}

export const readingId = (themesRevision: string): string => `${MASK_VERSION}.${themesRevision}`

const NOON = 12

export const halfDayOf = ({ day, first_at }: Pick<ResponseRow, 'day' | 'first_at'>): string =>
  `${day} ${hourOf(new Date(first_at)) < NOON ? 'am' : 'pm'}`

type Commented = Pick<
  ResponseRow,
  'id' | 'office_id' | 'day' | 'first_at' | 'level' | 'stage' | 'comment' | 'answers'
>

/** What is looked for in a response's comment; a UUIDv7 ends in chance, its beginning would tell the moment. */
export function commentOf(row: Commented, survey: SurveyVersion | null, reading: Reading): CommentRow {
  const folded = searchableComment(row.comment)
  return {
    response_id: row.id,
    office_id: row.office_id,
    half_day: halfDayOf(row),
    mark: row.id.slice(-10),
    level: row.level,
    stage: row.stage,
    reasons: asList(reasonsOf(row.answers, survey)),
    themes: asList(themesIn(folded, reading.themes)),
    folded,
    reading: reading.id,
  }
}

function reasonsOf(answers: string, survey: SurveyVersion | null): string[] {
  if (!survey || answers === '{}') return []
  return answerMarks(survey, JSON.parse(answers) as Record<string, string[]>)
    .filter(({ identity, option }) => identity === REASONS && option !== '')
    .map(({ option }) => option)
}
