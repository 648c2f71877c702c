import { sql } from 'kysely'
import type { CommentRow, Db, Tx } from '../schema.ts'

/** Puts a comment's row in place, or what it says now in the place of what it said. */
export async function saveComment(tx: Tx, row: CommentRow): Promise<void> {
  const { response_id: _, ...rest } = row
  await tx
    .insertInto('comments')
    .values(row)
    .onConflict((c) => c.column('response_id').doUpdateSet(rest))
    .execute()
}

export function findComment(db: Db, responseId: string): Promise<CommentRow | undefined> {
  return db.selectFrom('comments').selectAll().where('response_id', '=', responseId).executeTakeFirst()
}

export async function deleteComment(tx: Tx, responseId: string): Promise<void> {
  await tx.deleteFrom('comments').where('response_id', '=', responseId).execute()
}

/** Some offices, or all but some: a list of all that there are would keep the order by half-day from being used. */
export type OfficeChoice = { only: readonly string[] } | { without: readonly string[] }

/** What narrows a list of comments; half-days both included, '' and null do not narrow. */
export interface CommentFilter {
  from: string
  to: string
  offices: OfficeChoice
  /** A rating at filing is in no table of levels, so its level is not looked for either. */
  level: number | null
  reason: string
  theme: string
  /** Folded phrases, each of which must occur. */
  phrases: readonly string[]
}

/** Where a page ends: the next one begins below. */
export interface CommentPlace {
  halfDay: string
  mark: string
}

function filtered(db: Db, { from, to, offices, level, reason, theme, phrases }: CommentFilter) {
  let query = db.selectFrom('comments as c').where('c.half_day', '>=', from).where('c.half_day', '<=', to)
  if ('only' in offices) query = query.where('c.office_id', 'in', [...offices.only])
  else if (offices.without.length > 0) query = query.where('c.office_id', 'not in', [...offices.without])
  if (level !== null) query = query.where('c.level', '=', level).where('c.stage', '<>', 'filing')
  if (reason) query = query.where('c.reasons', 'like', `%|${reason}|%`)
  if (theme) query = query.where('c.themes', 'like', `%|${theme}|%`)
  for (const phrase of phrases) query = query.where('c.folded', 'like', `% ${phrase} %`)
  return query
}

/** Comments with what was written, the newest half-day first; what was written is read of those found alone. */
export function listComments(db: Db, filter: CommentFilter, below: CommentPlace | null, most: number) {
  const found = filtered(db, filter)
    .select(['c.response_id', 'c.office_id', 'c.half_day', 'c.mark', 'c.level', 'c.stage'])
    .select(['c.reasons', 'c.themes'])
    .$if(below !== null, (query) =>
      query.where(sql<boolean>`(c.half_day, c.mark) < (${below?.halfDay}, ${below?.mark})`),
    )
    .orderBy('c.half_day', 'desc')
    .orderBy('c.mark', 'desc')
    .limit(most)
  return db
    .selectFrom(found.as('f'))
    .innerJoin('responses as r', 'r.id', 'f.response_id')
    .select(['f.office_id', 'f.half_day', 'f.mark', 'f.level', 'f.stage', 'f.reasons', 'f.themes'])
    .select(['r.comment', 'r.lang'])
    .orderBy('f.half_day', 'desc')
    .orderBy('f.mark', 'desc')
    .execute()
}

export type ListedComment = Awaited<ReturnType<typeof listComments>>[number]

/** How many comments each office has in some stretches of half-days, both ends included. */
export function countCommentsByOffice(db: Db, stretches: readonly { from: string; to: string }[]) {
  return db
    .selectFrom('comments')
    .select('office_id')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where((e) =>
      e.or(stretches.map(({ from, to }) => e.and([e('half_day', '>=', from), e('half_day', '<=', to)]))),
    )
    .groupBy('office_id')
    .execute()
}

/** Comments read in another way than now, after one by its response's id. */
export function listCommentsReadOtherwise(db: Db, reading: string, after: string, most: number) {
  return db
    .selectFrom('comments as c')
    .innerJoin('responses as r', 'r.id', 'c.response_id')
    .selectAll('r')
    .select('c.themes')
    .where('c.reading', '<>', reading)
    .where('c.response_id', '>', after)
    .orderBy('c.response_id')
    .limit(most)
    .execute()
}

/** Whether a comment is read in another way than now: the ends of an index, however many comments there are. */
export async function isReadOtherwise(db: Db, reading: string): Promise<boolean> {
  const { first, last } = await db
    .selectNoFrom((e) => [
      e
        .selectFrom('comments')
        .select((c) => c.fn.min('reading').as('first'))
        .as('first'),
      e
        .selectFrom('comments')
        .select((c) => c.fn.max('reading').as('last'))
        .as('last'),
    ])
    .executeTakeFirstOrThrow()
  return first !== null && (first !== reading || last !== reading)
}
