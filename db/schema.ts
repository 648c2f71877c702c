import type { Kysely, Transaction } from 'kysely'

/**
 * Every row as stored, in the words both databases share. Ids are text (UUIDv7 unless a city names its own),
 * instants ISO text in UTC, days `yyyy-MM-dd` in Vietnam's calendar, flags 0/1, JSON text. An open end of a
 * validity is `0001-01-01` or `9999-12-31`; an instant that has not happened yet is ''.
 */
export interface Schema {
  settings: { key: string; value: string }
  offices: OfficeRow
  office_lineage: LineageRow
  office_names: FormerNameRow
  office_parents: FormerParentRow
  office_targets: OfficeTargetRow
  opening_hours: OpeningHoursRow
  calendar_days: CalendarDayRow
  code_revocations: CodeRevocationRow
  counters: CounterRow
  fields: { id: string; name: string; name_folded: string }
  procedures: ProcedureRow
  survey_versions: SurveyVersionRow
  survey_uses: SurveyUseRow
  monthly_answer_counts: AnswerCountRow
  indicator_scores: IndicatorScoreRow
  index_definitions: IndexDefinitionRow
  dossiers: DossierRow
  invitations: InvitationRow
  redemptions: RedemptionRow
  placard_revisions: PlacardRevisionRow
  placard_removals: { invitation_id: string; removed_at: string }
  responses: ResponseRow
  superseded_receipts: { receipt_hash: string; response_id: string; level: number }
  response_amendments: AmendmentRow
  comments: CommentRow
  comment_themes: CommentThemeRow
  monthly_theme_counts: ThemeCountRow
  ledger: LedgerRow
  level_counts: LevelCountRow
  released_level_counts: LevelCountRow
  release_batches: ReleaseBatchRow
  release_runs: { through_day: string; claimed_at: string }
  released_part_counts: ReleasedPartRow
  released_part_months: { month: string; made_at: string }
  monthly_level_counts: MonthlyLevelCountRow
  procedure_counts: ProcedureCountRow
  counter_counts: CounterCountRow
  hour_counts: HourCountRow
  dossier_counts: DossierCountRow
  monthly_dossier_counts: MonthlyDossierCountRow
  received_dossier_counts: ReceivedDossierCountRow
  procedure_dossier_counts: ProcedureDossierCountRow
  hour_dossier_counts: HourDossierCountRow
  declared_changes: DeclaredChangeRow
  tap_marks: TapMarkRow
  flags: FlagRow
  flagged_level_counts: FlaggedLevelRow
  flag_runs: { day: string; claimed_at: string; done_at: string }
  period_records: PeriodRecordRow
  period_closes: PeriodCloseRow
  report_texts: ReportTextRow
  staff: StaffRow
  audit_trail: AuditRow
  sessions: SessionRow
  second_factors: SecondFactorRow
  recovery_codes: { staff_id: string; code_hash: string; status: 'open' | 'used' }
  staff_invitations: StaffInvitationRow
  feedback_cases: FeedbackCaseRow
  case_events: CaseEventRow
  case_answers: CaseAnswerRow
  case_contacts: CaseContactRow
  published_answers: PublishedAnswerRow
  notices: NoticeRow
  notice_mails: NoticeMailRow
  alert_rules: AlertRuleRow
  alerts: AlertRow
  kiosk_devices: KioskDeviceRow
  kiosk_pairing_codes: PairingCodeRow
  kiosk_entries: KioskEntryRow
  kiosk_conflicts: { entry_id: string; hash: string; device_id: string; received_at: string }
  kiosk_gaps: KioskGapRow
}

/** Readers take `Db`, writers take `Tx`: a writer called outside a transaction does not compile. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

export type OfficeKind = 'city' | 'one_stop' | 'department' | 'ward' | 'commune'
export type Channel = 'counter' | 'online' | 'post' | 'unstated'
export type Respondent = 'citizen' | 'business' | 'unstated'
export type Stage = 'return' | 'filing' | 'unstated'
export type Trust = 'verified' | 'kiosk' | 'open'
export type Outcome = 'open' | 'returned' | 'refused' | 'withdrawn'
export type Role =
  | 'city_office'
  | 'office_head'
  | 'case_handler'
  | 'home_affairs'
  | 'auditor'
  | 'administrator'

export interface OfficeRow {
  id: string
  name: string
  name_folded: string
  kind: OfficeKind
  parent_id: string | null
  /** `/root/child/`: an office and those below it are `path like '/root/child/%'`. */
  path: string
  position: number
  gso_code: string
  /** 1: sits at the city's counter but answers to the province (police, land registry). */
  outside_authority: number
  valid_from: string
  valid_to: string
}

