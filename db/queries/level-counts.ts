import { sql } from 'kysely'
import type { Level } from '#app/statistics/level-counts.ts'
import { preparedQuery } from '../prepared.ts'
import type {
  Db,
  LevelColumns,
  LevelCountRow,
  MonthlyLevelCountRow,
  Respondent,
  Stage,
  Trust,
  Tx,
} from '../schema.ts'

export interface LevelCountKey {
  day: string
  office_id: string
  trust: Trust
  stage: Stage
  respondent: Respondent
}

type LevelColumn = keyof LevelColumns
type Values = [day: string, office: string, trust: Trust, stage: Stage, respondent: Respondent]

/** One level's upsert of a day, and of its month, each compiled once. */
function upsertsOf(column: LevelColumn) {
  const day = preparedQuery((db: Db, ...values: [...Values, first: number, change: number]) => {
    const [day, office_id, trust, stage, respondent, first, change] = values
    return db
      .insertInto('level_counts')
      .values({ day, office_id, trust, stage, respondent, [column]: first } as unknown as LevelCountRow)
      .onConflict((c) =>
        c
          .columns(['day', 'office_id', 'trust', 'stage', 'respondent'])
          .doUpdateSet({ [column]: sql`level_counts.${sql.ref(column)} + ${change}` }),
      )
  })
  const month = preparedQuery((db: Db, ...values: [...Values, first: number, change: number]) => {
    const [month, office_id, trust, stage, respondent, first, change] = values
    return db
      .insertInto('monthly_level_counts')
      .values({
        month,
        office_id,
        trust,
        stage,
        respondent,
        [column]: first,
      } as unknown as MonthlyLevelCountRow)
      .onConflict((c) =>
        c
          .columns(['month', 'office_id', 'trust', 'stage', 'respondent'])
          .doUpdateSet({ [column]: sql`monthly_level_counts.${sql.ref(column)} + ${change}` }),
      )
  })
  return { day, month }
}

const upserts: Record<Level, ReturnType<typeof upsertsOf>> = {
  1: upsertsOf('level_1'),
  2: upsertsOf('level_2'),
  3: upsertsOf('level_3'),
  4: upsertsOf('level_4'),
  5: upsertsOf('level_5'),
}

/** Adds `change` (1 or -1) to one level of a day and of its month. */
export async function addToLevelCount(
  tx: Tx,
  key: LevelCountKey,
  level: Level,
  change: 1 | -1,
): Promise<void> {
  const { day, office_id, trust, stage, respondent } = key
  // A check refuses a negative count before the conflict is found, so the row is inserted with 0 or 1.
  const first = Math.max(change, 0)
  await upserts[level].day(tx, day, office_id, trust, stage, respondent, first, change)
  await upserts[level].month(tx, day.slice(0, 7), office_id, trust, stage, respondent, first, change)
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
