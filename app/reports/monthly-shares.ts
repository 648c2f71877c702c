import type { MonthLevelSum } from '#db/queries/monthly-level-counts.ts'
import { lastDayOf, type Month } from '../calendar/day.ts'
import { hiddenLines } from '../statistics/disclosure.ts'
import { countsInHeadline, type IndexDefinition } from '../statistics/index-definition.ts'
import { addCounts, type LevelCounts, levelCountsOf, noCounts, totalOf } from '../statistics/level-counts.ts'
import { type ShareFigure, shareFigure } from './rating-figure.ts'

export interface MonthShare {
  month: Month
  figure: ShareFigure
}

/** Of rows split by trust class and stage, what the definition of each month counts. */
export function countedByMonth(
  rows: readonly MonthLevelSum[],
  definitionOf: (month: Month) => IndexDefinition,
): Map<Month, LevelCounts> {
  const counted = new Map<Month, LevelCounts>()
  for (const row of rows) {
    if (!countsInHeadline(definitionOf(row.month), row.trust, row.stage)) continue
    counted.set(row.month, addCounts(counted.get(row.month) ?? noCounts, levelCountsOf(row)))
  }
  return counted
}

/** Each month as its own page shows it: by the definition in force on its last day. */
export function monthlyShares(
  months: Month[],
  counted: ReadonlyMap<Month, LevelCounts>,
  definitionOn: (day: string) => IndexDefinition,
  minimumN: number,
): MonthShare[] {
  const counts = months.map((month) => counted.get(month) ?? noCounts)
  const hidden = hiddenLines(counts.map(totalOf), minimumN)
  return months.map((month, at) => ({
    month,
    figure: shareFigure(counts[at] ?? noCounts, definitionOn(lastDayOf(month)), hidden.lines.has(at)),
  }))
}
