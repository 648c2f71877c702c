import { sql } from 'kysely'
import type { CommentRow, Db, ResponseRow } from '../schema.ts'
import { type CountLine, keptLines } from './recounts.ts'

/** Responses that have a comment or should, after one by id, with the row kept for it (null fields where none is). */
export async function listCommentedResponses(db: Db, after: string, most: number) {
  const { rows } = await sql<
    ResponseRow & { [Column in keyof CommentRow as `kept_${Column}`]: string | null }
  >`
    select r.*, c.response_id as kept_response_id, c.office_id as kept_office_id, c.half_day as kept_half_day,
      c.mark as kept_mark, c.level as kept_level, c.stage as kept_stage, c.reasons as kept_reasons,
      c.themes as kept_themes, c.folded as kept_folded, c.reading as kept_reading
    from responses r left join comments c on c.response_id = r.id
    where r.id > ${after} and (r.comment <> '' or c.response_id is not null)
    order by r.id limit ${most}
  `.execute(db)
  return rows
}

/** Theme counts as kept, a line per month, office and theme. */
export const keptThemeCounts = (db: Db): Promise<CountLine<{ n: number }>[]> =>
  keptLines(db, 'monthly_theme_counts', ['month', 'office_id', 'theme'], ['n'])
