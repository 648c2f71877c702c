import type { Db, LevelColumns, Stage, Trust } from '../schema.ts'

export interface MonthLevelSum extends LevelColumns {
  month: string
  trust: Trust
  stage: Stage
}

const sums = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** Level counts by month, trust class and stage of all offices but some (`yyyy-MM`, both ends included). */
export function sumLevelsByMonthWithout(
  db: Db,
  from: string,
  to: string,
  officeIds: readonly string[],
): Promise<MonthLevelSum[]> {
  return db
    .selectFrom('monthly_level_counts')
    .select(['month', 'trust', 'stage'])
    .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .$if(officeIds.length > 0, (query) => query.where('office_id', 'not in', officeIds))
    .groupBy(['month', 'trust', 'stage'])
    .orderBy('month')
    .execute()
}
