import type { Month } from '../../calendar/day.ts'
import type { Counted } from '../../statistics/binomial.ts'
import type { Charted } from '../control-series.ts'

/** Why an office needs attention, with the counts the reason is made of. */
export type Concern =
  /** Marked below the target where the offices are compared with each other (between-offices.ts). */
  | { kind: 'below_target'; now: Counted }
  /** So far below 99% on time that chance does not explain it. */
  | { kind: 'below_on_time'; now: Counted }
  /** Less than in the period before. */
  | { kind: 'fell'; measure: Charted | 'rated'; now: Counted; before: Counted }
  /** Fewer ratings than the dossiers returned would lead one to expect. */
  | { kind: 'fewer'; now: Counted; before: Counted }
  /** Far fewer dossiers rated than in the rest of the city. */
  | { kind: 'few'; now: Counted; others: Counted }
  /** Everybody satisfied, so many that chance does not explain it where the rest of the city is what it is. */
  | { kind: 'perfect'; now: Counted; others: Counted }
  /** Months below the lower limit of the control chart. */
  | { kind: 'signal'; measure: Charted; months: Month[] }
  /** A run of months below the centre line. */
  | { kind: 'shift'; measure: Charted; from: Month; to: Month }
  /** Days on which two signs of stuffing met; no test of this page, and always said. */
  | { kind: 'flags'; days: number }

/** A concern that was looked for, and how often chance alone would raise it. */
export interface Suspicion {
  officeId: string
  concern: Concern
  p: number
}

export interface NeedsAttention {
  officeId: string
  concerns: Concern[]
}

export interface Attention {
  offices: NeedsAttention[]
  /** Surely below the target each for itself, but of so many offices some are by chance. */
  perhaps: string[]
  /** How many tests were made. */
  tests: number
}
