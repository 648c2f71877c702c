import type { Role } from '#db/schema.ts'
import type { Period } from '../calendar/period.ts'
import { patterns } from '../paths.ts'
import type { Level } from '../statistics/level-counts.ts'

/** What somebody looks for among the comments of a period, as it stands in the address; '' and null do not narrow. */
export interface CommentQuestion {
  office: string
  level: Level | null
  reason: string
  theme: string
  words: string
}

const LONGEST = 120

export function readCommentQuestion(asked: URLSearchParams): CommentQuestion {
  const text = (name: string) => (asked.get(name) ?? '').trim().slice(0, LONGEST)
  const word = (name: string) => text(name).replace(/[^\w.:-]/g, '')
  const level = /^[1-5]$/.test(text('level')) ? (Number(text('level')) as Level) : null
  return { office: word('office'), level, reason: word('reason'), theme: word('theme'), words: text('q') }
}

/** The question's part of an address, with nothing that does not narrow. */
export function askedOf(period: Period, question: CommentQuestion): Record<string, string> {
  const { office, level, reason, theme, words } = question
  const all = { office, level: level === null ? '' : String(level), reason, theme, q: words }
  const narrowing = Object.entries(all).filter(([, value]) => value !== '')
  return { from: period.from, to: period.to, ...Object.fromEntries(narrowing) }
}

export const commentsAddress = (
  period: Period,
  question: CommentQuestion,
  change: Partial<CommentQuestion> = {},
  path: string = patterns.comments,
): string => `${path}?${new URLSearchParams(askedOf(period, { ...question, ...change }))}`

/** A citizen's words are read by Văn phòng alone, masked; the others who may come see figures. */
export const readsComments = (role: Role): boolean => role === 'city_office'

const PLACE = /^(\d{4}-\d{2}-\d{2} [ap]m)\.([0-9a-zA-Z-]{1,40})$/

/** Where a page begins, as written in an address; null for what is no place. */
export function readPlace(below: string | null): { halfDay: string; mark: string } | null {
  const [, halfDay, mark] = PLACE.exec(below ?? '') ?? []
  return halfDay !== undefined && mark !== undefined ? { halfDay, mark } : null
}

export const writtenPlace = ({ half_day, mark }: { half_day: string; mark: string }): string =>
  `${half_day}.${mark}`
