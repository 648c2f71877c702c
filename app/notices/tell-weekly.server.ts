import type { Clock } from '#app/calendar/clock.ts'
import { addDays, dayOf, hourOf } from '#app/calendar/day.ts'
import { weekdayOf } from '#app/calendar/working-days.ts'
import type { Store } from '#db/connection.ts'
import { listEveryHead } from '#db/queries/case-staff.ts'
import { tellOfAll } from './tell-staff.server.ts'

const FROM_HOUR = 7

/**
 * Tells the head of each office once a week, on Monday from seven in the morning or when the city's machine next
 * runs, that the week's overview is there. Answers false on the days and hours when nothing is told.
 */
export async function tellWeekly({ store, clock }: { store: Pick<Store, 'write'>; clock: Clock }) {
  const now = clock.now()
  const today = dayOf(now)
  const weekday = weekdayOf(today)
  if (weekday > 5 || hourOf(now) < FROM_HOUR) return false
  const monday = addDays(today, 1 - weekday)
  await store.write(async (tx) => {
    const heads = await listEveryHead(tx)
    const happenings = heads.map(({ id, office_id }) => ({
      ...{ event: 'office.week', subject: { kind: 'office_week', id: office_id ?? '' } },
      ...{ occasion: monday, staffIds: [id] },
    }))
    await tellOfAll(tx, clock, happenings)
  })
  return true
}