/** From `day` on, `successor_id` does what the predecessor did; a predecessor outside the city has a name only. */
export interface LineageRow {
  id: string
  predecessor_id: string | null
  predecessor_name: string
  successor_id: string
  day: string
  note: string
}

/** What an office was called until a day; the name it has now stands in `offices`. */
export interface FormerNameRow {
  office_id: string
  name: string
  name_folded: string
  valid_to: string
}

/** Under whom an office stood until a day; where it stands now is in `offices`. */
export interface FormerParentRow {
  office_id: string
  parent_id: string | null
  valid_to: string
}

/** An office's own target for a year beside the city's, in thousandths (955 is 95,5%). */
export interface OfficeTargetRow {
  office_id: string
  year: number
  measure: 'satisfied' | 'on_time'
  permille: number
}

/** `weekday` 1 is Monday, times are `HH:mm`; a day may have several spans. */
export interface OpeningHoursRow {
  office_id: string
  weekday: number
  opens: string
  closes: string
}

/** A day that differs from the working week of Monday to Friday. */
export interface CalendarDayRow {
  day: string
  kind: 'off' | 'working'
  name: string
  certainty: 'law' | 'announced' | 'expected'
  source: string
}

/** A standing code withdrawn, and the one issued in its place, if any: what has to be printed again. */
export interface CodeRevocationRow {
  invitation_id: string
  replacement_id: string | null
  revoked_at: string
}

export interface CounterRow {
  id: string
  office_id: string
  name: string
  position: number
  valid_from: string
  valid_to: string
}

export interface ProcedureRow {
  id: string
  code: string
  name: string
  name_folded: string
  field_id: string
  valid_from: string
  valid_to: string
}

/**
 * `content` is JSON: questions with their texts in vi, en and zh (app/surveys/survey.ts). A draft has no validity yet
 * ('') and a `revision` that goes up with each save; a published version's content never changes.
 */
export interface SurveyVersionRow {
  id: string
  survey: string
  version: number
  valid_from: string
  valid_to: string
  content: string
  status: 'draft' | 'published'
  revision: number
}

/** Which survey an office asks, or all offices that say nothing else (`office_id` ''). */
export interface SurveyUseRow {
  id: string
  office_id: string
  survey: string
  valid_from: string
  valid_to: string
}

/** How many responses of a month say this; `option` '' counts those that answered the question at all. */
export interface AnswerCountRow {
  month: string
  office_id: string
  stage: Stage
  trust: Trust
  /** The question, the same in every version that asks it. */
  identity: string
  option: string
  n: number
}

/** Points of an NĐ 61 indicator that no citizen answers, entered by Phòng Nội vụ for an office and a period. */
export interface IndicatorScoreRow {
  office_id: string
  period_from: string
  period_to: string
  indicator: number
  points: number
  note: string
  entered_at: string
  staff_id: string
}

/** What makes the headline from which day on; lists are JSON. */
export interface IndexDefinitionRow {
  version: number
  valid_from: string
  trust_classes: string
  stages: string
  satisfied_levels: string
  minimum_n: number
  /** Why, when and by whom; '' for what the first migration set. */
  reason: string
  decided_at: string
  decided_by: string
}

export interface DossierRow {
  id: string
  code: string
  office_id: string
  procedure_id: string
  channel: Channel
  applicant: Respondent
  received_at: string
  due_at: string
  returned_at: string
  received_day: string
  due_day: string
  returned_day: string
  outcome: Outcome
  /** 1 when returned_day <= due_day; 0 as long as it is open. */
  on_time: number
}

