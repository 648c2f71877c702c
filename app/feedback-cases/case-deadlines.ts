import type { Day } from '#app/calendar/day.ts'
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '#app/calendar/working-days.ts'
import type { FeedbackCaseRow } from '#db/schema.ts'
import type { CaseSettings } from './case-settings.ts'
import { isOpen } from './feedback-case.ts'

/** Both counted from the day of receipt, which is not counted itself; a transfer changes neither. */
export function deadlinesOf(received: Day, settings: CaseSettings, calendar: WorkingCalendar) {
  return {
    classify_by: addWorkingDays(received, settings.classificationDays, calendar),
    answer_by: addWorkingDays(received, settings.handlingDays, calendar),
  }
}

/** The deadline of a case extended by so many working days, counted from the one it had. */
export const extendedDeadline = (answerBy: Day, days: number, calendar: WorkingCalendar): Day =>
  addWorkingDays(answerBy, days, calendar)

/** A reopened case has the whole time again, from the day it was reopened. */
export const reopenedDeadline = (day: Day, settings: CaseSettings, calendar: WorkingCalendar): Day =>
  addWorkingDays(day, settings.handlingDays, calendar)

/** The last day on which an answered case may still be reopened. */
export const reopenableUntil = (answered: Day, settings: CaseSettings, calendar: WorkingCalendar): Day =>
  addWorkingDays(answered, settings.reopenDays, calendar)

type Dated = Pick<FeedbackCaseRow, 'status' | 'classify_by' | 'answer_by'>

/** The day by which the next thing is owed: classification first, then the answer. */
export const nextDeadline = ({ status, classify_by, answer_by }: Dated): Day =>
  status === 'received' || status === 'quarantined' ? classify_by : answer_by

/** Working days left until a deadline (0: it is today, negative: late by so many). */
export const workingDaysLeft = (deadline: Day, today: Day, calendar: WorkingCalendar): number =>
  workingDaysBetween(today, deadline, calendar)

/**
 * Who should have heard by today that a case is late: 0 nobody, 1 its handler, 2 the head of the handling office too,
 * 3 Văn phòng too. What nobody has been told to handle yet is Văn phòng's own.
 */
export function escalationDue(
  row: Dated,
  today: Day,
  settings: CaseSettings,
  calendar: WorkingCalendar,
): 0 | 1 | 2 | 3 {
  const deadline = nextDeadline(row)
  if (!(isOpen(row.status) || row.status === 'quarantined') || today <= deadline) return 0
  if (row.status !== 'assigned') return 3
  const late = workingDaysBetween(deadline, today, calendar)
  if (late >= settings.cityAfterDays) return 3
  return late >= settings.headAfterDays ? 2 : 1
}
