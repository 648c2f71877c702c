import { preparedQuery } from '../prepared.ts'
import type { AmendmentRow, Db, ResponseRow, Tx } from '../schema.ts'

const COLUMNS = [
  'id',
  'receipt_hash',
  'office_id',
  'counter_id',
  'procedure_id',
  'channel',
  'stage',
  'trust',
  'respondent',
  'level',
  'day',
  'first_at',
  'changeable_until',
  'lang',
  'survey_version_id',
  'answers',
  'comment',
  'revision',
  'amended_at',
] as const satisfies (keyof ResponseRow)[]

type Value = ResponseRow[keyof ResponseRow]

const insert = preparedQuery((db: Db, ...values: Value[]) => {
  const row = Object.fromEntries(COLUMNS.map((column, at) => [column, values[at]]))
  return db.insertInto('responses').values(row as unknown as ResponseRow)
})

export async function insertResponse(tx: Tx, row: ResponseRow): Promise<void> {
  await insert(tx, ...COLUMNS.map((column) => row[column]))
}

export function findResponseByReceipt(db: Db, receiptHash: string): Promise<ResponseRow | undefined> {
  return db.selectFrom('responses').selectAll().where('receipt_hash', '=', receiptHash).executeTakeFirst()
}

export function findResponse(db: Db, id: string): Promise<ResponseRow | undefined> {
  return db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findSupersededReceipt(db: Db, receiptHash: string) {
  return db
    .selectFrom('superseded_receipts')
    .selectAll()
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst()
}

export async function insertSupersededReceipt(
  tx: Tx,
  receiptHash: string,
  responseId: string,
  level: number,
): Promise<void> {
  await tx
    .insertInto('superseded_receipts')
    .values({ receipt_hash: receiptHash, response_id: responseId, level })
    .execute()
}

export async function deleteSupersededReceipt(tx: Tx, receiptHash: string): Promise<void> {
  await tx.deleteFrom('superseded_receipts').where('receipt_hash', '=', receiptHash).execute()
}

/** Puts the amended response in place and keeps what it said before. */
export async function replaceResponse(tx: Tx, before: ResponseRow, after: ResponseRow): Promise<void> {
  const kept: AmendmentRow = {
    response_id: before.id,
    revision: before.revision,
    replaced_at: after.amended_at,
    level: before.level,
    respondent: before.respondent,
    lang: before.lang,
    survey_version_id: before.survey_version_id,
    answers: before.answers,
    comment: before.comment,
  }
  await tx.insertInto('response_amendments').values(kept).execute()
  const { receipt_hash, level, respondent, lang, survey_version_id, answers, comment } = after
  const { revision, amended_at } = after
  await tx
    .updateTable('responses')
    .set({ receipt_hash, level, respondent, lang, survey_version_id, answers, comment, revision, amended_at })
    .where('id', '=', after.id)
    .execute()
}
