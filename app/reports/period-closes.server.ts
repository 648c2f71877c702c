import { findPeriodRecord, type ListedClose } from '#db/queries/period-closes.ts'
import { sumLevelsOfMonths } from '#db/queries/period-figures.ts'
import type { Db } from '#db/schema.ts'
import { monthOf } from '../calendar/day.ts'
import type { AfterClose } from './period-close.ts'
import { type PeriodRecord, readRecord } from './period-record.ts'

/** The frozen record of a close. @throws when its text is not what its SHA-256 says: nothing may be reported from it */
export async function recordOf(db: Db, close: Pick<ListedClose, 'record_id'>): Promise<PeriodRecord> {
  const row = await findPeriodRecord(db, close.record_id)
  const record = row && readRecord(row.content, row.sha256)
  if (!record) throw new Error(`The frozen record ${close.record_id} was changed: npm run verify`)
  return record
}

/** What was counted in a period after it was frozen: ratings that came late, and ratings that changed their level. */
export async function afterClose(db: Db, record: PeriodRecord): Promise<AfterClose> {
  const live = await sumLevelsOfMonths(db, monthOf(record.from), monthOf(record.to))
  const now = [live.level_1, live.level_2, live.level_3, live.level_4, live.level_5].map(Number)
  const then = [0, 0, 0, 0, 0]
  for (const [, , , , ...levels] of record.levels) {
    levels.forEach((n, at) => {
      then[at] = (then[at] ?? 0) + n
    })
  }
  const changes = now.map((n, at) => n - (then[at] ?? 0))
  const ratings = changes.reduce((sum, change) => sum + change, 0)
  const turned = changes.reduce((sum, change) => sum + Math.abs(change), 0)
  return { ratings, moved: (turned - Math.abs(ratings)) / 2 }
}
