import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import type { Lang } from '#app/i18n/languages.ts'
import type { Store } from '#db/connection.ts'
import { reportOf } from './report.server.ts'
import type { Report } from './report.ts'
import { readReportPeriod } from './report-address.ts'

interface Parts {
  store: Pick<Store, 'read'>
  clock: Clock
}

/**
 * The report an address asks for: period in its path, office and roll-up in its question.
 * @throws NotFound when there is no such period or office, or the period is not over
 */
export function askedReport(
  { store, clock }: Parts,
  lang: Lang,
  params: { kind?: string | undefined; from?: string | undefined },
  asked: URLSearchParams,
): Promise<Report> {
  const period = readReportPeriod(params.kind ?? '', params.from ?? '')
  const now = clock.now()
  if (!period || period.from > dayOf(now)) throw new NotFound()
  return reportOf(store.read, lang, {
    period,
    office: asked.get('don-vi') ?? '',
    byLineage: asked.get('lineage') === '1',
    now,
  })
}
