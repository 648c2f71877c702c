import { setImmediate as otherWork } from 'node:timers/promises'
import { listTapMarks } from '#db/queries/tap-marks.ts'
import { listTaps } from '#db/queries/taps.ts'
import type { Db } from '#db/schema.ts'
import { addDays, type Day, startOf } from '../calendar/day.ts'
import { idAt } from '../calendar/id-at.ts'
import type { Tap } from './sign.ts'

const ROWS_A_STATEMENT = 2_000
/** A tablet that was without a network delivers later than people rated. */
const DAYS_LATE = 8

/** Ratings not bound to a dossier by office and day of `span`, in order of time; read in small bites by their ids. */
export async function tapsOfDays(db: Db, { from, to }: { from: Day; to: Day }): Promise<Map<string, Tap[]>> {
  const taps: Tap[] = []
  const marks = new Map((await listTapMarks(db, from, to)).map((mark) => [mark.response_id, mark]))
  const end = idAt(startOf(addDays(to, 1 + DAYS_LATE)))
  for (let after = idAt(startOf(from)); ; await otherWork()) {
    const rows = await listTaps(db, after, end, ROWS_A_STATEMENT)
    for (const row of rows) {
      if (row.trust === 'verified' || row.day < from || row.day > to) continue
      const { day, office_id: officeId, counter_id, trust, stage, level, first_at } = row
      const mark = marks.get(row.id)
      taps.push({
        ...{ day, officeId, counterId: counter_id ?? '', trust, stage, level, at: Date.parse(first_at) },
        ...{ device: mark?.device ?? '', isQuick: mark?.quick === 1 },
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_A_STATEMENT) break
    after = last.id
  }
  return Map.groupBy(
    taps.sort((a, b) => a.at - b.at),
    ({ day, officeId }) => `${day} ${officeId}`,
  )
}
