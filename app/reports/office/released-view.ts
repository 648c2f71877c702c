import type { AnswerFigures } from './answers.ts'
import type { HourFigures } from './hours.ts'
import type { OfficeTrend } from './office-desk.ts'
import type { ReleasedDivisions } from './released-divisions.ts'

/**
 * A view of an office as its own people read it; `figures` null: of one month alone, once it is over and may not be
 * changed any more (`isTold`).
 */
export type ReleasedView =
  | { view: ''; trend: OfficeTrend }
  | { view: 'thu-tuc'; isTold: boolean; figures: ReleasedDivisions | null }
  | { view: 'gio'; isTold: boolean; figures: HourFigures | null }
  | { view: 'phieu'; isTold: boolean; figures: AnswerFigures | null }
