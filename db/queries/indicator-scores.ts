import type { Db, IndicatorScoreRow, Tx } from '../schema.ts'

/** What was entered for a period, of one office or of all. */
export function listIndicatorScores(
  db: Db,
  period: { from: string; to: string },
  office?: string,
): Promise<IndicatorScoreRow[]> {
  const query = db
    .selectFrom('indicator_scores')
    .selectAll()
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .orderBy('indicator')
  return (office === undefined ? query : query.where('office_id', '=', office)).execute()
}

export async function writeIndicatorScore(tx: Tx, row: IndicatorScoreRow): Promise<void> {
  const { points, note, entered_at, staff_id } = row
  await tx
    .insertInto('indicator_scores')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['office_id', 'period_from', 'period_to', 'indicator'])
        .doUpdateSet({ points, note, entered_at, staff_id }),
    )
    .execute()
}
