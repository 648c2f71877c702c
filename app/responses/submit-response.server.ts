import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { countRated } from '#app/dossiers/count-dossiers.server.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { invitationToRate, type UsableInvitation } from '#app/invitations/invitation-to-rate.server.ts'
import type { RatingCode } from '#app/invitations/rating-code.ts'
import { receiptHash, receiptOf, type Secret } from '#app/invitations/secret.ts'
import type { Store } from '#db/connection.ts'
import { findDossierOfInvitation, insertRedemption, updateInvitationStatus } from '#db/queries/invitations.ts'
import {
  deleteSupersededReceipt,
  findResponse,
  findResponseByReceipt,
  findSupersededReceipt,
  insertSupersededReceipt,
} from '#db/queries/responses.ts'
import { insertTapMark } from '#db/queries/tap-marks.ts'
import type { Db, ResponseRow, Tx } from '#db/schema.ts'
import { recordAmendment, recordResponse } from './record-response.server.ts'
import { changeableUntil, type Level } from './survey-response.ts'

/** One tap: `submission` is the UUID of the page it was made on. */
export interface Submission {
  code: RatingCode
  level: Level
  submission: string
  lang: Lang
  /** For the night's look for signs; of a dossier's own link nothing is kept. */
  mark?: { device: string; isQuick: boolean }
}

export type SubmitResult = { kind: 'stored' | 'amended' | 'repeated'; receipt: string } | { kind: 'unusable' }

interface Submitting {
  store: Pick<Store, 'write'>
  secret: Secret
  clock: Clock
}

/**
 * Stores one tap, once: in one transaction the response, its counts and its ledger entry. The same submission
 * again gets the first receipt; with another level it amends while it may be changed.
 */
export function submitResponse(
  { store, secret, clock }: Submitting,
  sent: Submission,
): Promise<SubmitResult> {
  const receipt = receiptOf(secret, sent.submission)
  const hash = receiptHash(secret, receipt)
  return store.write(async (tx) => {
    const now = clock.now()
    const earlier = await findResponseByReceipt(tx, hash)
    if (earlier) return { kind: await answerAgain(tx, earlier, sent.level, now), receipt }
    if (sent.code.kind === 'dossier') {
      const superseded = await findSupersededReceipt(tx, hash)
      if (superseded?.level === sent.level) return { kind: 'repeated', receipt }
    }
    const invitation = await invitationToRate(tx, sent.code, now)
    if (!invitation) return { kind: 'unusable' }
    if (invitation.response_id) {
      await takePlaceOf(tx, invitation.response_id, sent, hash, now)
      return { kind: 'stored', receipt }
    }
    await storeFirst(tx, invitation, sent, hash, now)
    return { kind: 'stored', receipt }
  })
}

async function answerAgain(tx: Tx, earlier: ResponseRow, level: Level, now: Date) {
  if (earlier.level === level || now.toISOString() > earlier.changeable_until) return 'repeated'
  await recordAmendment(tx, earlier, { ...earlier, level }, now)
  return 'amended'
}

/** Another answer by a dossier's link within its 7 days: the last one counts, nothing of the earlier is kept in it. */
async function takePlaceOf(
  tx: Tx,
  responseId: string,
  sent: Submission,
  hash: string,
  now: Date,
): Promise<void> {
  const before = await findResponse(tx, responseId)
  if (!before) throw new Error(`The redeemed response ${responseId} is missing`)
  await deleteSupersededReceipt(tx, hash)
  await insertSupersededReceipt(tx, before.receipt_hash, before.id, before.level)
  const { level, lang } = sent
  const blank = { survey_version_id: null, answers: '{}', comment: '' }
  await recordAmendment(tx, before, { ...before, ...blank, receipt_hash: hash, level, lang }, now)
}

async function storeFirst(
  tx: Tx,
  invitation: UsableInvitation,
  sent: Submission,
  hash: string,
  now: Date,
): Promise<void> {
  const dossier = invitation.dossier_id ? await findDossierOfInvitation(tx, invitation.dossier_id) : null
  const until = changeableUntil(now)
  const row: ResponseRow = {
    id: uuidv7(),
    receipt_hash: hash,
    office_id: invitation.countsFor.id,
    // A successor's figures do not speak of a counter that was another office's.
    counter_id: invitation.officeClosed ? null : invitation.counter_id,
    procedure_id: dossier?.procedure_id ?? null,
    channel: dossier?.channel ?? (invitation.counter_id ? 'counter' : 'unstated'),
    stage: invitation.stage,
    trust: invitation.trust,
    respondent: dossier?.applicant ?? 'unstated',
    level: sent.level,
    day: dayOf(now),
    first_at: now.toISOString(),
    changeable_until: until,
    lang: sent.lang,
    survey_version_id: null,
    answers: '{}',
    comment: '',
    revision: 0,
    amended_at: '',
  }
  await recordResponse(tx, row)
  if (sent.mark && row.trust !== 'verified') await insertTapMark(tx, markOf(row, sent.mark))
  if (!dossier) return
  await updateInvitationStatus(tx, invitation.id, 'answered')
  await insertRedemption(tx, invitation.id, row.id, until)
  if (invitation.stage === 'return' && dossier.outcome === 'returned') {
    await countRated(tx, dossier)
  }
}

const markOf = ({ day, id }: ResponseRow, { device, isQuick }: NonNullable<Submission['mark']>) => ({
  ...{ day, response_id: id, device },
  quick: isQuick ? 1 : 0,
})

/** Whether this submission was stored before: repeats are free of the rate limit. */
export async function isRepeat(
  { db, secret }: { db: Db; secret: Secret },
  submission: string,
): Promise<boolean> {
  const hash = receiptHash(secret, receiptOf(secret, submission))
  return Boolean((await findResponseByReceipt(db, hash)) ?? (await findSupersededReceipt(db, hash)))
}
