import { preparedQuery } from '../prepared.ts'
import type { Db, ResponseRow } from '../schema.ts'

/** A rating without what is the citizen's own: no receipt, no comment, no answers; `first_at` for its half of the day. */
export type RatingRow = Pick<
  ResponseRow,
  | 'id'
  | 'day'
  | 'first_at'
  | 'office_id'
  | 'procedure_id'
  | 'channel'
  | 'stage'
  | 'trust'
  | 'respondent'
  | 'level'
>

const ratingsAfter = preparedQuery(
  (db: Db, ...values: [id: string, from: string, to: string, limit: number]) => {
    const [id, from, to, limit] = values
    return db
      .selectFrom('responses')
      .select([
        'id',
        'day',
        'first_at',
        'office_id',
        'procedure_id',
        'channel',
        'stage',
        'trust',
        'respondent',
        'level',
      ])
      .where('id', '>', id)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('id')
      .limit(limit)
  },
)

/** Up to `limit` ratings of some days (both included) with an id above `id` ('': from the first), by id. */
export const listRatingsAfter = (
  db: Db,
  { id, from, to, limit }: { id: string; from: string; to: string; limit: number },
): Promise<RatingRow[]> => ratingsAfter(db, id, from, to, limit)
