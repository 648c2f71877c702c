import { z } from 'zod'
import { type Day, isDay } from '../calendar/day.ts'
import { listedCodes, MOST_SLIPS, type SlipRequest } from './slip.ts'

/** What the page of slips was asked, as it was typed. */
export interface TypedSlips {
  office: string
  day: string
  codes: string
}

export type SlipProblem = 'office' | 'day' | 'codes' | 'too_many' | 'busy'

export const typedSlips = (fields: URLSearchParams): TypedSlips => ({
  office: fields.get('office') ?? '',
  day: fields.get('day') ?? '',
  codes: fields.get('codes') ?? '',
})

const officeDay = (today: Day) =>
  z.object({
    office: z.string().min(1).max(100),
    day: z.string().refine((day) => isDay(day) && day <= today),
  })

/** What was asked for, or what is wrong with it; neither as long as nothing was asked. */
export function slipsAsked(
  { office, day, codes }: TypedSlips,
  today: Day,
  byCodes: boolean,
): { request: SlipRequest | null; problems: SlipProblem[] } {
  if (byCodes) {
    const listed = listedCodes(codes)
    if (listed.length === 0) return { request: null, problems: ['codes'] }
    if (listed.length > MOST_SLIPS) return { request: null, problems: ['too_many'] }
    return { request: { codes: listed }, problems: [] }
  }
  if (office === '' && day === '') return { request: null, problems: [] }
  const read = officeDay(today).safeParse({ office, day })
  if (read.success) return { request: { officeId: read.data.office, day: read.data.day }, problems: [] }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  return { request: null, problems: (['office', 'day'] as const).filter((field) => wrong.has(field)) }
}
