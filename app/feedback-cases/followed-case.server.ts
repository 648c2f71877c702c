import { type Day, dayOf } from '#app/calendar/day.ts'
import type { WorkingCalendar } from '#app/calendar/working-days.ts'
import { NotFound } from '#app/errors.ts'
import { type Lang, readLang } from '#app/i18n/languages.ts'
import { listCaseAnswers } from '#db/queries/case-answers.ts'
import { listCaseEvents } from '#db/queries/case-events.ts'
import { findCaseByCode } from '#db/queries/feedback-cases.ts'
import { findOfficeNames } from '#db/queries/office-lineage.ts'
import { findOffice } from '#db/queries/offices.ts'
import type { Db, FeedbackCaseRow } from '#db/schema.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { caseCodeHash, readCaseCode } from './case-code.ts'
import { reopenableUntil, workingDaysLeft } from './case-deadlines.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseSettings } from './case-settings.ts'
import { isOpen, mayFollow, type StepKind, statusForCitizen } from './feedback-case.ts'
import { type FollowedCase, STEPS_FOR_CITIZEN } from './followed-case.ts'

type Reading = Pick<CaseParts, 'clock' | 'secret'> & { store: Pick<CaseParts['store'], 'read'> }

/** The case behind a code as typed, or null where it is none of ours. */
export async function caseByCode({ store, secret }: Reading, typed: string): Promise<FeedbackCaseRow | null> {
  const code = readCaseCode(typed)
  return (code && (await findCaseByCode(store.read, caseCodeHash(secret, code)))) || null
}

/** What the holder of a code sees. @throws NotFound for a code that is none of ours */
export async function followedCase(parts: Reading, typed: string): Promise<FollowedCase> {
  const row = await caseByCode(parts, typed)
  if (!row) throw new NotFound()
  const db = parts.store.read
  const today = dayOf(parts.clock.now())
  const { settings, calendar } = await caseCalendar(db)
  const names = await findOfficeNames(db, row.office_id)
  const status = statusForCitizen(row.status) as FollowedCase['status']
  return {
    code: readCaseCode(typed) ?? '',
    ...{ kind: row.kind, official: row.official === 1, ...names, status, text: row.text },
    receivedDay: row.received_day,
    deadline: deadlineOf({ ...row, status }, today, calendar),
    extended:
      row.extended_from && row.round === 1 ? { from: row.extended_from, reason: row.extension_reason } : null,
    handledBy: await handlerOf(db, row),
    steps: await stepsOf(db, row.id),
    answers: await answersOf(db, row.id),
    handledWell: row.handled_well,
    mayRate: mayFollow('rate', row.status) && row.answered_at !== '',
    reopenUntil: reopenUntil(row, today, settings, calendar),
    ...{ contact: row.contact, contactDays: settings.contactDays },
  }
}

/** A suggestion is owed no answer. */
function deadlineOf(row: FeedbackCaseRow, today: Day, calendar: WorkingCalendar) {
  if (row.kind !== 'petition' || !isOpen(row.status)) return null
  return { day: row.answer_by, left: workingDaysLeft(row.answer_by, today, calendar) }
}

/** Until which day a case may be reopened today; null when it may not. */
export function reopenUntil(
  row: FeedbackCaseRow,
  today: Day,
  settings: CaseSettings,
  calendar: WorkingCalendar,
): Day | null {
  if (!mayFollow('reopen', row.status) || row.round !== 1 || row.answered_at === '') return null
  const until = reopenableUntil(dayOf(new Date(row.answered_at)), settings, calendar)
  return today <= until ? until : null
}

async function handlerOf(
  db: Db,
  { handler_id, handling_office_id }: FeedbackCaseRow,
): Promise<string | null> {
  if (!handler_id) return null
  return handling_office_id ? ((await findOffice(db, handling_office_id))?.name ?? '') : ''
}

async function stepsOf(db: Db, caseId: string): Promise<FollowedCase['steps']> {
  const events = await listCaseEvents(db, caseId)
  return events
    .filter(({ kind }) => STEPS_FOR_CITIZEN.includes(kind as StepKind))
    .map(({ id, at, kind, to_office }) => ({
      ...{ id, day: dayOf(new Date(at)), kind: kind as StepKind },
      office: to_office ?? '',
    }))
}

async function answersOf(db: Db, caseId: string): Promise<FollowedCase['answers']> {
  const rows = await listCaseAnswers(db, caseId)
  return rows
    .filter(({ status }) => status === 'sent')
    .map(({ round, lang, text, original, sent_at }) => ({
      ...{ round, original, text: text || original, day: dayOf(new Date(sent_at)) },
      lang: text ? ((readLang(lang) ?? 'vi') as Lang) : 'vi',
    }))
}
