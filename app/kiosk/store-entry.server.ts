import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '#app/calendar/clock.ts'
import { type Day, dayOf } from '#app/calendar/day.ts'
import { receiptHash, type Secret } from '#app/invitations/secret.ts'
import { recordAmendment, recordResponse } from '#app/responses/record-response.server.ts'
import { changeableUntil, changed } from '#app/responses/survey-response.ts'
import { knownAnswers } from '#app/surveys/survey.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import type { PlacedDevice } from '#db/queries/kiosk-devices.ts'
import { listSuccessors } from '#db/queries/office-lineage.ts'
import { findResponse } from '#db/queries/responses.ts'
import type { KioskEntryRow, ResponseRow, Tx } from '#db/schema.ts'
import type { EntryOutcome } from './entry-row.ts'
import type { JudgedTime } from './kiosk-clock.ts'
import type { RatingEntry, ReasonsEntry } from './kiosk-entry.ts'
import { reasonsQuestion } from './kiosk-reasons.ts'
import { kioskReceipt } from './kiosk-receipt.ts'

/** What storing the entries of one batch works with, inside its transaction. */
export interface Taking {
  tx: Tx
  clock: Clock
  secret: Secret
  device: PlacedDevice
  now: Date
  /** Entries of the batch, and those they speak of, as far as they came before. */
  known: Map<string, KioskEntryRow>
  /** For whom a rating of a day counts, once looked up. */
  offices: Map<Day, string | null>
  tally: { clock_flags: number; conflicts: number }
  /** The highest number whose time was believed. */
  lastTap: { number: number; at: string }
}

/** Stores a rating through the same deed as a phone's; trust class `kiosk`, its day by its own believed time. */
export async function storeRating(
  taking: Taking,
  { id, number, level, lang }: RatingEntry,
  { when, flagged }: JudgedTime,
): Promise<EntryOutcome> {
  const { tx, secret, device, now } = taking
  const day = dayOf(when)
  const office = await officeOn(taking, day)
  if (office === null) return { because: 'office_closed' }
  const row: ResponseRow = {
    id: uuidv7(),
    receipt_hash: receiptHash(secret, kioskReceipt(secret, id)),
    office_id: office,
    // A successor's figures do not speak of a counter that was another office's.
    counter_id: office === device.office_id ? device.counter_id : null,
    procedure_id: null,
    channel: 'counter',
    stage: 'unstated',
    trust: 'kiosk',
    respondent: 'unstated',
    level,
    day,
    first_at: when.toISOString(),
    changeable_until: changeableUntil(when),
    lang,
    survey_version_id: null,
    answers: '{}',
    comment: '',
    revision: 0,
    amended_at: '',
  }
  await recordResponse(tx, row, now.toISOString())
  if (flagged) taking.tally.clock_flags += 1
  else if (number > taking.lastTap.number) taking.lastTap = { number, at: row.first_at }
  return { response: row.id, flagged }
}

/** The device's office on a day, or who follows it when it is closed; null when nobody does. */
async function officeOn({ tx, device, offices }: Taking, day: Day): Promise<string | null> {
  if (day <= device.office_valid_to) return device.office_id
  const found = offices.get(day)
  if (found !== undefined) return found
  const successors = await listSuccessors(tx, device.office_id)
  const open = successors.find((s) => s.valid_from <= day && day <= s.valid_to)?.id ?? null
  offices.set(day, open)
  return open
}

/** Says more of a rating, as its receipt's page does: options that its survey knows, in one amendment. */
export async function amendWithReasons(
  { tx, known, now }: Taking,
  { of, reasons }: ReasonsEntry,
): Promise<EntryOutcome> {
  const rating = known.get(of)
  if (rating?.kind !== 'rating' || rating.response_id === null) return { because: 'unknown_rating' }
  const response = await findResponse(tx, rating.response_id)
  if (!response) throw new Error(`The response of the kiosk entry ${of} is missing`)
  const survey = await surveyOf(tx, response)
  const question = survey && reasonsQuestion(survey)
  const said = JSON.parse(response.answers) as Record<string, string[]>
  const answers = survey && question ? knownAnswers(survey, { [question.id]: [...reasons] }) : {}
  const ticked = question ? (answers[question.id] ?? []) : []
  if (survey && question && ticked.join() !== (said[question.id] ?? []).join()) {
    await recordAmendment(tx, response, changed(response, { answers, survey: survey.id }), now)
  }
  return { response: response.id, flagged: false }
}
