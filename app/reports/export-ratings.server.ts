import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { Forbidden } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import { sumLevelsByOfficeInDays } from '#db/queries/level-counts.ts'
import type { Db } from '#db/schema.ts'
import { levelCountsOf, totalOf } from '../statistics/level-counts.ts'
import type { ExportJob, ExportJobs } from './export-jobs.server.ts'
import type { RatingDays } from './rating-rows.server.ts'

/** How many ratings there are in some days, of every kind. */
export async function countRatings(db: Db, { from, to }: RatingDays): Promise<number> {
  const rows = await sumLevelsByOfficeInDays(db, from, to)
  return rows.reduce((sum, row) => sum + totalOf(levelCountsOf(row)), 0)
}

/**
 * Begins a file of single ratings, and says so in the audit trail: lines of one rating each hide no small number, so
 * who took them and of which days is on record. null when too many files are being written.
 * @throws Forbidden for every role but the auditor, and before the second factor is set
 */
export async function exportRatings(
  { store, clock, exports }: { store: Store; clock: Clock; exports: ExportJobs },
  viewer: Viewer,
  days: RatingDays,
  databaseUrl: string,
): Promise<ExportJob | null> {
  if (viewer.role !== 'auditor' || !viewer.mayChange) throw new Forbidden()
  if (!exports.hasRoom) return null
  const total = await countRatings(store.read, days)
  await store.write((tx) =>
    recordAudit(tx, clock, viewer, {
      action: 'ratings.export',
      subject: { kind: 'days', id: `${days.from} ${days.to}` },
      after: { ratings: total },
    }),
  )
  return exports.start(viewer.staffId, { ...days, databaseUrl, total })
}
