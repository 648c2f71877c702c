import {
  findStandingClose,
  type ListedClose,
  listPeriodCloses,
  listReportTexts,
} from '#db/queries/period-closes.ts'
import type { Db } from '#db/schema.ts'
import { addMonths, dayOf, firstDayOf, lastDayOf, monthOf } from '../../calendar/day.ts'
import { monthsOf } from '../../calendar/period.ts'
import { NotFound } from '../../errors.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Overview } from '../overview.ts'
import { type ClosablePeriod, calendarPeriod, filingPeriod, readClosablePeriod } from '../period-close.ts'
import { afterClose, recordOf } from '../period-closes.server.ts'
import { periodRecord } from '../period-record.server.ts'
import type { PeriodRecord } from '../period-record.ts'
import { recordedOverview } from '../recorded-overview.server.ts'
import { REPORT_SECTIONS, type Report, type ReportClose, type ReportTexts } from './report.ts'

export interface ReportQuestion {
  period: ClosablePeriod
  /** '' is the city. */
  office: string
  byLineage: boolean
  now: Date
}

/** A report: from the frozen record where the period is closed or proposed, provisional from live counts otherwise. */
export async function reportOf(
  db: Db,
  lang: Lang,
  { period, office, byLineage, now }: ReportQuestion,
): Promise<Report> {
  const [close, closes] = [await findStandingClose(db, period), await listPeriodCloses(db)]
  const record = close ? await recordOf(db, close) : await periodRecord(db, period, now)
  const overview = recordedOverview(record, byLineage)
  const scoped = overview.offices.find((line) => line.office.id === office)
  if (office !== '' && !scoped) throw new NotFound()
  const city = overview.offices[0]?.office.name ?? ''
  return {
    period,
    scope: { office, byLineage, name: scoped?.office.name ?? city },
    close: close ? printedClose(close) : null,
    reopenings: closes
      .filter((each) => isSame(each, period) && each.status === 'reopened')
      .map((each) => ({ at: each.reopened_at, reason: each.reopen_reason, by: each.reopen_asker ?? '' })),
    after: close ? await afterClose(db, record) : { ratings: 0, moved: 0 },
    record,
    overview,
    previous: recordedOverview(await recordBefore(db, period, now), byLineage),
    beside: await overviewBeside(db, period, byLineage),
    texts: await textsOf(db, lang, { period, scope: office, city }),
    today: dayOf(now),
  }
}

const isSame = (close: ListedClose, { kind, from, to }: ClosablePeriod): boolean =>
  close.kind === kind && close.period_from === from && close.period_to === to

const printedClose = (close: ListedClose): ReportClose => ({
  id: close.id,
  status: close.status,
  sha256: close.sha256,
  proposer: close.proposer,
  proposedAt: close.proposed_at,
  signer: close.signer ?? '',
  signedAt: close.signed_at,
  reopenReason: close.reopen_reason,
  reopenAsker: close.reopen_asker ?? '',
})

/** The period of the same length before; a filing's is the same months of the year before. */
export function periodBefore(period: ClosablePeriod): ClosablePeriod {
  const months = period.kind === 'filing' ? 12 : monthsOf(calendarPeriod(period)).length
  return {
    kind: period.kind,
    from: firstDayOf(addMonths(monthOf(period.from), -months)),
    to: lastDayOf(addMonths(monthOf(period.to), -months)),
  }
}

async function recordBefore(db: Db, period: ClosablePeriod, now: Date): Promise<PeriodRecord> {
  const before = periodBefore(period)
  const close = await findStandingClose(db, before)
  return close?.status === 'closed' ? recordOf(db, close) : periodRecord(db, before, now)
}

/** What was filed of a year and the whole year stand beside each other once both are closed. */
async function overviewBeside(db: Db, period: ClosablePeriod, byLineage: boolean): Promise<Overview | null> {
  const other = periodBeside(period)
  const close = other && (await findStandingClose(db, other))
  if (!close || close.status === 'proposed') return null
  return recordedOverview(await recordOf(db, close), byLineage)
}

function periodBeside({ kind, from }: ClosablePeriod): ClosablePeriod | null {
  if (kind === 'year') return filingPeriod(Number(from.slice(0, 4)))
  return kind === 'filing' ? readClosablePeriod('year', from) : null
}

/** Each section as it was written for this period, or for the latest one before it. */
async function textsOf(
  db: Db,
  lang: Lang,
  { period, scope, city }: { period: ClosablePeriod; scope: string; city: string },
): Promise<ReportTexts> {
  const rows = await listReportTexts(db, scope, period.to)
  const own = rows.filter((row) => row.kind === period.kind && row.period_from === period.from)
  const found = (section: string) =>
    own.find((row) => row.section === section) ?? rows.find((row) => row.section === section)
  const t = textsIn[lang]
  const first: Partial<ReportTexts> = {
    superior: superiorOf(city),
    place: placeOf(city),
    ...Object.fromEntries(BEGUN.map((section) => [section, t(`reports:first.${section}`)])),
  }
  return Object.fromEntries(
    REPORT_SECTIONS.map((section) => [section, found(section)?.content ?? first[section] ?? '']),
  ) as ReportTexts
}

/** What a first report begins with; the rest is empty until somebody writes it. */
const BEGUN = ['basis', 'agency', 'addressee', 'signatory', 'recipients'] as const

/** "UBND thành phố Lạng Sơn" as a letterhead has it, and the place it writes from; both can be written otherwise. */
const superiorOf = (city: string): string => city.replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân').toUpperCase()
const placeOf = (city: string): string => city.replace(/^UBND\s+/u, '').replace(/^thành phố(?=\s)/u, 'TP.')
