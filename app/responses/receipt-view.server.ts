import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { receiptHash, type Secret } from '#app/invitations/secret.ts'
import type { SurveyVersion } from '#app/surveys/survey.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import type { Store } from '#db/connection.ts'
import { findOfficeNames } from '#db/queries/office-lineage.ts'
import { findResponseByReceipt, findSupersededReceipt } from '#db/queries/responses.ts'
import type { ResponseRow } from '#db/schema.ts'

/** What the holder of a receipt may see: their own answer, or that a later one has taken its place. */
export type ReceiptView =
  | { kind: 'superseded'; receipt: string }
  | {
      kind: 'own'
      receipt: string
      names: { office: string; city: string }
      response: ResponseRow
      survey: SurveyVersion | null
      changeable: boolean
      changeableUntil: string
    }

interface Reading {
  store: Pick<Store, 'read'>
  secret: Secret
  clock: Clock
}

/** @throws NotFound for a receipt that is none of ours, or not even the shape of one */
export async function receiptView(
  { store, secret, clock }: Reading,
  receipt: string | null,
): Promise<ReceiptView> {
  if (!receipt) throw new NotFound()
  const hash = receiptHash(secret, receipt)
  const response = await findResponseByReceipt(store.read, hash)
  if (!response) {
    if (await findSupersededReceipt(store.read, hash)) return { kind: 'superseded', receipt }
    throw new NotFound()
  }
  return {
    kind: 'own',
    receipt,
    names: await findOfficeNames(store.read, response.office_id),
    response,
    survey: await surveyOf(store.read, response),
    changeable: clock.now().toISOString() <= response.changeable_until,
    changeableUntil: dayOf(new Date(response.changeable_until)),
  }
}
