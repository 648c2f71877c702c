import type { Clock } from '#app/calendar/clock.ts'
import { dayOf, hourOf } from '#app/calendar/day.ts'
import { isWorkingDay, workingCalendar } from '#app/calendar/working-days.ts'
import { tellOfAll } from '#app/notices/tell-staff.server.ts'
import type { Store } from '#db/connection.ts'
import { listStaffOfRoles } from '#db/queries/staff.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import { dueStage, taskSubject } from './due-stage.ts'
import { reportPeriods } from './report-periods.server.ts'

const FROM_HOUR = 7

/**
 * Tells Văn phòng and Phòng Nội vụ of what is due to be closed and filed, once for each day and stage, on working days
 * from seven in the morning. Answers how many tasks are at a stage; 0 when nothing is told today.
 */
export async function remindOfReports({
  store,
  clock,
}: {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}): Promise<number> {
  const now = clock.now()
  const today = dayOf(now)
  if (hourOf(now) < FROM_HOUR) return 0
  if (!isWorkingDay(today, workingCalendar(await listCalendarDays(store.read)))) return 0
  const { tasks } = await reportPeriods(store.read, today)
  const due = tasks.flatMap((task) => {
    const stage = dueStage(task, today)
    return stage ? [{ task, stage }] : []
  })
  if (due.length === 0) return 0
  await store.write(async (tx) => {
    const people = await listStaffOfRoles(tx, ['city_office', 'home_affairs'])
    const staffIds = people.map(({ id }) => id)
    const happenings = due.map(({ task, stage }) => ({
      ...{ event: `report.${task.what}_${stage}`, subject: { kind: 'report', id: taskSubject(task) } },
      ...{ occasion: task.day, staffIds },
    }))
    await tellOfAll(tx, clock, happenings)
  })
  return due.length
}
