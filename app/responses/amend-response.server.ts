import type { Clock } from '#app/calendar/clock.ts'
import { receiptHash, type Secret } from '#app/invitations/secret.ts'
import { knownAnswers } from '#app/surveys/survey.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import type { Store } from '#db/connection.ts'
import { findResponseByReceipt, findSupersededReceipt } from '#db/queries/responses.ts'
import type { ResponseRow, Tx } from '#db/schema.ts'
import { recordAmendment } from './record-response.server.ts'
import { changed, type ResponseChange } from './survey-response.ts'

export type AmendResult = 'amended' | 'unchanged' | 'too_late' | 'superseded' | 'unknown'

interface Amending {
  store: Pick<Store, 'write'>
  secret: Secret
  clock: Clock
}

/** Changes what a receipt's holder said, in one transaction; the last answer counts, the ledger keeps each. */
export function amendResponse(
  { store, secret, clock }: Amending,
  receipt: string,
  change: ResponseChange,
): Promise<AmendResult> {
  const hash = receiptHash(secret, receipt)
  return store.write(async (tx) => {
    const row = await findResponseByReceipt(tx, hash)
    if (!row) return (await findSupersededReceipt(tx, hash)) ? 'superseded' : 'unknown'
    const now = clock.now()
    if (now.toISOString() > row.changeable_until) return 'too_late'
    const after = changed(row, await withKnownAnswers(tx, row, change))
    if (after === row) return 'unchanged'
    await recordAmendment(tx, row, after, now)
    return 'amended'
  })
}

async function withKnownAnswers(tx: Tx, row: ResponseRow, change: ResponseChange): Promise<ResponseChange> {
  if (!change.answers) return change
  const survey = await surveyOf(tx, row)
  if (!survey) return { ...change, answers: undefined }
  return { ...change, answers: knownAnswers(survey, change.answers), survey: survey.id }
}
