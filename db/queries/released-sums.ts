import { sql } from 'kysely'
import type { Db, LevelColumns, Stage, Trust } from '../schema.ts'
import type { ReleaseCell } from './releases.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const CELL = ['office_id', 'trust', 'stage'] as const

/** Released levels of these offices over days, a line per office, trust class and stage; both ends included. */
export async function sumReleasedByOffice(
  db: Db,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
): Promise<(ReleaseCell & LevelColumns)[]> {
  if (offices.length === 0) return []
  return await db
    .selectFrom('released_level_counts')
    .select(CELL)
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('office_id', 'in', offices)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(CELL)
    .execute()
}

/** Released levels by month, a line per office, month, trust class and stage; both ends included. */
export async function sumReleasedByOfficeAndMonth(
  db: Db,
  { offices, to }: { offices: readonly string[]; to: string },
): Promise<(ReleaseCell & LevelColumns & { month: string })[]> {
  if (offices.length === 0) return []
  const month = sql<string>`substr(day, 1, 7)`
  return await db
    .selectFrom('released_level_counts')
    .select([...CELL, month.as('month')])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('office_id', 'in', offices)
    .where('day', '<=', to)
    .groupBy([...CELL, month])
    .execute()
}

export interface ReleasedMonth extends LevelColumns {
  month: string
  trust: Trust
  stage: Stage
}

/** The same by month, of these offices together. */
export async function sumReleasedByMonth(
  db: Db,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
): Promise<ReleasedMonth[]> {
  if (offices.length === 0) return []
  const month = sql<string>`substr(day, 1, 7)`
  return await db
    .selectFrom('released_level_counts')
    .select([month.as('month'), 'trust', 'stage'])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('office_id', 'in', offices)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy([month, 'trust', 'stage'])
    .orderBy('month')
    .execute()
}
