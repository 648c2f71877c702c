import { createHash } from 'node:crypto'
import type { OfficeKind, OfficeTargetRow, Respondent, Stage, Trust } from '#db/schema.ts'
import type { Day, Month } from '../calendar/day.ts'
import { canonicalJson, type Json } from '../ledger/canonical-json.ts'
import type { Question } from '../surveys/survey.ts'
import type { CloseKind } from './period-close.ts'

/** The form records are written in; those of form 1 have no complaints, questions and points, and are still read. */
export const RECORD_FORMAT = 2
const READABLE: readonly number[] = [1, RECORD_FORMAT]

/** How figures are made from counts; a new way is a new number, and old records keep theirs. */
export const RULES = {
  version: 1,
  interval: 'Wilson 95%',
  verdict: 'lower >= target, upper < target',
  on_time: 'returned_day <= due_day',
  hidden_below: 'index definition, range of 5',
} as const

type Levels = readonly [l1: number, l2: number, l3: number, l4: number, l5: number]
type Dossiers = readonly [returned: number, onTime: number, refused: number, rated: number]

/**
 * All that a period's reports are made from, as it was when it was frozen: raw counts with what says how to read them.
 * Instants are UTC; counts are whole numbers; nothing in it is a share, so nothing depends on rounding.
 */
export interface PeriodRecord {
  format: 1 | typeof RECORD_FORMAT
  kind: CloseKind
  from: Day
  to: Day
  frozen_at: string
  /** The ledger's last number then. */
  ledger_sequence: number
  rules: typeof RULES
  /** Those known by the period's last day, the newest first: the first one is in force, others for earlier months. */
  index_definitions: RecordedDefinition[]
  surveys: { id: string; valid_from: Day; valid_to: Day }[]
  /** Ratings set aside, with reasons; nothing can be set aside yet. */
  set_aside: number
  offices: RecordedOffice[]
  lineage: RecordedLineage[]
  targets: { office: string; measure: OfficeTargetRow['measure']; permille: number }[]
  levels: (readonly [office: string, trust: Trust, stage: Stage, respondent: Respondent, ...Levels])[]
  dossiers: (readonly [office: string, ...Dossiers])[]
  fields: { id: string; name: string }[]
  field_levels: (readonly [office: string, field: string, trust: Trust, stage: Stage, ...Levels])[]
  field_dossiers: (readonly [office: string, field: string, ...Dossiers])[]
  answers: (readonly [office: string, identity: string, option: string, n: number])[]
  /** From form 2 on: what else a report tells; null in what was frozen before. */
  more: RecordedMore | null
  /** The city's twelve months up to the last of the period, without offices outside its authority. */
  months: (readonly [month: Month, trust: Trust, stage: Stage, ...Levels])[]
}

/** Complaints, dossiers received, the questions that were answered, and the points of Nghị định 61. */
export interface RecordedMore {
  /** Office '' where it may not be told, category '' where nobody has said it yet. On time: or with time left then. */
  petitions: (readonly [
    office: string,
    category: string,
    received: number,
    answered: number,
    onTime: number,
    unsatisfied: number,
  ])[]
  /** The city's, without offices outside its authority: received, and overdue among them. */
  received_dossiers: readonly [received: number, overdue: number]
  questions: RecordedQuestion[]
  /** Given by Phòng Nội vụ for indicators that no citizen answers. */
  nd61_points: (readonly [office: string, indicator: number, points: number])[]
  /** Indicators that may not be shown, because of this period or those beside it. */
  nd61_hidden: (readonly [office: string, indicator: number])[]
}

export type RecordedQuestion = Pick<Question, 'identity' | 'kind' | 'factor' | 'text' | 'options'>

/** Lists are JSON, as stored. */
export interface RecordedDefinition {
  version: number
  valid_from: Day
  trust_classes: string
  stages: string
  satisfied_levels: string
  minimum_n: number
}

/** An office under the name and parent of the period's last day. */
export interface RecordedOffice {
  id: string
  name: string
  kind: OfficeKind
  parent: string
  outside: number
  gso_code: string
  position: number
  valid_from: Day
  valid_to: Day
}

export interface RecordedLineage {
  predecessor: string
  predecessor_name: string
  successor: string
  day: Day
}

/** The one spelling that is stored and hashed (RFC 8785). */
export const writtenRecord = (record: PeriodRecord): string => canonicalJson(record as unknown as Json)

/** SHA-256, in hex, of a record as written: printed on every report made from it. */
export const recordHash = (written: string): string => createHash('sha256').update(written).digest('hex')

/** A stored record, or null where its text is not what its hash says. */
export function readRecord(written: string, sha256: string): PeriodRecord | null {
  if (recordHash(written) !== sha256) return null
  const record = JSON.parse(written) as PeriodRecord
  return READABLE.includes(record.format) ? { ...record, more: record.more ?? null } : null
}
