import {
  type HourTaps,
  listAllOpeningHours,
  listCounterNames,
  listReturnsByDay,
  sumReturnsByHour,
  sumTapsByCounter,
  sumTapsByHour,
} from '#db/queries/taps.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { Db } from '#db/schema.ts'
import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOf } from '../calendar/day.ts'
import { workingCalendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { OfficeDay, Usual } from './day-signs.ts'
import { hourProfileSign } from './hour-profile.ts'
import { sourceOf } from './sign.ts'

export interface Span {
  from: Day
  to: Day
}

/** What the ratings of some days are held against, from counts alone: their month and the one before. */
export async function knownOfDays(db: Db, { from, to }: Span, today: Day) {
  const months = { first: addMonths(monthOf(from), -1), last: monthOf(to) }
  const [calendarDays, hours, returns, taps, tapHours, returnHours, counters] = await Promise.all([
    listCalendarDays(db),
    listAllOpeningHours(db),
    listReturnsByDay(db, from, to),
    sumTapsByCounter(db, months.first, months.last),
    sumTapsByHour(db, months.first, months.last),
    sumReturnsByHour(db, months.first, months.last),
    listCounterNames(db),
  ])
  const calendar = workingCalendar(calendarDays)
  const lastDay = [lastDayOf(months.last), addDays(today, -1)].sort()[0] ?? to
  const days = Math.max(1, workingDaysBetween(addDays(firstDayOf(months.first), -1), lastDay, calendar))
  const usual = new Map<string, Map<string, Usual>>()
  for (const { office_id, counter_id, trust, n } of taps) {
    const ofOffice = usual.get(office_id) ?? new Map<string, Usual>()
    usual.set(office_id, ofOffice.set(sourceOf({ counterId: counter_id, trust }), { n, aDay: n / days }))
  }
  const returned = new Map(returns.map((row) => [`${row.day} ${row.office_id}`, row.returned]))
  const hoursOf = Map.groupBy(hours, byOffice)
  const tapsOf = Map.groupBy(tapHours, byOffice)
  const returnsOf = Map.groupBy(returnHours, byOffice)
  const names = new Map(counters.map(({ id, name }) => [id, name]))
  const inMonth = ({ office_id, month }: { office_id: string; month: string }) => `${month} ${office_id}`
  const tapsByMonth = Map.groupBy(tapHours, inMonth)
  const returnsByMonth = Map.groupBy(returnHours, inMonth)
  return {
    counterName: (id: string) => names.get(id) ?? '',
    of: (officeId: string, day: Day): Omit<OfficeDay, 'day' | 'taps'> => ({
      returned: returned.get(`${day} ${officeId}`) ?? 0,
      usualShare: shareOf(tapsOf.get(officeId), returnsOf.get(officeId)),
      usual: usual.get(officeId) ?? new Map(),
      hours: hoursOf.get(officeId) ?? [],
      calendar,
    }),
    hourProfile(officeId: string, day: Day) {
      const key = `${monthOf(day)} ${officeId}`
      return hourProfileSign(monthOf(day), tapsByMonth.get(key) ?? [], returnsByMonth.get(key) ?? [])
    },
  }
}

const byOffice = ({ office_id }: { office_id: string }) => office_id

/** Of ratings and dossiers returned together, the share that are ratings. */
function shareOf(taps: readonly HourTaps[] = [], returns: readonly HourTaps[] = []): number {
  const total = (counts: readonly HourTaps[]) => counts.reduce((sum, { n }) => sum + n, 0)
  const ratings = total(taps)
  return ratings === 0 ? 0 : ratings / (ratings + total(returns))
}
