import type { AnswerFigures } from './answers.ts'
import type { HourFigures } from './hours.ts'
import type { KindFigures } from './kinds.ts'
import type { OfficeTrend } from './office-desk.ts'
import type { ProcedureFigures } from './procedures.ts'

/** A view of an office with what it shows; null: kept by whole months only, and the period is none. */
export type ShownView =
  | { view: ''; trend: OfficeTrend; kinds: KindFigures }
  | { view: 'thu-tuc'; procedures: ProcedureFigures | null }
  | { view: 'gio'; hours: HourFigures | null }
  | { view: 'phieu'; answers: AnswerFigures | null }
