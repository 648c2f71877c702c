import { sql } from 'kysely'
import type { Level } from '#app/statistics/level-counts.ts'
import type { Db, LevelColumns, Respondent, Stage, Trust, Tx } from '../schema.ts'

export interface LevelCountKey {
  day: string
  office_id: string
  trust: Trust
  stage: Stage
  respondent: Respondent
}

/** Adds `change` (1 or -1) to one level of a day and of its month. */
export async function addToLevelCount(
  tx: Tx,
  key: LevelCountKey,
  level: Level,
  change: 1 | -1,
): Promise<void> {
  const column = `level_${level}` as const
  const { day, ...rest } = key
  // A check refuses a negative count before the conflict is found, so the row is inserted with 0 or 1.
  const first = { [column]: Math.max(change, 0) }
  await tx
    .insertInto('level_counts')
    .values({ ...NONE, day, ...rest, ...first })
    .onConflict((c) =>
      c
        .columns(['day', 'office_id', 'trust', 'stage', 'respondent'])
        .doUpdateSet({ [column]: sql`level_counts.${sql.ref(column)} + ${change}` }),
    )
    .execute()
  await tx
    .insertInto('monthly_level_counts')
    .values({ ...NONE, month: day.slice(0, 7), ...rest, ...first })
    .onConflict((c) =>
      c
        .columns(['month', 'office_id', 'trust', 'stage', 'respondent'])
        .doUpdateSet({ [column]: sql`monthly_level_counts.${sql.ref(column)} + ${change}` }),
    )
    .execute()
}

const NONE: LevelColumns = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }

export interface OfficeLevelSum extends LevelColumns {
  office_id: string
  trust: Trust
  stage: Stage
}

const sums = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** Level counts by office, trust class and stage over whole months, `from` and `to` included (`yyyy-MM`). */
export function sumLevelsByOfficeInMonths(db: Db, from: string, to: string): Promise<OfficeLevelSum[]> {
  return db
    .selectFrom('monthly_level_counts')
    .select(['office_id', 'trust', 'stage'])
    .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['office_id', 'trust', 'stage'])
    .execute()
}

/** The same over days, for a period that does not begin and end with a month. */
export function sumLevelsByOfficeInDays(db: Db, from: string, to: string): Promise<OfficeLevelSum[]> {
  return db
    .selectFrom('level_counts')
    .select(['office_id', 'trust', 'stage'])
    .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['office_id', 'trust', 'stage'])
    .execute()
}
