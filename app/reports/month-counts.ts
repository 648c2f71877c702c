import type { OfficeMonthLevels } from '#db/queries/monthly-level-counts.ts'
import type { MonthlyDossierCountRow } from '#db/schema.ts'
import type { Month } from '../calendar/day.ts'
import type { Lineage } from '../offices/lineage.ts'
import { addCounts, type LevelCounts, levelCountsOf, noCounts } from '../statistics/level-counts.ts'
import { type PlacedOffice, rolledUp } from './office-tree.ts'

/** What was counted at a place in a month: ratings as the month's definition counts them, dossiers by day of return. */
export interface MonthCounts {
  headline: LevelCounts
  returned: number
  onTime: number
  rated: number
}

export type History = ReadonlyMap<Month, MonthCounts>

export const emptyMonth: MonthCounts = { headline: noCounts, returned: 0, onTime: 0, rated: 0 }

const addMonthCounts = (a: MonthCounts, b: MonthCounts): MonthCounts => ({
  headline: addCounts(a.headline, b.headline),
  returned: a.returned + b.returned,
  onTime: a.onTime + b.onTime,
  rated: a.rated + b.rated,
})

/** Each office's own months; those of a predecessor at its successor where figures are rolled up by lineage. */
export function ownHistories(
  levels: readonly OfficeMonthLevels[],
  dossiers: readonly MonthlyDossierCountRow[],
  { into }: Pick<Lineage, 'into'>,
): Map<string, Map<Month, MonthCounts>> {
  const offices = new Map<string, Map<Month, MonthCounts>>()
  const add = (officeId: string, month: Month, counts: Partial<MonthCounts>) => {
    const at = into.get(officeId) ?? officeId
    const months = offices.get(at) ?? new Map<Month, MonthCounts>()
    offices.set(at, months)
    const known = months.get(month)
    const more = { ...emptyMonth, ...counts }
    months.set(month, known ? addMonthCounts(known, more) : more)
  }
  for (const row of levels) add(row.office_id, row.month, { headline: levelCountsOf(row) })
  for (const { office_id, month, returned, on_time: onTime, rated } of dossiers)
    add(office_id, month, { returned, onTime, rated })
  return offices
}

const noMonths: History = new Map()

/** Every line's months with everything below it. */
export function historiesOf(places: PlacedOffice[], own: ReadonlyMap<string, History>): Map<string, History> {
  return rolledUp<History>(places, (id) => own.get(id) ?? noMonths, noMonths, addHistories)
}

function addHistories(a: History, b: History): History {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a
  const sum = new Map(a)
  for (const [month, counts] of b) {
    const known = sum.get(month)
    sum.set(month, known ? addMonthCounts(known, counts) : counts)
  }
  return sum
}

/** The sum of some months. */
export function sumOfMonths(history: History, months: readonly Month[]): MonthCounts {
  return months.reduce((sum, month) => {
    const counts = history.get(month)
    return counts ? addMonthCounts(sum, counts) : sum
  }, emptyMonth)
}
