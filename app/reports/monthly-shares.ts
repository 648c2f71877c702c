import type { MonthLevelSum } from '#db/queries/monthly-level-counts.ts'
import { lastDayOf, type Month } from '../calendar/day.ts'
import { hiddenLines } from '../statistics/disclosure.ts'
import { countsInHeadline, type IndexDefinition } from '../statistics/index-definition.ts'
import { addCounts, levelCountsOf, noCounts, totalOf } from '../statistics/level-counts.ts'
import { type ShareFigure, shareFigure } from './rating-figure.ts'

export interface MonthShare {
  month: Month
  figure: ShareFigure
}

/** Each month as its own page shows it: by the definition in force on its last day. */
export function monthlyShares(
  months: Month[],
  rows: MonthLevelSum[],
  definitionOn: (day: string) => IndexDefinition,
  minimumN: number,
): MonthShare[] {
  const byMonth = Map.groupBy(rows, (row) => row.month)
  const counted = months.map((month) => {
    const definition = definitionOn(lastDayOf(month))
    const counts = (byMonth.get(month) ?? [])
      .filter((row) => countsInHeadline(definition, row.trust, row.stage))
      .map(levelCountsOf)
      .reduce(addCounts, noCounts)
    return { month, definition, counts }
  })
  const hidden = hiddenLines(
    counted.map(({ counts }) => totalOf(counts)),
    minimumN,
  )
  return counted.map(({ month, definition, counts }, at) => ({
    month,
    figure: shareFigure(counts, definition, hidden.lines.has(at)),
  }))
}
