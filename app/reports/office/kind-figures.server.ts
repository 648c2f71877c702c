import { sumLevelsByKind } from '#db/queries/counted-stretches.ts'
import type { Db } from '#db/schema.ts'
import { monthOf } from '../../calendar/day.ts'
import { isWholeMonths } from '../../calendar/period.ts'
import type { CountedOffice } from './counted-office.server.ts'
import { type KindFigures, kindFigures } from './kinds.ts'

/** An office's ratings by trust class, stage and respondent, in one statement. */
export async function officeKinds(db: Db, { head, within }: CountedOffice): Promise<KindFigures> {
  const { period, definition, figures } = head
  const { from, to } = period
  const stretch = isWholeMonths(period)
    ? { unit: 'month' as const, from: monthOf(from), to: monthOf(to) }
    : { unit: 'day' as const, from, to }
  const rows = await sumLevelsByKind(db, { offices: within, ...stretch })
  return kindFigures(rows, definition, figures.ratings.state === 'hidden')
}