/** A way to rate: a standing code (lookup = the code) or a dossier's link (lookup = SHA-256 hex of its token). */
export interface InvitationRow {
  id: string
  kind: 'standing' | 'dossier'
  lookup: string
  office_id: string
  counter_id: string | null
  dossier_id: string | null
  stage: Stage
  trust: Trust
  issue_number: number
  key_number: number
  placard_number: number
  valid_from: string
  valid_to: string
  status: 'open' | 'answered' | 'used' | 'revoked'
}

/** Joins a dossier's link and its response while it may be answered again (7 days), then deleted. */
export interface RedemptionRow {
  invitation_id: string
  response_id: string
  changeable_until: string
}

/** A text that a standing code's placard was made with; `printed_at` is '' until somebody says that it hangs. */
export interface PlacardRevisionRow {
  invitation_id: string
  revision: number
  city_name: string
  office_name: string
  /** '' where the code stands for the whole office. */
  counter_name: string
  address: string
  made_at: string
  printed_at: string
}

export interface ResponseRow {
  id: string
  receipt_hash: string
  office_id: string
  counter_id: string | null
  procedure_id: string | null
  channel: Channel
  stage: Stage
  trust: Trust
  respondent: Respondent
  level: number
  /** The day of the first tap in Vietnam; an amendment never moves it. */
  day: string
  first_at: string
  changeable_until: string
  lang: string
  survey_version_id: string | null
  answers: string
  comment: string
  /** 0 for the first tap; each amendment adds one, and a row to response_amendments and to the ledger. */
  revision: number
  amended_at: string
}

/** What a response said before the amendment that replaced it. */
export interface AmendmentRow {
  response_id: string
  revision: number
  replaced_at: string
  level: number
  respondent: Respondent
  lang: string
  survey_version_id: string | null
  answers: string
  comment: string
}

/**
 * What is looked for in a response's comment, one row for each that has one. `half_day` is `yyyy-MM-dd am` or `pm` of
 * the first tap; `mark` puts those of a half-day in no order. `reasons` and `themes` are `|time|papers|`.
 */
export interface CommentRow {
  response_id: string
  office_id: string
  half_day: string
  mark: string
  level: number
  stage: Stage
  reasons: string
  themes: string
  /** The masked words without marks, ` thai do `: personal data is in no search. */
  folded: string
  /** By which mask and which themes it was read; another than now: to be read again. */
  reading: string
}

/** A theme that comments are sorted by; `names` in vi, en and zh and the list `keywords` are JSON. */
export interface CommentThemeRow {
  id: string
  position: number
  names: string
  keywords: string
}

/** Comments of a month's responses that touch a theme; theme '' counts each comment once. */
export interface ThemeCountRow {
  month: string
  office_id: string
  theme: string
  n: number
}

/** Append-only (triggers refuse the rest): hash = SHA-256 of salt and canonical content. */
export interface LedgerRow {
  sequence: number
  kind: 'rating' | 'amendment'
  subject: string
  revision: number
  salt: string
  hash: string
  recorded_at: string
}

export interface LevelColumns {
  level_1: number
  level_2: number
  level_3: number
  level_4: number
  level_5: number
}

export interface LevelCountRow extends LevelColumns {
  day: string
  office_id: string
  trust: Trust
  stage: Stage
  respondent: Respondent
}

/** The same by month (`yyyy-MM`), so that whole months cost a thirtieth to read. */
export interface MonthlyLevelCountRow extends LevelColumns {
  month: string
  office_id: string
  trust: Trust
  stage: Stage
  respondent: Respondent
}

/**
 * Ratings that were shown to the office together: all of one trust class and stage from `from_day` to `day`, where they
 * stand in `released_level_counts` (respondent `unstated`).
 */
export interface ReleaseBatchRow {
  office_id: string
  trust: Trust
  stage: Stage
  day: string
  from_day: string
  n: number
  released_at: string
  /** Amendments before this instant are in what is shown of it, later ones are not; '' where nobody wrote it down. */
  amended_before: string
  /** Ratings taken in by then are in it; a tablet may bring others later. */
  arrived_by: string
}

/**
 * What a measured office may see of a month's released ratings by what they are of: one row for each `part` of a `kind`
 * (`1 12` is Monday afternoon, `time late` an answer), trust class and stage; kind `all` has the whole.
 */
