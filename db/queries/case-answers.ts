import type { CaseAnswerRow, Db, Tx } from '../schema.ts'

/** The answers of a case's rounds, the first first; a draft is one too. */
export function listCaseAnswers(db: Db, caseId: string): Promise<CaseAnswerRow[]> {
  return db.selectFrom('case_answers').selectAll().where('case_id', '=', caseId).orderBy('round').execute()
}

/** Writes the answer of a round in the place of its draft. */
export async function writeCaseAnswer(tx: Tx, row: CaseAnswerRow): Promise<void> {
  const { case_id: _case, round: _round, ...said } = row
  await tx
    .insertInto('case_answers')
    .values(row)
    .onConflict((c) => c.columns(['case_id', 'round']).doUpdateSet(said))
    .execute()
}
