import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { reportPath, reportRunPath } from '#app/paths.ts'
import type { Store } from '#db/connection.ts'
import { findOffice } from '#db/queries/offices.ts'
import { readReportPeriod } from './report-address.ts'
import { REPORT_FILES } from './report-run.server.ts'
import type { ReportRuns } from './report-runs.server.ts'

interface Parts {
  store: Pick<Store, 'read'>
  clock: Clock
  reportRuns: ReportRuns
  config: { databaseUrl: string }
}

interface Asked {
  deed: string
  lang: Lang
  params: { kind?: string | undefined; from?: string | undefined }
  question: URLSearchParams
}

/** Whether a form asks for a file of the report. */
export const isReportFile = (deed: string): boolean => REPORT_FILES.some((kind) => kind === deed)

/**
 * Begins a report's file in the background and answers where to look next: how far it is, or back to the report, which
 * says so when too many are being made.
 * @throws NotFound when there is no such period or office, or the period has not begun
 */
export async function beginReport(
  { store, clock, reportRuns, config }: Parts,
  { staffId }: Pick<Viewer, 'staffId'>,
  { deed, lang, params, question }: Asked,
): Promise<string> {
  const period = readReportPeriod(params.kind ?? '', params.from ?? '')
  const kind = REPORT_FILES.find((each) => each === deed)
  if (!kind || !period || period.from > dayOf(clock.now())) throw new NotFound()
  const office = question.get('don-vi') ?? ''
  const known = office === '' ? null : await findOffice(store.read, office)
  if (office !== '' && !known) throw new NotFound()
  if (!reportRuns.hasRoom) {
    const asked = { ...Object.fromEntries(question), busy: '1' }
    return reportPath(params.kind ?? '', period.from, asked)
  }
  const run = reportRuns.start(staffId, {
    ...{ databaseUrl: config.databaseUrl, kind, lang, period, office },
    ...{ byLineage: question.get('lineage') === '1', scope: known?.name ?? '' },
  })
  return reportRunPath(run.id)
}
