import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import type { Store } from '#db/connection.ts'
import { countUnseen, type ListedNoticeRow, listNotices, markSeen } from '#db/queries/notices.ts'
import type { Db } from '#db/schema.ts'
import { eventKey, numberOf, subjectPath } from './notice-event.ts'
import type { ListedNotice, NoticeQuestion, OwnNotices } from './own-notices.ts'

const ON_A_PAGE = 50
const IN_A_BATCH = 1_000

const listed = (row: ListedNoticeRow): ListedNotice => ({
  ...{ id: row.id, event: eventKey(row.event), number: numberOf(row), path: subjectPath(row) },
  ...{ at: row.made_at, mailedAt: row.sent_at, seenAt: row.seen_at },
})

/** One page of somebody's own notices, the newest first. */
export async function ownNotices(db: Db, staffId: string, question: NoticeQuestion): Promise<OwnNotices> {
  const filter = { staffId, unseen: question.view === 'chua-doc', below: question.below }
  const rows = await listNotices(db, filter, ON_A_PAGE + 1)
  const notices = rows.slice(0, ON_A_PAGE).map(listed)
  const older = rows.length > ON_A_PAGE ? (notices.at(-1)?.id ?? '') : ''
  return { question, unseen: await countUnseen(db, staffId), notices, older }
}

/** All of them, in batches, for a file. */
export async function* everyOwnNotice(
  db: Db,
  staffId: string,
  { view }: NoticeQuestion,
): AsyncGenerator<ListedNotice> {
  let below = ''
  for (;;) {
    const rows = await listNotices(db, { staffId, unseen: view === 'chua-doc', below }, IN_A_BATCH)
    yield* rows.map(listed)
    below = rows.at(-1)?.id ?? ''
    if (rows.length < IN_A_BATCH) return
  }
}

/** Marks one of the viewer's own notices as read, or all up to one; others' are not touched. */
export function readNotices(
  { store, clock }: { store: Pick<Store, 'write'>; clock: Clock },
  viewer: Viewer,
  which: { id: string } | { through: string },
): Promise<number> {
  return store.write(async (tx) => {
    const n = await markSeen(tx, viewer.staffId, which, clock.now().toISOString())
    const subject = { kind: 'staff', id: viewer.staffId }
    if (n > 0) await recordAudit(tx, clock, viewer, { action: 'notices.read', subject, after: { n } })
    return n
  })
}
