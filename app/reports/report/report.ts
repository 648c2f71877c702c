import type { Day } from '../../calendar/day.ts'
import type { Overview, PlaceFigures } from '../overview.ts'
import type { AfterClose, ClosablePeriod, CloseStatus } from '../period-close.ts'
import type { PeriodRecord } from '../period-record.ts'

/** What people write themselves; kept from draft to draft until it is written anew. */
export const REPORT_SECTIONS = [
  'basis',
  'strengths',
  'limits',
  'causes',
  'proposals',
  'superior',
  'agency',
  'place',
  'addressee',
  'signatory',
  'name',
  'recipients',
] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

export type ReportTexts = Record<ReportSection, string>

/** The whole city, or one office with all below it. */
export interface ReportScope {
  /** '' is the city. */
  office: string
  name: string
  /** Figures of merged offices added to their successors': an explicit choice, and printed. */
  byLineage: boolean
}

/** A close as a report prints it. */
export interface ReportClose {
  id: string
  status: CloseStatus
  sha256: string
  proposer: string
  proposedAt: string
  signer: string
  signedAt: string
  reopenReason: string
  reopenAsker: string
}

/** A reopening of the period, printed on every later report of it. */
export interface Reopening {
  at: string
  reason: string
  by: string
}

/** Everything one report says: page, Word document, workbook and CSV are made from this, and from nothing else. */
export interface Report {
  period: ClosablePeriod
  scope: ReportScope
  /** Null as long as the figures are provisional. */
  close: ReportClose | null
  reopenings: Reopening[]
  after: AfterClose
  record: PeriodRecord
  overview: Overview
  /** Of the period before: its closed figures where it was closed. */
  previous: Overview
  /** Of a year: what was filed before 10 December; of a filing: the whole year. null until that is closed. */
  beside: Overview | null
  texts: ReportTexts
  today: Day
}

/** Closed with both signatures; everything else is printed as provisional. */
export const isClosed = ({ close }: Pick<Report, 'close'>): boolean =>
  close !== null && (close.status === 'closed' || close.status === 'reopening')

/** The line a report is about: the city's sum, or one office's. */
export function figuresOf(overview: Overview, office: string): PlaceFigures {
  if (office === '') return overview.city
  const line = overview.offices.find((each) => each.office.id === office)
  return line ?? NOTHING
}

const NOTHING: PlaceFigures = {
  returned: 0,
  onTime: 0,
  onTimeMet: null,
  rated: 0,
  ratings: { state: 'none' },
  verified: { state: 'none' },
}
