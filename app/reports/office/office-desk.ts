import type { Month } from '../../calendar/day.ts'
import type { Period } from '../../calendar/period.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import type { PlacedOffice } from '../office-tree.ts'
import type { PlaceFigures } from '../overview.ts'
import type { MonthFigure } from './month-figures.ts'

/** From `month` on the office's charts begin a new baseline. */
export interface DeclaredChange {
  id: string
  month: Month
  reason: string
}

/** What stands at the head of every view of one office. */
export interface OfficeHead {
  office: PlacedOffice
  period: Period
  isUnfinished: boolean
  definition: IndexDefinition
  figures: PlaceFigures
}

/** The first view of an office: how it went over time, and who rated. */
export interface OfficeTrend {
  months: MonthFigure[]
  changes: DeclaredChange[]
}
