import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import {
  deleteCalendarDay,
  findCalendarDay,
  listCalendarDays,
  writeCalendarDay,
} from '#db/queries/working-calendar.ts'
import type { CalendarDayRow, Db } from '#db/schema.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-days.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import type { Outcome } from './outcome.ts'

/** The calendar that deadlines in working days are counted by. */
export async function workingCalendarOf(db: Db): Promise<WorkingCalendar> {
  return workingCalendar(await listCalendarDays(db))
}

const subjectOf = (day: string) => ({ kind: 'calendar_day', id: day })

/** Says of a day that it is off or worked, in the place of what was said before. */
export function writeDay(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  row: CalendarDayRow,
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const before = await findCalendarDay(tx, row.day)
    await writeCalendarDay(tx, row)
    const deed = { action: 'calendar.write', subject: subjectOf(row.day), after: row }
    await recordAudit(tx, clock, viewer, before ? { ...deed, before } : deed)
    return { done: 'dayWritten' }
  })
}

/** Makes a day an ordinary one of its week again. */
export function removeDay(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  { day }: { day: string },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const before = await findCalendarDay(tx, day)
    if (!before) throw new NotFound()
    await deleteCalendarDay(tx, day)
    await recordAudit(tx, clock, viewer, { action: 'calendar.remove', subject: subjectOf(day), before })
    return { done: 'dayRemoved' }
  })
}
