import type { Day } from '#app/calendar/day.ts'
import type { Outcome } from '#db/schema.ts'
import { APPLICANTS, CHANNELS, type Dossier, isClosed, OUTCOMES } from './dossier.ts'
import { readDossierCode } from './dossier-code.ts'
import type { DossierColumn } from './dossier-columns.ts'
import type { DossierProblemKind } from './dossier-problem.ts'
import type { ProcedureFinder } from './procedure-code.ts'
import { isAfter, readTime, type WrittenTime } from './written-time.ts'

/** What a line is checked against. */
export interface KnownCity {
  officeIds: ReadonlySet<string>
  procedureFor: ProcedureFinder
  today: Day
}

/** One trimmed cell of the line; '' for a column the file has not. */
type Cell = (column: DossierColumn) => string
type Refuse = (kind: DossierProblemKind, detail?: string) => null

export interface LineProblem {
  kind: DossierProblemKind
  detail: string
}

/** Reads one line and names all that is wrong with it. */
export function readLine(cell: Cell, city: KnownCity): { dossier: Dossier } | { problems: LineProblem[] } {
  const problems: LineProblem[] = []
  const refuse: Refuse = (kind, detail = '') => {
    problems.push({ kind, detail })
    return null
  }
  const code = readDossierCode(cell('code'), city.today)
  if ('problem' in code) refuse(code.problem)
  const officeId = cell('office')
  if (!city.officeIds.has(officeId)) refuse('office_unknown', shownId(officeId))
  const channel = oneOf(CHANNELS, cell('channel')) ?? refuse('channel', CHANNELS.join(', '))
  const applicant = oneOf(APPLICANTS, cell('applicant')) ?? refuse('applicant', APPLICANTS.join(', '))
  const times = readTimes(cell, city.today, refuse)
  const procedure = city.procedureFor(cell('procedure'), times.received?.day ?? null)
  if ('problem' in procedure) refuse(procedure.problem, shownId(cell('procedure')))
  const outcome = readOutcome(cell('outcome'), cell('returned'), refuse)

  const { received, due, returned } = times
  if (problems.length > 0 || 'problem' in code || 'problem' in procedure) return { problems }
  if (!channel || !applicant || !received || !due || !outcome) return { problems }
  return {
    dossier: {
      code: code.code,
      officeId,
      procedureId: procedure.id,
      channel,
      applicant,
      receivedAt: received.at,
      dueAt: due.at,
      returnedAt: returned?.at ?? '',
      outcome,
    },
  }
}

/** Cells change places in careless files: an id is repeated only when it looks like one, never like a person's. */
function shownId(id: string): string {
  return /^(\d\.\d{6}[0-9A-Z.]{0,20}|[a-z]{1,12}(-[a-z0-9]{1,12}){0,4})$/.test(id) ? id : ''
}

function oneOf<T extends string>(known: readonly T[], written: string): T | undefined {
  const word = written.toLowerCase()
  return known.find((one) => one === word)
}

function readTimes(cell: Cell, today: Day, refuse: Refuse) {
  const received = readTime(cell('received')) ?? refuse('received_time')
  const due = readTime(cell('due'), 'end') ?? refuse('due_time')
  const returned: WrittenTime | null =
    cell('returned') === '' ? null : (readTime(cell('returned')) ?? refuse('returned_time'))
  if (received && received.day > today) refuse('received_in_future')
  if (returned && returned.day > today) refuse('returned_in_future')
  if (received && due && received.day > due.day) refuse('due_before_received')
  if (received && returned && isAfter(received, returned)) refuse('returned_before_received')
  return { received, due, returned }
}

/** Where a file says no outcome, a dossier with a day of return is returned and any other is open. */
function readOutcome(written: string, returned: string, refuse: Refuse): Outcome | null {
  if (written === '') return returned === '' ? 'open' : 'returned'
  const outcome = oneOf(OUTCOMES, written)
  if (!outcome) return refuse('outcome', OUTCOMES.join(', '))
  if (isClosed(outcome) && returned === '') return refuse('returned_missing', outcome)
  if (outcome === 'open' && returned !== '') return refuse('returned_but_open')
  return outcome
}
