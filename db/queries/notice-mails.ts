import { inBatches } from '../batches.ts'
import type { Db, NoticeMailRow, Tx } from '../schema.ts'

/** When a batch of somebody's notices may go: instants in UTC. */
export interface MailMoments {
  now: string
  /** Older notices stay in the app. */
  since: string
  /** Nothing newer has come since then: the batch is settled. */
  settledBy: string
  /** What has waited since then goes, settled or not. */
  longestFrom: string
}

/** Active staff with a batch to send, whoever has waited longest first; at most `limit`. */
export async function listMailsDue(db: Db, moments: MailMoments, limit: number): Promise<string[]> {
  const { now, since, settledBy, longestFrom } = moments
  const rows = await db
    .selectFrom('notices as n')
    .innerJoin('staff as s', 's.id', 'n.staff_id')
    .leftJoin('notice_mails as m', 'm.staff_id', 'n.staff_id')
    .select('n.staff_id')
    .where('s.status', '=', 'active')
    .where('n.sent_at', '=', '')
    .where('n.seen_at', '=', '')
    .where('n.made_at', '>=', since)
    .where((e) =>
      e.or([e('m.staff_id', 'is', null), e.and([e('m.leased_until', '<=', now), e('m.next_at', '<=', now)])]),
    )
    .groupBy('n.staff_id')
    .having((e) =>
      e.or([e(e.fn.max('n.made_at'), '<=', settledBy), e(e.fn.min('n.made_at'), '<=', longestFrom)]),
    )
    .orderBy((e) => e.fn.min('n.made_at'))
    .orderBy('n.staff_id')
    .limit(limit)
    .execute()
  return rows.map(({ staff_id }) => staff_id)
}

/** Takes the turn to mail somebody; undefined while another has it or the next attempt is not due. */
export function claimMail(
  tx: Tx,
  { staff_id, lease, leased_until }: Pick<NoticeMailRow, 'staff_id' | 'lease' | 'leased_until'>,
  now: string,
): Promise<NoticeMailRow | undefined> {
  return tx
    .insertInto('notice_mails')
    .values({ staff_id, lease, leased_until, attempts: 0, next_at: now })
    .onConflict((c) =>
      c
        .column('staff_id')
        .doUpdateSet({ lease, leased_until })
        .where('notice_mails.leased_until', '<=', now)
        .where('notice_mails.next_at', '<=', now),
    )
    .returningAll()
    .executeTakeFirst()
}

/** Gives the turn back, unless it ran out and somebody else has it. */
export async function endMail(
  tx: Tx,
  { staff_id, lease, attempts, next_at }: Omit<NoticeMailRow, 'leased_until'>,
): Promise<void> {
  await tx
    .updateTable('notice_mails')
    .set({ lease: '', leased_until: next_at, attempts, next_at })
    .where('staff_id', '=', staff_id)
    .where('lease', '=', lease)
    .execute()
}

/** These notices have been taken by the mail server. */
export async function markSent(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  for (const batch of inBatches(ids)) {
    await tx
      .updateTable('notices')
      .set({ sent_at: at })
      .where('id', 'in', batch)
      .where('sent_at', '=', '')
      .execute()
  }
}
