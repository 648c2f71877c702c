import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '#app/calendar/clock.ts'
import { insertNotices } from '#db/queries/notices.ts'
import type { Tx } from '#db/schema.ts'

/** What somebody should hear of: `event` is `noun.what`, `occasion` tells apart when the same happens again. */
export interface Happening {
  event: string
  subject: { kind: string; id: string }
  occasion?: string
}

/**
 * Says that these people should hear of an event: one row each in `notices`, in the transaction in which it happens,
 * once for each occasion however often it is said. Who sends mail, and when, is not decided here.
 */
export const tellStaff = (
  tx: Tx,
  clock: Clock,
  staffIds: readonly string[],
  happening: Happening,
): Promise<void> => tellOfAll(tx, clock, [{ ...happening, staffIds }])

/** The same of several events at once. */
export function tellOfAll(
  tx: Tx,
  clock: Clock,
  happenings: readonly (Happening & { staffIds: readonly string[] })[],
): Promise<void> {
  const made_at = clock.now().toISOString()
  const rows = happenings.flatMap(({ staffIds, event, subject, occasion = '' }) =>
    [...new Set(staffIds)].map((staff_id) => ({
      ...{ id: uuidv7(), staff_id, event, subject_kind: subject.kind, subject_id: subject.id },
      ...{ occasion, made_at, sent_at: '', seen_at: '' },
    })),
  )
  return insertNotices(tx, rows)
}
