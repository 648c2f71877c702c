import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf } from '#app/calendar/day.ts'
import { originalComment } from '#app/comments/original-comment.server.ts'
import { maskedParts } from '#app/comments/personal-data.ts'
import { readLang } from '#app/i18n/languages.ts'
import { listCaseAnswers } from '#db/queries/case-answers.ts'
import { listCaseEvents } from '#db/queries/case-events.ts'
import { handlersFor, withinReach } from './assign-case.server.ts'
import { mayTake } from './case-access.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { contactOf } from './case-contact.server.ts'
import { nextDeadline, workingDaysLeft } from './case-deadlines.ts'
import type { CaseDesk, CaseInside, CaseOutside } from './case-desk.ts'
import type { CaseParts } from './case-parts.ts'
import { maskedContact } from './contact.ts'
import { caseNumber, isOpen, MOVES, type Move } from './feedback-case.ts'
import { publicAnswerOf } from './public-answers.server.ts'
import { type StandingCase, standingCase } from './take-step.server.ts'

type Reading = Pick<CaseParts, 'clock' | 'contactKeys'> & {
  store: Pick<CaseParts['store'], 'read' | 'write'>
}

/** A case as somebody at a desk may see it. @throws NotFound */
export async function caseDesk(parts: Reading, viewer: Viewer, caseId: string): Promise<CaseDesk> {
  const standing = await standingCase(parts.store.read, viewer, caseId)
  const outside = await outsideOf(parts, viewer, standing)
  return { outside, inside: standing.sight === 'all' ? await insideOf(parts, viewer, standing) : null }
}

async function outsideOf(parts: Reading, viewer: Viewer, standing: StandingCase): Promise<CaseOutside> {
  const { row, placed, ownPath, names } = standing
  const db = parts.store.read
  const { calendar } = await caseCalendar(db)
  const day = nextDeadline(row)
  const owed = isOpen(row.status) || row.status === 'quarantined'
  const may = (Object.keys(MOVES) as Move[]).filter((move) => mayTake(move, viewer, placed, ownPath))
  const able = may.includes('assign')
    ? withinReach(await handlersFor(db, row.office_id), viewer, standing)
    : []
  return {
    ...{ id: row.id, number: caseNumber(row), office: names.about_name, status: row.status, may },
    deadline: owed ? { day, left: workingDaysLeft(day, dayOf(parts.clock.now()), calendar) } : null,
    summary: row.summary,
    handlers: able
      .filter(({ id }) => id !== row.handler_id)
      .map(({ id, name, office }) => ({ id, name, office: office ?? '' })),
  }
}

async function insideOf(parts: Reading, viewer: Viewer, { row, names }: StandingCase): Promise<CaseInside> {
  const db = parts.store.read
  const { settings } = await caseCalendar(db)
  const isHandler = row.handler_id === viewer.staffId
  const reads = isHandler && viewer.role === 'case_handler'
  const contact = row.contact === 'kept' ? await contactOf(db, parts.contactKeys, row.id) : null
  const answers = await listCaseAnswers(db, row.id)
  const draft = answers.find(({ round, status }) => round === row.round && status === 'draft')
  const { kind, queue, suspicion, category, escalation, round, handled_well, first_answer } = row
  const shown = { kind, queue, suspicion, category, escalation, round, handled_well, first_answer }
  return {
    row: { ...shown, extension_reason: row.extension_reason, contact: row.contact },
    ...{ official: row.official === 1, lang: readLang(row.lang) ?? 'vi', receivedDay: row.received_day },
    ...{
      extendedFrom: row.extended_from,
      handling: names.handling_name ?? '',
      handler: names.handler_name ?? '',
    },
    words: reads ? [{ text: await originalComment(parts, viewer, row.id) }] : maskedParts(row.text),
    masked: !reads,
    contact: contact && maskedContact(contact),
    steps: await stepsOf(parts, row.id, isHandler),
    answers: answers
      .filter(({ status }) => status === 'sent')
      .map((one) => ({ ...one, sent: true, day: dayOf(new Date(one.sent_at)) })),
    draft: {
      original: isHandler ? (draft?.original ?? '') : '',
      text: isHandler ? (draft?.text ?? '') : '',
      summary: row.summary,
    },
    extensionDays: settings.extensionDays,
    published: await publicAnswerOf(db, viewer, row, answers),
  }
}

/** What a citizen wrote to have it reopened is masked like the rest of their words. */
async function stepsOf({ store }: Reading, caseId: string, isHandler: boolean): Promise<CaseInside['steps']> {
  const events = await listCaseEvents(store.read, caseId)
  return events.map(({ id, at, kind, note, staff, from_office, to_office, to_staff }) => ({
    ...{ id, at, kind, staff: staff ?? '', from: from_office ?? '' },
    to: [to_staff, to_office].filter(Boolean).join(' · '),
    note:
      kind === 'reopened' && !isHandler
        ? maskedParts(note)
            .map((part) => ('text' in part ? part.text : '•••'))
            .join('')
        : note,
  }))
}
