import { addToThemeCount, listCommentThemes } from '#db/queries/comment-themes.ts'
import { deleteComment, findComment, saveComment } from '#db/queries/comments.ts'
import { findSetting } from '#db/queries/settings.ts'
import type { Db, ResponseRow, Tx } from '#db/schema.ts'
import { monthOf } from '../calendar/day.ts'
import { surveyOf } from '../surveys/survey-in-use.server.ts'
import { commentOf, type Reading, readingId } from './comment.ts'
import { listOf, themeOf } from './theme.ts'

/** By which mask and which themes comments are read now. */
export async function readingNow(db: Db): Promise<Reading> {
  const revision = await findSetting(db, 'comment_themes')
  return { id: readingId(revision), themes: (await listCommentThemes(db)).map(themeOf) }
}

/** Keeps what is looked for in a comment, and its counts, with the response; a response without one costs nothing. */
export async function moveComment(tx: Tx, before: ResponseRow, after: ResponseRow): Promise<void> {
  if (before.comment === '' && after.comment === '') return
  const same =
    before.comment === after.comment && before.level === after.level && before.answers === after.answers
  if (same) return
  const kept = await findComment(tx, after.id)
  if (after.comment === '') await deleteComment(tx, after.id)
  const row = after.comment === '' ? null : commentOf(after, await surveyOf(tx, after), await readingNow(tx))
  if (row) await saveComment(tx, row)
  const said = kept ? ['', ...listOf(kept.themes)] : []
  await moveThemeCounts(tx, after, said, row ? ['', ...listOf(row.themes)] : [])
}

/** From the themes a comment touched to those it touches now. */
export async function moveThemeCounts(
  tx: Tx,
  { day, office_id: office }: Pick<ResponseRow, 'day' | 'office_id'>,
  said: readonly string[],
  says: readonly string[],
): Promise<void> {
  const month = monthOf(day)
  for (const theme of said.filter((one) => !says.includes(one)))
    await addToThemeCount(tx, { month, office, theme }, -1)
  for (const theme of says.filter((one) => !said.includes(one)))
    await addToThemeCount(tx, { month, office, theme }, 1)
}
