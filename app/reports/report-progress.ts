import { type Day, type Month, monthOf } from '../calendar/day.ts'
import { type WorkingCalendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { satisfiedOf, totalOf } from '../statistics/level-counts.ts'
import { satisfiedShare } from '../statistics/satisfied-share.ts'
import { SATISFIED_TARGET, verdict } from '../statistics/verdict.ts'
import { hiddenRatings } from './hidden-places.ts'
import { type History, historiesOf, type MonthCounts, sumOfMonths } from './month-counts.ts'
import { type PlacedOffice, topOf } from './office-tree.ts'

/** How far the year's report is, that is due before 10 December (plan of the People's Committee, V.7). */
export interface ReportProgress {
  year: number
  due: Day
  /** Working days after today up to the due day; negative when it is past. */
  workingDays: number
  /** Months of the year up to today that have ratings, and those that have none. */
  covered: Month[]
  empty: Month[]
  /** Offices whose answers of the year suffice for Đạt or Chưa đạt, and the others. */
  decided: string[]
  undecided: string[]
}

export const REPORT_DUE = '12-10'

interface Known {
  today: Day
  places: PlacedOffice[]
  own: ReadonlyMap<string, History>
  definition: IndexDefinition
  calendar: WorkingCalendar
}

/** After the due day the next year's report is the one to come. */
export function reportProgress({ today, places, own, definition, calendar }: Known): ReportProgress {
  const thisYear = Number(today.slice(0, 4))
  const year = today <= `${thisYear}-${REPORT_DUE}` ? thisYear : thisYear + 1
  const due = `${year}-${REPORT_DUE}`
  const months = monthsUntil(year, monthOf(today))
  const histories = historiesOf(places, own)
  const top = topOf(places)
  const city = histories.get(top) ?? new Map<Month, MonthCounts>()
  const [covered, empty] = split(
    months,
    (month) => totalOf(city.get(month)?.headline ?? sumOfMonths(city, []).headline) > 0,
  )
  const ofYear = (history: History | undefined) => sumOfMonths(history ?? new Map(), months).headline
  const hidden = hiddenRatings(places, (id) => totalOf(ofYear(own.get(id))), definition.minimumN)
  const [decided, undecided] = split(
    places.map(({ id }) => id).filter((id) => id !== top),
    (id) => {
      const counts = ofYear(histories.get(id))
      const share = satisfiedShare(satisfiedOf(counts, definition.satisfiedLevels), totalOf(counts))
      return share !== null && !hidden.has(id) && verdict(share, SATISFIED_TARGET) !== 'undecided'
    },
  )
  const workingDays = workingDaysBetween(today, due, calendar)
  return { year, due, workingDays, covered, empty, decided, undecided }
}

function monthsUntil(year: number, last: Month): Month[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter(
    (month) => month <= last,
  )
}

function split<T>(list: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))]
}