export interface ReleasedPartRow extends LevelColumns {
  office_id: string
  month: string
  kind: 'all' | 'procedure' | 'channel' | 'respondent' | 'half_day' | 'answer'
  part: string
  trust: Trust
  stage: Stage
}

/** By the day of return: returned dossiers, those on time, refused ones, returned ones with a verified rating. */
export interface DossierCountColumns {
  returned: number
  on_time: number
  refused: number
  rated: number
}

export interface DossierCountRow extends DossierCountColumns {
  day: string
  office_id: string
}

export interface MonthlyDossierCountRow extends DossierCountColumns {
  month: string
  office_id: string
}

/** The ratings of a month (`yyyy-MM`) by procedure and channel; `procedure_id` '' where no dossier tells it. */
export interface ProcedureCountRow extends LevelColumns {
  month: string
  office_id: string
  procedure_id: string
  channel: Channel
  trust: Trust
  stage: Stage
}

/** The same by counter; `counter_id` '' where the rating was made at none. */
export interface CounterCountRow extends LevelColumns {
  month: string
  office_id: string
  counter_id: string
  trust: Trust
  stage: Stage
}

/** The same by weekday (1 is Monday) and hour (0-23, in Vietnam) of the first tap. */
export interface HourCountRow extends LevelColumns {
  month: string
  office_id: string
  weekday: number
  hour: number
  trust: Trust
  stage: Stage
}

/** Dossiers of a month of return, by procedure and channel. */
export interface ProcedureDossierCountRow extends DossierCountColumns {
  month: string
  office_id: string
  procedure_id: string
  channel: Channel
}

/** Dossiers returned in a month, by weekday and hour of return. */
export interface HourDossierCountRow {
  month: string
  office_id: string
  weekday: number
  hour: number
  returned: number
}

/** From `month` (`yyyy-MM`) on an office's control charts begin a new baseline, because of what `reason` says. */
export interface DeclaredChangeRow {
  id: string
  office_id: string
  month: string
  reason: string
  declared_at: string
  staff_id: string
}

/** Of a rating given at a place, for the night that looks for signs; by whom it was given is nowhere. */
export interface TapMarkRow {
  day: string
  response_id: string
  /** A keyed hash of the day's cookie, the next day `one-3` where five or more are one's, else ''. */
  device: string
  /** 1: it came less than two seconds after its page was made. */
  quick: number
}

/** An office's day on which two or more independent signs met; `signs` is JSON (app/integrity/sign.ts). */
export interface FlagRow {
  day: string
  office_id: string
  signs: string
  /** Ratings that the signs rest on. */
  n: number
  raised_at: string
}

/** What the flagged ratings of a day say, to print figures without them. */
export interface FlaggedLevelRow extends LevelColumns {
  day: string
  office_id: string
  trust: Trust
  stage: Stage
}

/** What a period's reports are made from, frozen (append-only): canonical JSON, and its SHA-256 in hex. */
export interface PeriodRecordRow {
  id: string
  content: string
  sha256: string
  frozen_at: string
}

/** Who closed a period, with two signatures, and who reopened it; instants that have not come are ''. */
export interface PeriodCloseRow {
  id: string
  kind: 'month' | 'quarter' | 'half' | 'year' | 'filing'
  period_from: string
  period_to: string
  record_id: string
  status: 'proposed' | 'withdrawn' | 'closed' | 'reopening' | 'reopened'
  proposed_by: string
  proposed_at: string
  signed_by: string | null
  signed_at: string
  reopen_reason: string
  reopen_asked_by: string | null
  reopen_asked_at: string
  reopened_by: string | null
  reopened_at: string
}

/** What people write into a report (strengths, limits, causes, proposals); scope '' is the city, else an office. */
export interface ReportTextRow {
  kind: PeriodCloseRow['kind']
  period_from: string
  period_to: string
  scope: string
  section: string
  content: string
  saved_at: string
  saved_by: string
}

/** By the month of receipt: all that came in, and those of them closed after the day they were due. */
export interface ReceivedDossierCountRow {
  month: string
  office_id: string
  received: number
  late: number
}

