import { addDays, type Day, LAST_DAY } from '#app/calendar/day.ts'

/** A published version and the days it is valid on, both included. */
export interface VersionSpan {
  id: string
  from: Day
  to: Day
}

export type SpanRefusal = 'too_early' | 'not_after_last'

/**
 * The spans that change when a version is published from `day` on: its own, and that of the version before it, which
 * ends the day before. Never today or earlier, so that no day already answered changes its version.
 */
export function publishedFrom(
  published: readonly VersionSpan[],
  id: string,
  day: Day,
  today: Day,
): VersionSpan[] | SpanRefusal {
  if (day <= today) return 'too_early'
  if (published.some(({ from }) => from >= day)) return 'not_after_last'
  const ended = published.filter(({ to }) => to >= day).map((span) => ({ ...span, to: addDays(day, -1) }))
  return [...ended, { id, from: day, to: LAST_DAY }]
}

/** The spans that change when a version whose first day has not come is taken back; null once it has. */
export function withdrawn(published: readonly VersionSpan[], id: string, today: Day): VersionSpan[] | null {
  const mine = published.find((span) => span.id === id)
  if (!mine || mine.from <= today) return null
  const before = addDays(mine.from, -1)
  return published.filter(({ to }) => to === before).map((span) => ({ ...span, to: mine.to }))
}

export type VersionState = 'draft' | 'coming' | 'valid' | 'ended'

export function stateOf(
  { status, valid_from, valid_to }: { status: 'draft' | 'published'; valid_from: Day; valid_to: Day },
  today: Day,
): VersionState {
  if (status === 'draft') return 'draft'
  if (valid_from > today) return 'coming'
  return valid_to >= today ? 'valid' : 'ended'
}
