import { sql } from 'kysely'
import type { Db, LevelColumns, Respondent, Stage, Trust } from '../schema.ts'
import type { OfficeDossierSum } from './dossier-counts.ts'
import type { OfficeLevelSum } from './level-counts.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

export interface PeriodLevelSum extends OfficeLevelSum {
  /** 1: of the later stretch. */
  later: number
}

/** Days or months (`unit`): a stretch from `before` on and the one that follows it from `from` to `to`, told apart. */
export interface TwoStretches {
  unit: 'day' | 'month'
  before: string
  from: string
  to: string
}

/** Level counts of two stretches that follow each other, in one statement. */
export function sumLevelsOfTwo(db: Db, { unit, before, from, to }: TwoStretches): Promise<PeriodLevelSum[]> {
  const kinds = ['office_id', 'trust', 'stage'] as const
  const counts =
    unit === 'day'
      ? db.selectFrom('level_counts').select(['day as at', ...kinds, ...LEVELS])
      : db.selectFrom('monthly_level_counts').select(['month as at', ...kinds, ...LEVELS])
  return db
    .selectFrom(counts.as('c'))
    .select([...kinds, sql<number>`case when at >= ${from} then 1 else 0 end`.as('later')])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('at', '>=', before)
    .where('at', '<=', to)
    .groupBy([...kinds, 'later'])
    .execute()
}

export interface PeriodDossierSum extends OfficeDossierSum {
  /** 1: of the later stretch. */
  later: number
}

/** Dossier counts of two stretches that follow each other, in one statement. */
export function sumDossiersOfTwo(
  db: Db,
  { unit, before, from, to }: TwoStretches,
): Promise<PeriodDossierSum[]> {
  const counts =
    unit === 'day'
      ? db.selectFrom('dossier_counts').select(['day as at', 'office_id', ...DOSSIERS])
      : db.selectFrom('monthly_dossier_counts').select(['month as at', 'office_id', ...DOSSIERS])
  return db
    .selectFrom(counts.as('c'))
    .select(['office_id', sql<number>`case when at >= ${from} then 1 else 0 end`.as('later')])
    .select((e) => DOSSIERS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('at', '>=', before)
    .where('at', '<=', to)
    .groupBy(['office_id', 'later'])
    .execute()
}

export interface KindLevelSum extends LevelColumns {
  trust: Trust
  stage: Stage
  respondent: Respondent
}

/** Level counts of some offices together over days or months, both ends included, by whatever tells ratings apart. */
export function sumLevelsByKind(
  db: Db,
  { offices, unit, from, to }: Omit<TwoStretches, 'before'> & { offices: readonly string[] },
): Promise<KindLevelSum[]> {
  const kinds = ['trust', 'stage', 'respondent'] as const
  const counts =
    unit === 'day'
      ? db.selectFrom('level_counts').select(['day as at', 'office_id', ...kinds, ...LEVELS])
      : db.selectFrom('monthly_level_counts').select(['month as at', 'office_id', ...kinds, ...LEVELS])
  return db
    .selectFrom(counts.as('c'))
    .select(kinds)
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('office_id', 'in', offices)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .groupBy(kinds)
    .execute()
}
