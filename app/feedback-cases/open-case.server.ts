import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { insertCaseContact } from '#db/queries/case-contacts.ts'
import { listHeads } from '#db/queries/case-staff.ts'
import { findCaseByCode, insertCase, nextCaseSerial } from '#db/queries/feedback-cases.ts'
import type { FeedbackCaseRow, Tx } from '#db/schema.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { caseCodeHash, caseCodeOf } from './case-code.ts'
import { sealContact } from './case-contact.server.ts'
import { deadlinesOf } from './case-deadlines.ts'
import type { CaseForm } from './case-form.ts'
import { recordStep } from './case-log.server.ts'
import type { CaseParts } from './case-parts.ts'
import { CONSENT_VERSION, isEmptyContact } from './contact.ts'
import { KIND_OF } from './feedback-case.ts'
import { suspicionOf } from './opened-mark.ts'
import { isSensitive } from './sensitive-words.ts'

interface Told {
  form: CaseForm
  /** The office it is about. */
  officeId: string
  origin: FeedbackCaseRow['origin']
  lang: Lang
}

/**
 * Makes a case of what a citizen wrote, once: the same form with the same words again gets the same code. What looks
 * like a program's is kept apart for somebody to look at. Contact data is sealed with a key that is durable first.
 */
export async function openCase(parts: CaseParts, told: Told): Promise<{ code: string; opened: boolean }> {
  const { store, secret, contactKeys } = parts
  const { form } = told
  const code = caseCodeOf(secret, `${form.submission}|${form.story}`)
  const hash = caseCodeHash(secret, code)
  if (await findCaseByCode(store.read, hash)) return { code, opened: false }
  const id = uuidv7({ msecs: parts.clock.now().getTime() })
  const contact = contactIn(form)
  const sealed = contact && sealContact(contactKeys.make(id), id, contact)
  const opened = await store.write(async (tx) => {
    if (await findCaseByCode(tx, hash)) return false
    await insertOpened(tx, parts, told, { id, code_hash: hash, contact: sealed ? 'kept' : 'none' })
    if (sealed) {
      const consented_at = parts.clock.now().toISOString()
      const consent = { consent_version: CONSENT_VERSION, consent_lang: told.lang, consented_at }
      await insertCaseContact(tx, { case_id: id, sealed, ...consent })
    }
    return true
  })
  return { code, opened }
}

function contactIn({ name, phone, email, address, consent, intent }: CaseForm) {
  const contact = { name, phone, email, address }
  return intent === 'phan-anh' && consent && !isEmptyContact(contact) ? contact : null
}

const NOT_YET = {
  category: '',
  extended_from: '',
  extension_reason: '',
  handling_office_id: null,
  handler_id: null,
  summary: '',
  round: 1,
  first_answer: '',
  answered_at: '',
  handled_well: '',
  reopened_at: '',
  closed_at: '',
  escalation: 0,
} as const

async function insertOpened(
  tx: Tx,
  { clock, secret }: CaseParts,
  { form, officeId, origin, lang }: Told,
  made: Pick<FeedbackCaseRow, 'id' | 'code_hash' | 'contact'>,
): Promise<void> {
  const now = clock.now()
  const day = dayOf(now)
  const { settings, calendar } = await caseCalendar(tx)
  const suspicion = suspicionOf(secret, { opened: form.opened, honeypot: form.website }, now)
  const year = Number(day.slice(0, 4))
  await insertCase(tx, {
    ...NOT_YET,
    ...made,
    ...{ year, serial: await nextCaseSerial(tx, year), kind: KIND_OF[form.intent] },
    official: form.intent === 'phan-anh' && form.official ? 1 : 0,
    ...{ origin, office_id: officeId, lang, text: form.story, suspicion },
    status: suspicion ? 'quarantined' : 'received',
    queue: form.money || isSensitive(form.story) ? 'restricted' : 'ordinary',
    ...{ received_at: now.toISOString(), received_day: day },
    ...deadlinesOf(day, settings, calendar),
  })
  await recordStep(tx, clock, made.id, { kind: 'received' })
  const watching = await listHeads(tx, 'city_office')
  const event = suspicion ? 'case.quarantined' : 'case.received'
  const subject = { kind: 'feedback_case', id: made.id }
  await tellStaff(
    tx,
    clock,
    watching.map(({ id }) => id),
    { event, subject },
  )
}
