import { sql } from 'kysely'
import type { AnswerCountRow, Db, LevelColumns, MonthlyLevelCountRow } from '../schema.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** Level counts of whole months by office, trust class, stage and respondent, in a fixed order. */
export function listLevelsOfMonths(
  db: Db,
  from: string,
  to: string,
): Promise<Omit<MonthlyLevelCountRow, 'month'>[]> {
  return db
    .selectFrom('monthly_level_counts')
    .select(['office_id', 'trust', 'stage', 'respondent'])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['office_id', 'trust', 'stage', 'respondent'])
    .orderBy('office_id')
    .orderBy('trust')
    .orderBy('stage')
    .orderBy('respondent')
    .execute()
}

/** How many responses of whole months say what, all but those of the filing stage. */
export function listAnswersOfMonths(
  db: Db,
  from: string,
  to: string,
): Promise<Pick<AnswerCountRow, 'office_id' | 'identity' | 'option' | 'n'>[]> {
  return db
    .selectFrom('monthly_answer_counts')
    .select(['office_id', 'identity', 'option'])
    .select((e) => e.fn.sum<number>('n').as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('stage', '<>', 'filing')
    .groupBy(['office_id', 'identity', 'option'])
    .having((e) => e(e.fn.sum('n'), '>', 0))
    .orderBy('office_id')
    .orderBy('identity')
    .orderBy('option')
    .execute()
}

/** All ratings of whole months at each level, whatever their trust class and stage. */
export async function sumLevelsOfMonths(db: Db, from: string, to: string): Promise<LevelColumns> {
  return await db
    .selectFrom('monthly_level_counts')
    .select((e) => LEVELS.map((column) => e.fn.coalesce(e.fn.sum<number>(column), e.val(0)).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .executeTakeFirstOrThrow()
}

export async function lastLedgerSequence(db: Db): Promise<number> {
  const row = await db
    .selectFrom('ledger')
    .select((e) => e.fn.coalesce(e.fn.max('sequence'), e.val(0)).as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

export interface PetitionSum {
  /** '' where the office may not be told: what lies in the restricted queue. */
  office_id: string
  category: string
  received: number
  answered: number
  on_time: number
  unsatisfied: number
}

/**
 * Petitions received from one day to another, both included, by office complained of and category; on time: answered
 * so, or with time left on `today`; unsatisfied: late, reopened or judged badly by their citizens.
 */
export async function listPetitionsOfDays(
  db: Db,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<PetitionSum[]> {
  const office = sql<string>`case when queue = 'restricted' then '' else office_id end`
  const rows = await db
    .selectFrom('feedback_cases')
    .select((e) => [
      office.as('office_id'),
      'category',
      e.fn.countAll<number>().as('received'),
      sql<number>`sum(case when first_answer <> '' then 1 else 0 end)`.as('answered'),
      sql<number>`sum(case when first_answer = 'on_time' or (first_answer = '' and answer_by >= ${today})
        then 1 else 0 end)`.as('on_time'),
      sql<number>`sum(case when handled_well = 'no' or reopened_at <> '' or first_answer = 'late'
        or (first_answer = '' and answer_by < ${today}) then 1 else 0 end)`.as('unsatisfied'),
    ])
    .where('kind', '=', 'petition')
    .where('status', 'not in', ['quarantined', 'set_aside'])
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .groupBy([office, 'category'])
    .execute()
  return rows
    .map((row) => ({
      ...row,
      received: Number(row.received),
      answered: Number(row.answered),
      on_time: Number(row.on_time),
      unsatisfied: Number(row.unsatisfied),
    }))
    .sort((a, b) => (`${a.office_id} ${a.category}` < `${b.office_id} ${b.category}` ? -1 : 1))
}
