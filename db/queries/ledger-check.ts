import type { Db, LedgerRow, ResponseRow } from '../schema.ts'

/** A ledger entry, the response it is about as it stands (null where it is gone), and what it said at that revision. */
export type LedgerLine = Pick<LedgerRow, 'sequence' | 'salt' | 'hash'> & {
  ledger_revision: number
} & { [Column in keyof ResponseRow]: ResponseRow[Column] | null } & {
  was_level: number | null
  was_respondent: string | null
  was_lang: string | null
  was_survey: string | null
  was_answers: string | null
  was_comment: string | null
}

/** Every entry in the order of its number, a row at a time. */
export function streamLedger(db: Db): AsyncIterableIterator<LedgerLine> {
  return db
    .selectFrom('ledger as l')
    .leftJoin('responses as r', 'r.id', 'l.subject')
    .leftJoin('response_amendments as a', (j) =>
      j.onRef('a.response_id', '=', 'l.subject').onRef('a.revision', '=', 'l.revision'),
    )
    .selectAll('r')
    .select([
      'l.sequence',
      'l.salt',
      'l.hash',
      'l.revision as ledger_revision',
      'a.level as was_level',
      'a.respondent as was_respondent',
      'a.lang as was_lang',
      'a.survey_version_id as was_survey',
      'a.answers as was_answers',
      'a.comment as was_comment',
    ])
    .orderBy('l.sequence')
    .stream() as unknown as AsyncIterableIterator<LedgerLine>
}
