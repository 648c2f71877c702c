import type { Viewer } from '#app/auth/viewer.ts'
import { type Day, dayOf } from '#app/calendar/day.ts'
import { addWorkingDays, type WorkingCalendar } from '#app/calendar/working-days.ts'
import {
  type CaseFilter,
  type CaseScope,
  countDeskCases,
  type DeskCaseRow,
  listDeskCases,
} from '#db/queries/case-lists.ts'
import { findOffice, listOffices } from '#db/queries/offices.ts'
import type { Db } from '#db/schema.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { nextDeadline, workingDaysLeft } from './case-deadlines.ts'
import type { CaseList, ListedCase } from './case-list.ts'
import type { CaseParts } from './case-parts.ts'
import { type CaseQuestion, viewsOf } from './case-question.ts'
import { caseNumber, isOpen } from './feedback-case.ts'

const ON_A_PAGE = 50
/** Working days that count as soon. */
const SOON = 3

type Reading = Pick<CaseParts, 'clock'> & { store: Pick<CaseParts['store'], 'read'> }

/** One page of the cases somebody may see, with how many there are in each view. */
export async function caseList(parts: Reading, viewer: Viewer, question: CaseQuestion): Promise<CaseList> {
  const db = parts.store.read
  const { filter, listed } = await asking(parts, viewer, question)
  const views = viewsOf(viewer.role)
  const counts = await countDeskCases(db, views, filter)
  const skip = (question.page - 1) * ON_A_PAGE
  const rows = await listDeskCases(db, question.view, filter, ON_A_PAGE + 1, skip)
  const offices = viewer.role === 'city_office' ? await listOffices(db) : []
  return {
    question,
    views: views.map((view) => ({ view, n: counts[view] ?? 0 })),
    cases: rows.slice(0, ON_A_PAGE).map(listed),
    isLast: rows.length <= ON_A_PAGE,
    offices: offices.map(({ id, name }) => ({ id, name })),
  }
}

/** All cases of a view, in batches, for a file. */
export async function* listedCases(
  parts: Reading,
  viewer: Viewer,
  question: CaseQuestion,
): AsyncGenerator<ListedCase> {
  const { filter, listed } = await asking(parts, viewer, question)
  for (let skip = 0; ; skip += 1_000) {
    const rows = await listDeskCases(parts.store.read, question.view, filter, 1_000, skip)
    yield* rows.map(listed)
    if (rows.length < 1_000) return
  }
}

async function asking({ store, clock }: Reading, viewer: Viewer, { office }: CaseQuestion) {
  const today = dayOf(clock.now())
  const { calendar } = await caseCalendar(store.read)
  const scope = await scopeOf(store.read, viewer)
  const soon = addWorkingDays(today, SOON, calendar)
  const filter: CaseFilter = { scope, staffId: viewer.staffId, office, today, soon }
  const isHead = viewer.role === 'office_head'
  return { filter, listed: (row: DeskCaseRow) => listedCase(row, today, calendar, isHead) }
}

async function scopeOf(db: Db, viewer: Viewer): Promise<CaseScope> {
  if (viewer.role === 'city_office') return { all: true }
  if (viewer.role !== 'office_head') return { handlerId: viewer.staffId }
  const own = viewer.officeId ? await findOffice(db, viewer.officeId) : undefined
  // An account without an office sees nothing: no path begins like this.
  return { headPath: own?.path ?? 'nowhere' }
}

function listedCase(row: DeskCaseRow, today: Day, calendar: WorkingCalendar, isHead: boolean): ListedCase {
  const { id, kind, status, queue, category, summary, first_answer, handled_well, escalation, round } = row
  const day = nextDeadline(row)
  const owed = isOpen(status) || status === 'quarantined'
  return {
    ...{ id, kind, status, queue, category, summary, first_answer, handled_well, escalation, round },
    ...{ number: caseNumber(row), official: row.official === 1, officeId: row.office_id, office: row.office },
    receivedDay: isHead ? '' : row.received_day,
    deadline: owed ? { day, left: workingDaysLeft(day, today, calendar) } : null,
    extended: row.extended_from !== '',
    ...{ handling: row.handling ?? '', handler: row.handler ?? '' },
  }
}
