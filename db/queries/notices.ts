import type { Db, NoticeRow, Tx } from '../schema.ts'

/** Writes what is not there yet: the same person hears of an event's occasion once. */
export async function insertNotices(tx: Tx, rows: NoticeRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('notices')
    .values(rows)
    .onConflict((c) => c.columns(['staff_id', 'event', 'subject_id', 'occasion']).doNothing())
    .execute()
}

/** Whose notices, of them those not seen yet or all, and below which one. */
export interface NoticeFilter {
  staffId: string
  unseen: boolean
  /** A notice's id, or '' from the newest. */
  below: string
}

/** Notices with the year and number of the case they are about, where they are about one. */
const withCases = (db: Db) =>
  db
    .selectFrom('notices as n')
    .leftJoin('feedback_cases as c', 'c.id', 'n.subject_id')
    .select(['n.id', 'n.event', 'n.subject_kind', 'n.subject_id', 'n.made_at', 'n.sent_at', 'n.seen_at'])
    .select(['c.year', 'c.serial'])

/** Somebody's notices, the newest first, at most `limit`. */
export function listNotices(db: Db, { staffId, unseen, below }: NoticeFilter, limit: number) {
  let query = withCases(db).where('n.staff_id', '=', staffId)
  if (unseen) query = query.where('n.seen_at', '=', '')
  if (below) query = query.where('n.id', '<', below)
  return query.orderBy('n.id', 'desc').limit(limit).execute()
}
export type ListedNoticeRow = Awaited<ReturnType<typeof listNotices>>[number]

/** What somebody was not mailed yet and has not seen in the app, since an instant; the oldest first. */
export function listUnsent(db: Db, staffId: string, since: string): Promise<ListedNoticeRow[]> {
  return withCases(db)
    .where('n.staff_id', '=', staffId)
    .where('n.sent_at', '=', '')
    .where('n.seen_at', '=', '')
    .where('n.made_at', '>=', since)
    .orderBy('n.id')
    .execute()
}

export async function countUnseen(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('notices')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('staff_id', '=', staffId)
    .where('seen_at', '=', '')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Marks as seen somebody's own notice, or all up to one; answers how many were not before. */
export async function markSeen(
  tx: Tx,
  staffId: string,
  which: { id: string } | { through: string },
  at: string,
): Promise<number> {
  const unseen = tx
    .updateTable('notices')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('seen_at', '=', '')
  const chosen = 'id' in which ? unseen.where('id', '=', which.id) : unseen.where('id', '<=', which.through)
  return Number((await chosen.executeTakeFirstOrThrow()).numUpdatedRows)
}
