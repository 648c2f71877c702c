import type { AuditFilter } from '#db/queries/audit-trail.ts'
import { addDays, isDay, startOf } from '../calendar/day.ts'

/** What a visitor asks the trail for, as it stands in the address bar. */
export interface AuditQuestion {
  /** Days `yyyy-MM-dd` in Vietnam, both included; '' for an open end. */
  from: string
  to: string
  actor: string
  action: string
  subject: string
}

export interface AskedAudit {
  question: AuditQuestion
  /** Fields whose day is not a real one: they do not narrow. */
  problems: ('from' | 'to')[]
}

/** Reads the question from an address; what cannot be a day is named and left as typed. */
export function readAuditQuestion(asked: URLSearchParams): AskedAudit {
  const text = (name: string) => (asked.get(name) ?? '').trim().slice(0, 120)
  const question = {
    from: text('from'),
    to: text('to'),
    actor: text('actor').toLowerCase(),
    action: text('action'),
    subject: text('subject'),
  }
  const problems = (['from', 'to'] as const).filter((name) => question[name] !== '' && !isDay(question[name]))
  return { question, problems }
}

/** The question in instants, as the store asks it. */
export function filterOf({ question, problems }: AskedAudit): AuditFilter {
  const day = (name: 'from' | 'to') => (problems.includes(name) ? '' : question[name])
  const { actor, action, subject } = question
  return {
    from: day('from') && startOf(day('from')).toISOString(),
    before: day('to') && startOf(addDays(day('to'), 1)).toISOString(),
    actor,
    action,
    subject,
  }
}
