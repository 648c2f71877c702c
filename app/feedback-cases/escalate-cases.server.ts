import { type Day, dayOf } from '#app/calendar/day.ts'
import { addWorkingDays, isWorkingDay } from '#app/calendar/working-days.ts'
import { tellOfAll } from '#app/notices/tell-staff.server.ts'
import { listHeads } from '#db/queries/case-staff.ts'
import { listCasesDueBy, updateCases } from '#db/queries/feedback-cases.ts'
import type { FeedbackCaseRow, Tx } from '#db/schema.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { escalationDue, nextDeadline } from './case-deadlines.ts'
import { recordSteps } from './case-log.server.ts'
import type { CaseParts } from './case-parts.ts'

type Level = 1 | 2 | 3
type Watched = Pick<CaseParts, 'store' | 'clock'>

/**
 * Tells of what is late: its handler first, then the head of the handling office, then Văn phòng. One transaction
 * reads and raises, so that each step is taken once however many processes run it. Answers how many cases rose.
 */
export function escalateCases({ store, clock }: Watched): Promise<number> {
  return store.write(async (tx) => {
    const { settings, calendar } = await caseCalendar(tx)
    const today = dayOf(clock.now())
    const due = await listCasesDueBy(tx, today)
    const people = await peopleFor(tx, due)
    let raised = 0
    for (const level of [1, 2, 3] as const) {
      const rising = due.filter(
        (row) => escalationDue(row, today, settings, calendar) === level && row.escalation < level,
      )
      const ids = rising.map(({ id }) => id)
      await updateCases(tx, ids, { escalation: level })
      await recordSteps(tx, clock, ids, { kind: 'escalated', note: String(level) })
      const happenings = rising.map((row) => ({
        event: row.status === 'assigned' ? 'case.overdue' : 'case.not_assigned',
        subject: { kind: 'feedback_case', id: row.id },
        occasion: `${row.round}|${nextDeadline(row)}|${level}`,
        staffIds: people(row, level),
      }))
      await tellOfAll(tx, clock, happenings)
      raised += rising.length
    }
    return raised
  })
}

/** Tells handlers, on the last working day before it, of what is due on the next. */
export function remindOfDeadlines({ store, clock }: Watched): Promise<void> {
  return store.write(async (tx) => {
    const { calendar } = await caseCalendar(tx)
    const today = dayOf(clock.now())
    if (!isWorkingDay(today, calendar)) return
    const tomorrow: Day = addWorkingDays(today, 1, calendar)
    const due = await listCasesDueBy(tx, tomorrow)
    const happenings = due
      .filter((row) => row.status === 'assigned' && row.answer_by === tomorrow)
      .map((row) => ({
        ...{ event: 'case.due_tomorrow', subject: { kind: 'feedback_case', id: row.id } },
        ...{ occasion: tomorrow, staffIds: row.handler_id ? [row.handler_id] : [] },
      }))
    await tellOfAll(tx, clock, happenings)
  })
}

/** Who hears of a case at a level: everybody up to it, since a step may have been skipped while nothing ran. */
async function peopleFor(tx: Tx, rows: readonly FeedbackCaseRow[]) {
  const offices = [...new Set(rows.map((row) => row.handling_office_id ?? ''))].filter(Boolean)
  const heads = Map.groupBy(await listHeads(tx, offices), ({ office_id }) => office_id)
  const city = (await listHeads(tx, 'city_office')).map(({ id }) => id)
  return (row: FeedbackCaseRow, level: Level): string[] => {
    if (row.status !== 'assigned') return city
    const ofOffice = row.handling_office_id ? heads.get(row.handling_office_id) : undefined
    return [
      ...(row.handler_id ? [row.handler_id] : []),
      ...(level >= 2 ? (ofOffice?.map(({ id }) => id) ?? city) : []),
      ...(level >= 3 ? city : []),
    ]
  }
}
