import type { Level } from '#app/statistics/level-counts.ts'
import type { Db, LevelColumns, Respondent, Stage, Trust, Tx } from '../schema.ts'
import { levelUpserts } from './level-upserts.ts'

export interface LevelCountKey {
  day: string
  office_id: string
  trust: Trust
  stage: Stage
  respondent: Respondent
}

const ofDay = levelUpserts('level_counts', ['day', 'office_id', 'trust', 'stage', 'respondent'])
const ofMonth = levelUpserts('monthly_level_counts', ['month', 'office_id', 'trust', 'stage', 'respondent'])

/** Adds `change` (1 or -1) to one level of a day and of its month. */
export async function addToLevelCount(
  tx: Tx,
  key: LevelCountKey,
  level: Level,
  change: 1 | -1,
): Promise<void> {
  const { day, office_id, trust, stage, respondent } = key
  await ofDay(tx, level, change, day, office_id, trust, stage, respondent)
  await ofMonth(tx, level, change, day.slice(0, 7), office_id, trust, stage, respondent)
}

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
