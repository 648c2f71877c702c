import type { Period } from '#app/calendar/period.ts'
import { tidy } from './content-texts.ts'
import { ENTERED_INDICATORS, type EnteredIndicator } from './nd61-score.ts'

export const LONGEST_NOTE = 500

export interface IndicatorScore {
  indicator: EnteredIndicator
  points: number
  note: string
}

/** What Phòng Nội vụ enters for an office and a period. */
export interface IndicatorForm {
  office: string
  period: Period
  scores: IndicatorScore[]
}

export type IndicatorProblem = 'points' | 'note' | 'note_long'

/** As typed, by field name (`points5`, `note5`), and what is wrong where. */
export interface RefusedIndicators {
  typed: Record<string, string>
  problems: Record<string, IndicatorProblem>
}

/** An indicator left wholly empty is not entered yet; points need a note, since they cannot be counted again. */
export function readIndicatorForm(form: URLSearchParams): IndicatorScore[] | RefusedIndicators {
  const read = ENTERED_INDICATORS.map((indicator) => ({
    indicator,
    points: (form.get(`points${indicator}`) ?? '').trim(),
    note: tidy(form.get(`note${indicator}`) ?? ''),
  }))
  const problems = Object.fromEntries(
    read.flatMap(({ indicator, points, note }) => {
      if (points === '' && note === '') return []
      const wrong: [string, IndicatorProblem][] = []
      if (!/^[012]$/.test(points)) wrong.push([`points${indicator}`, 'points'])
      if (note === '') wrong.push([`note${indicator}`, 'note'])
      if ([...note].length > LONGEST_NOTE) wrong.push([`note${indicator}`, 'note_long'])
      return wrong
    }),
  )
  if (Object.keys(problems).length > 0) {
    const typed = Object.fromEntries(
      read.flatMap(({ indicator, points, note }) => [
        [`points${indicator}`, points],
        [`note${indicator}`, note],
      ]),
    )
    return { typed, problems }
  }
  return read
    .filter(({ points }) => points !== '')
    .map(({ indicator, points, note }) => ({ indicator, points: Number(points), note }))
}
