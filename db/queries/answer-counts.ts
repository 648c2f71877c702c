import { sql } from 'kysely'
import type { AnswerCountRow, Db, Stage, Trust, Tx } from '../schema.ts'

export type AnswerCountKey = Omit<AnswerCountRow, 'n'>

/** Adds `change` (1 or -1) to how many responses of a month say this. */
export async function addToAnswerCount(tx: Tx, key: AnswerCountKey, change: 1 | -1): Promise<void> {
  await tx
    .insertInto('monthly_answer_counts')
    // A check refuses a negative count before the conflict is found, so the row is inserted with 0 or 1.
    .values({ ...key, n: Math.max(change, 0) })
    .onConflict((c) =>
      c
        .columns(['month', 'office_id', 'identity', 'option', 'stage', 'trust'])
        .doUpdateSet({ n: sql`monthly_answer_counts.n + ${change}` }),
    )
    .execute()
}

export interface MonthAnswerCount {
  office_id: string
  month: string
  identity: string
  option: string
  n: number
}

/** By office, month and option, for questions whose identity begins with `prefix`; filing is never in the headline. */
export function listAnswerCounts(
  db: Db,
  wanted: { prefix: string; from: string; to: string; office?: string | undefined },
): Promise<MonthAnswerCount[]> {
  const query = db
    .selectFrom('monthly_answer_counts')
    .select(['office_id', 'month', 'identity', 'option'])
    .select((e) => e.fn.sum<number>('n').as('n'))
    .where('month', '>=', wanted.from)
    .where('month', '<=', wanted.to)
    .where('identity', 'like', `${wanted.prefix}%`)
    .where('stage', '<>', 'filing')
    .groupBy(['office_id', 'month', 'identity', 'option'])
  return (wanted.office === undefined ? query : query.where('office_id', '=', wanted.office)).execute()
}

/** Of some offices together, by month, question and option; filing is never in the headline. */
export function sumAnswersByMonth(
  db: Db,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
): Promise<Omit<MonthAnswerCount, 'office_id'>[]> {
  return db
    .selectFrom('monthly_answer_counts')
    .select(['month', 'identity', 'option'])
    .select((e) => e.fn.sum<number>('n').as('n'))
    .where('office_id', 'in', offices)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('stage', '<>', 'filing')
    .groupBy(['month', 'identity', 'option'])
    .execute()
}

export interface AnsweredAlike {
  month: string
  office_id: string
  stage: Stage
  trust: Trust
  survey_version_id: string
  answers: string
  n: number
}

/** Responses that answered a survey, those alike together: what the counts are counted again from. */
export async function listAnsweredAlike(db: Db): Promise<AnsweredAlike[]> {
  const { rows } = await sql<AnsweredAlike>`
    select substr(day, 1, 7) as month, office_id, stage, trust, survey_version_id, answers, count(*) as n
    from responses where survey_version_id is not null
    group by substr(day, 1, 7), office_id, stage, trust, survey_version_id, answers
  `.execute(db)
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}
