import { setImmediate as otherWork } from 'node:timers/promises'
import { listAmendmentsOf, listRatingsToTell, type RatingToTell } from '#db/queries/released-parts.ts'
import type { Db, ReleaseBatchRow } from '#db/schema.ts'
import { asReleased, batchOfDay } from './released-parts.ts'

const ROWS_A_STATEMENT = 2_000

export interface ToldRating {
  rating: RatingToTell
  /** In which it was released. */
  batch: ReleaseBatchRow
}

/**
 * Ratings behind these batches as they stood when those were released, some at a time in the order of their ids
 * (between `after` and `before`); each bite leaves time for other work.
 */
export async function* toldRatings(
  db: Db,
  batches: readonly ReleaseBatchRow[],
  { after, before }: { after: string; before: string },
): AsyncGenerator<{ told: ToldRating[]; read: number }> {
  const ofCell = Map.groupBy(
    batches.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    cellOf,
  )
  for (let from = after; ; await otherWork()) {
    const rows = await listRatingsToTell(db, from, before, ROWS_A_STATEMENT)
    const found = rows.flatMap((rating) => {
      const batch = batchOfDay(ofCell.get(cellOf(rating)) ?? [], rating.day)
      return batch ? [{ rating, batch }] : []
    })
    const changed = found.filter(({ rating, batch }) => rating.amended_at >= batch.amended_before)
    const amendments = Map.groupBy(
      await listAmendmentsOf(
        db,
        changed.map(({ rating }) => rating.id),
      ),
      ({ response_id }) => response_id,
    )
    const told = found.flatMap(({ rating, batch }) => {
      const then = asReleased(rating, amendments.get(rating.id) ?? [], batch)
      return then ? [{ rating: then, batch }] : []
    })
    yield { told, read: rows.length }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_A_STATEMENT) return
    from = last.id
  }
}

const cellOf = ({ office_id, trust, stage }: Pick<ReleaseBatchRow, 'office_id' | 'trust' | 'stage'>) =>
  `${office_id} ${trust} ${stage}`
