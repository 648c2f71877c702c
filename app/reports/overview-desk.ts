import type { Attention } from './attention/concern.ts'
import type { Overview } from './overview.ts'
import type { PeriodChange } from './period-change.ts'
import type { ReportProgress } from './report-progress.ts'

/** The first page of a desk: the overview and what to make of it. */
export interface OverviewDesk {
  overview: Overview
  change: PeriodChange
  attention: Attention
  progress: ReportProgress
}
