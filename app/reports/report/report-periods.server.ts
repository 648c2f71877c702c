import { listPeriodCloses } from '#db/queries/period-closes.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { Db } from '#db/schema.ts'
import type { Day } from '../../calendar/day.ts'
import { workingCalendar } from '../../calendar/working-days.ts'
import { type DueTask, dueTasks, type ListedPeriod, listedPeriods } from './report-periods.ts'

/** The periods there are to report on, with their closes, and what is due next. */
export async function reportPeriods(
  db: Db,
  today: Day,
): Promise<{ periods: ListedPeriod[]; tasks: DueTask[] }> {
  const periods = listedPeriods(today, await listPeriodCloses(db))
  return { periods, tasks: dueTasks(today, periods, workingCalendar(await listCalendarDays(db))) }
}
