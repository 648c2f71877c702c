import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { Forbidden } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import { writeReportTexts } from '#db/queries/period-closes.ts'
import type { ClosablePeriod } from '../period-close.ts'
import { REPORT_SECTIONS, type ReportTexts } from './report.ts'

/** Keeps what people write into a report; figures are never among it. Only Văn phòng writes. */
export async function saveReportTexts(
  { store, clock }: { store: Pick<Store, 'write'>; clock: Clock },
  viewer: Viewer,
  { kind, from, to }: ClosablePeriod,
  scope: string,
  texts: ReportTexts,
): Promise<void> {
  if (viewer.role !== 'city_office' || !viewer.mayChange) throw new Forbidden()
  await store.write(async (tx) => {
    const saved_at = clock.now().toISOString()
    const row = { kind, period_from: from, period_to: to, scope, saved_at, saved_by: viewer.staffId }
    await writeReportTexts(
      tx,
      REPORT_SECTIONS.map((section) => ({ ...row, section, content: texts[section] })),
    )
    const subject = { kind: 'report', id: [kind, from, to, scope].join(' ').trim() }
    await recordAudit(tx, clock, viewer, { action: 'report.write', subject })
  })
}
