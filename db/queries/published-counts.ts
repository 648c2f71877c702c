import { sql } from 'kysely'
import type { Db, LevelColumns, Stage, Trust } from '../schema.ts'

export interface OfficeMonthKinds extends LevelColumns {
  month: string
  office_id: string
  trust: Trust
  stage: Stage
}

const levels = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** Every office's ratings by month, trust class and stage (`yyyy-MM`, both ends included). */
export function sumLevelsByOfficeMonthAndKind(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<OfficeMonthKinds[]> {
  return db
    .selectFrom('monthly_level_counts')
    .select(['month', 'office_id', 'trust', 'stage'])
    .select((e) => levels.map((column) => e.fn.sum<number>(column).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['month', 'office_id', 'trust', 'stage'])
    .execute()
}

export interface OfficeMonthPetitions {
  month: string
  /** '' where the office may not be told: what lies in the restricted queue. */
  office_id: string
  received: number
  answered: number
  on_time: number
}

/** Petitions by month of receipt and office complained of; on time: answered so, or with time left on `today`. */
export async function sumPetitionsByOfficeAndMonth(
  db: Db,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<OfficeMonthPetitions[]> {
  const month = sql<string>`substr(received_day, 1, 7)`
  const office = sql<string>`case when queue = 'restricted' then '' else office_id end`
  const rows = await db
    .selectFrom('feedback_cases')
    .select((e) => [
      month.as('month'),
      office.as('office_id'),
      e.fn.countAll<number>().as('received'),
      sql<number>`sum(case when first_answer <> '' then 1 else 0 end)`.as('answered'),
      sql<number>`sum(case when first_answer = 'on_time' or (first_answer = '' and answer_by >= ${today})
        then 1 else 0 end)`.as('on_time'),
    ])
    .where('kind', '=', 'petition')
    .where('status', 'not in', ['quarantined', 'set_aside'])
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .groupBy([month, office])
    .execute()
  return rows.map((row) => ({
    ...row,
    received: Number(row.received),
    answered: Number(row.answered),
    on_time: Number(row.on_time),
  }))
}
