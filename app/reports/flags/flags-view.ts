import type { Day } from '../../calendar/day.ts'
import type { Period } from '../../calendar/period.ts'
import type { KeptSign } from '../../integrity/sign.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import type { ShareFigure } from '../rating-figure.ts'

/** A flagged day of an office. */
export interface ShownFlag {
  day: Day
  officeId: string
  office: string
  signs: KeptSign[]
  /** Ratings that the signs rest on; null where the office's ratings may not be counted, and no sign says a number. */
  n: number | null
}

/** An office's figure, or the city's, with and without what is flagged. */
export interface FlaggedLine {
  id: string
  /** null is the whole city. */
  name: string | null
  days: number
  n: number | null
  all: ShareFigure
  without: ShareFigure
}

export interface FlagsView {
  period: Period
  definition: IndexDefinition
  /** The office asked for, '' for all. */
  office: string
  lines: FlaggedLine[]
  flags: ShownFlag[]
  /** There are more flags than are listed. */
  isCut: boolean
  /** The last day that was looked through, '' before the first night. */
  lookedThrough: Day | ''
}