export interface StaffRow {
  id: string
  email: string
  name: string
  role: Role
  office_id: string | null
  /** '' until the account's owner has chosen a password. */
  password_hash: string
  status: 'active' | 'suspended'
  created_at: string
}

export interface SessionRow {
  id_hash: string
  staff_id: string
  created_at: string
  last_seen_at: string
  /** 1: whoever signed in showed a second factor as well. */
  second_factor: number
  /** Family and system of the browser as it named itself (`firefox|windows`), never an address. */
  browser: string
}

/** `secret_sealed` opens with a key made from SECRET; no code of `last_step` or before is taken again. */
export interface SecondFactorRow {
  staff_id: string
  secret_sealed: string
  last_step: number
  set_at: string
}

/** A one-time way to choose a password; the code itself is on paper or in a mail, here is its keyed hash. */
export interface StaffInvitationRow {
  id: string
  staff_id: string
  kind: 'invitation' | 'reset' | 'forgotten_password'
  code_hash: string
  created_at: string
  expires_at: string
  status: 'open' | 'used' | 'withdrawn'
}

/** Who did what to which thing, append-only; `before` and `after` are JSON ('' where there is none). */
export interface AuditRow {
  sequence: number
  at: string
  /** null: the city's own machine (a script, a timer). */
  staff_id: string | null
  /** The e-mail the account had then, or the script's name. */
  actor: string
  /** What was done, as `noun.verb`: `office.rename`. */
  action: string
  subject_kind: string
  subject_id: string
  before: string
  after: string
}

export type CaseStatus =
  | 'quarantined'
  | 'set_aside'
  | 'received'
  | 'classified'
  | 'assigned'
  | 'answered'
  | 'closed'

/** A citizen's phản ánh, kiến nghị (or góp ý without a rating); nothing of it leads to a rating or a dossier. */
export interface FeedbackCaseRow {
  id: string
  /** Keyed hash of the code the citizen follows it with. */
  code_hash: string
  /** Its number at the desk, `serial` without gaps in each year. */
  year: number
  serial: number
  kind: 'suggestion' | 'petition'
  /** 1: to be handled as a phản ánh, kiến nghị of Nghị định 20/2008, with name and address. */
  official: number
  origin: 'rating' | 'open'
  /** The office it is about. */
  office_id: string
  status: CaseStatus
  /** `restricted`: bribery or harassment, never seen by the office it is about. */
  queue: 'ordinary' | 'restricted'
  /** Why it was put in quarantine, or ''. */
  suspicion: string
  category: string
  lang: string
  text: string
  received_at: string
  received_day: string
  classify_by: string
  answer_by: string
  /** The deadline before it was extended, or ''. */
  extended_from: string
  extension_reason: string
  /** null: Văn phòng, or nobody yet (as `status` says). */
  handling_office_id: string | null
  handler_id: string | null
  /** The handler's words, all that the office it is about may read. */
  summary: string
  /** 2 once reopened. */
  round: number
  first_answer: '' | 'on_time' | 'late'
  answered_at: string
  handled_well: '' | 'yes' | 'no'
  reopened_at: string
  closed_at: string
  /** Who has heard that it is late: 1 the handler, 2 the head of the handling office, 3 Văn phòng. */
  escalation: number
  contact: 'none' | 'kept' | 'deleted'
}

/** One step of a case's way, append-only. */
export interface CaseEventRow {
  id: string
  case_id: string
  at: string
  kind: string
  /** null: the citizen, or the city's own machine. */
  staff_id: string | null
  from_office_id: string | null
  to_office_id: string | null
  to_staff_id: string | null
  note: string
}

/** What is answered in a round: in Vietnamese, and in the citizen's language ('' where that is Vietnamese). */
export interface CaseAnswerRow {
  case_id: string
  round: number
  original: string
  lang: string
  text: string
  status: 'draft' | 'sent'
  staff_id: string
  saved_at: string
  sent_at: string
}

/** What the public may read of a case, masked, in words of Văn phòng; published by another than who proposed it. */
export interface PublishedAnswerRow {
  case_id: string
  question: string
  answer: string
  status: 'proposed' | 'published' | 'withdrawn'
  proposed_by: string
  proposed_at: string
  published_by: string | null
  published_at: string
  withdrawn_by: string | null
  withdrawn_at: string
}

