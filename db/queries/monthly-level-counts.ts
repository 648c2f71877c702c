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

/** Which ratings of which months are counted (`yyyy-MM`, both ends included). */
export interface CountedSpan {
  from: string
  to: string
  trusts: readonly Trust[]
  stages: readonly Stage[]
}

export interface OfficeMonthLevels extends LevelColumns {
  month: string
  office_id: string
}

/** Every office's counted ratings by month, the spans (one at least) each by its own rule, in one statement. */
export function sumLevelsByOfficeAndMonth(
  db: Db,
  [first, ...others]: [CountedSpan, ...CountedSpan[]],
): Promise<OfficeMonthLevels[]> {
  const ofSpan = ({ from, to, trusts, stages }: CountedSpan) =>
    db
      .selectFrom('monthly_level_counts')
      .select(['month', 'office_id'])
      .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
      .where('month', '>=', from)
      .where('month', '<=', to)
      .where('trust', 'in', trusts)
      .where('stage', 'in', stages)
      .groupBy(['month', 'office_id'])
  return others.reduce((query, span) => query.unionAll(ofSpan(span)), ofSpan(first)).execute()
}
