import type { OpeningHoursRow } from '#db/schema.ts'
import type { Problem, Problems } from './outcome.ts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** A day has at most two spans: before and after lunch. */
export const SPANS = [1, 2] as const

export type Span = Pick<OpeningHoursRow, 'weekday' | 'opens' | 'closes'>

/** The names of a span's two fields: `opens_1_2` is the second span of Monday. */
export const spanFields = (weekday: number, span: number) => ({
  opens: `opens_${weekday}_${span}`,
  closes: `closes_${weekday}_${span}`,
})

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Reads a week of opening hours; an empty span is none, and spans of a day follow one another. */
export function readOpeningHours(form: URLSearchParams): { spans: Span[] } | { problems: Problems } {
  const problems: Record<string, Problem> = {}
  const spans: Span[] = []
  for (const weekday of WEEKDAYS) {
    let earliest = ''
    for (const number of SPANS) {
      const fields = spanFields(weekday, number)
      const opens = (form.get(fields.opens) ?? '').trim()
      const closes = (form.get(fields.closes) ?? '').trim()
      if (opens === '' && closes === '') continue
      if (!TIME.test(opens)) problems[fields.opens] = 'not_a_time'
      else if (!TIME.test(closes)) problems[fields.closes] = 'not_a_time'
      else if (closes <= opens) problems[fields.closes] = 'hours_order'
      else if (opens < earliest) problems[fields.opens] = 'hours_order'
      else spans.push({ weekday, opens, closes })
      earliest = closes
    }
  }
  return Object.keys(problems).length > 0 ? { problems } : { spans }
}