/** `sealed` opens with a key of its own, kept in another file (contact-keys.ts). */
export interface CaseContactRow {
  case_id: string
  sealed: string
  consent_version: string
  consent_lang: string
  consented_at: string
}

/** Somebody should hear of an event, once for each occasion; '' in `sent_at` and `seen_at`: not yet. */
export interface NoticeRow {
  id: string
  staff_id: string
  event: string
  subject_kind: string
  subject_id: string
  occasion: string
  made_at: string
  sent_at: string
  seen_at: string
}

/** Mail to one person: whose turn it is to send until when, and from when on the next attempt may be made. */
export interface NoticeMailRow {
  staff_id: string
  /** Names the attempt under way; '' when there is none. */
  lease: string
  leased_until: string
  /** Refused in a row. */
  attempts: number
  next_at: string
}

/** What the city is alerted of; a number that a kind does not use is 0. */
export interface AlertRuleRow {
  id: string
  kind: 'unhappy_at_counter' | 'unhappy_at_office' | 'kiosk_silent' | 'control_signal' | 'few_answers'
  position: number
  status: 'on' | 'off'
  percent: number
  /** Fewer answers, or dossiers returned, raise no alert. */
  least: number
  minutes: number
}

/** What a rule found, without any count. One that is not closed for each rule and subject. */
export interface AlertRow {
  id: string
  rule_id: string
  subject_kind: 'counter' | 'office' | 'kiosk_device'
  subject_id: string
  /** The month, or the beginning of a silence; '' where only time tells one occasion from the next. */
  occasion: string
  status: 'open' | 'acknowledged' | 'closed'
  opened_at: string
  /** When the condition was last seen to hold, to some minutes. */
  held_at: string
  acknowledged_at: string
  acknowledged_by: string | null
  closed_at: string
  /** null while it is open, and where the condition went away by itself. */
  closed_by: string | null
  note: string
}

/** A tablet at a counter; its credential is kept as a hash only. */
export interface KioskDeviceRow {
  id: string
  counter_id: string
  name: string
  credential_hash: string
  status: 'active' | 'revoked'
  paired_at: string
  revoked_at: string
  app_version: string
  last_heard_at: string
  /** Since when it has been silent in opening hours; '' while it is heard. */
  silent_since: string
  /** Every number up to it has come, or lies in an open row of kiosk_gaps. */
  highest_number: number
  /** The highest number whose time was believed, and that time: a later one is not earlier. */
  last_tap_number: number
  last_tap_at: string
  /** As last told: entries in its queue, in its kept store, ratings in its fallback ring. */
  waiting: number
  refused: number
  ring: number
  storage: 'ok' | 'full' | 'broken'
  /** When it last told of a ring or a store that takes nothing. */
  trouble_at: string
  /** -1 where the browser does not tell. */
  battery_percent: number
  charging: number
  /** What its clock lacked to ours when it last told its time, in seconds. */
  clock_offset_s: number
  clock_measured_at: string
  /** Ratings whose time could not be believed: they count on the day they came. */
  clock_flags: number
  conflicts: number
  chain_breaks: number
}

/** A way to pair one tablet, once; `device_id` is '' for a new one. */
export interface PairingCodeRow {
  id: string
  code_hash: string
  counter_id: string
  device_id: string
  made_at: string
  expires_at: string
  status: 'open' | 'used' | 'withdrawn'
}

/** An entry of a tablet's queue that came; a refused one may still become stored, never the other way round. */
export interface KioskEntryRow {
  id: string
  device_id: string
  number: number
  previous: string
  hash: string
  kind: 'rating' | 'reasons' | 'unknown'
  status: 'stored' | 'refused'
  reason: string
  /** The response it made or amended. */
  response_id: string | null
  clock: 'fits' | 'flagged'
  /** Its own time with the offset it had learnt. */
  told_at: string
  received_at: string
}

/** Numbers of a device that have not come, both included; `closed_at` '' while they are missing. */
export interface KioskGapRow {
  id: string
  device_id: string
  first_number: number
  last_number: number
  noticed_at: string
  /** From when it counts as missing, not as on its way. */
  due_at: string
  reported_at: string
  closed_at: string
}
