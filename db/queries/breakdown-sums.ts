import type { SelectQueryBuilder } from 'kysely'
import type {
  CounterCountRow,
  Db,
  DossierCountColumns,
  HourCountRow,
  HourDossierCountRow,
  LevelColumns,
  ProcedureCountRow,
  ProcedureDossierCountRow,
  Schema,
  Stage,
  Trust,
} from '../schema.ts'

/** Offices by id, months `yyyy-MM`, both included. */
export interface Breakdown {
  offices: readonly string[]
  from: string
  to: string
}

export type ProcedureLevelSum = Omit<ProcedureCountRow, 'month' | 'office_id'>
export type CounterLevelSum = Omit<CounterCountRow, 'month' | 'office_id'>
export type HourLevelSum = Omit<HourCountRow, 'month' | 'office_id'>
export type ProcedureDossierSum = Omit<ProcedureDossierCountRow, 'month' | 'office_id'>
export type HourDossierSum = Omit<HourDossierCountRow, 'month' | 'office_id'>

/** The same, a line per office. */
type ByOffice<Sum> = Sum & { office_id: string }

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const
const OF_PROCEDURE = ['procedure_id', 'channel', 'trust', 'stage']
const OF_COUNTER = ['counter_id', 'trust', 'stage']
const OF_HOUR = ['weekday', 'hour', 'trust', 'stage']
const OF_PROCEDURE_DOSSIERS = ['procedure_id', 'channel']
const OF_HOUR_DOSSIERS = ['weekday', 'hour']

type CountTable =
  | 'procedure_counts'
  | 'counter_counts'
  | 'hour_counts'
  | 'procedure_dossier_counts'
  | 'hour_dossier_counts'
type Counted = keyof LevelColumns | keyof DossierCountColumns

/** One statement: the sums of a table's counts, a row per `by`. An office list of nobody answers nothing. */
async function sumOf<Row>(
  db: Db,
  { offices, from, to }: Breakdown,
  table: CountTable,
  by: readonly string[],
  counts: readonly Counted[],
): Promise<Row[]> {
  if (offices.length === 0) return []
  const query = db.selectFrom(table) as unknown as SelectQueryBuilder<Schema, 'hour_counts', object>
  return (await query
    .select(by as never)
    .select((e) => counts.map((column) => e.fn.sum<number>(column as never).as(column)))
    .where('office_id', 'in', offices)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(by as never)
    .execute()) as Row[]
}

/** Levels by procedure ('' unknown), channel, trust class and stage, of these offices together. */
export const sumProcedureLevels = (db: Db, wanted: Breakdown) =>
  sumOf<ProcedureLevelSum>(db, wanted, 'procedure_counts', OF_PROCEDURE, LEVELS)

export interface ProcedureSum extends LevelColumns {
  procedure_id: string
}

/** Levels of these trust classes and stages by procedure ('' unknown) alone: half the time of reading them apart. */
export async function sumCountedByProcedure(
  db: Db,
  { offices, from, to }: Breakdown,
  { trusts, stages }: { trusts: readonly Trust[]; stages: readonly Stage[] },
): Promise<ProcedureSum[]> {
  if ([offices, trusts, stages].some(({ length }) => length === 0)) return []
  return db
    .selectFrom('procedure_counts')
    .select('procedure_id')
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('office_id', 'in', offices)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('trust', 'in', trusts)
    .where('stage', 'in', stages)
    .groupBy('procedure_id')
    .execute()
}

/** Levels by counter ('' none), trust class and stage. */
export const sumCounterLevels = (db: Db, wanted: Breakdown) =>
  sumOf<CounterLevelSum>(db, wanted, 'counter_counts', OF_COUNTER, LEVELS)

/** Levels by weekday (1 is Monday) and hour (0-23) of the first tap, trust class and stage, of these offices together. */
export const sumHourLevels = (db: Db, wanted: Breakdown) =>
  sumOf<HourLevelSum>(db, wanted, 'hour_counts', OF_HOUR, LEVELS)

/** Dossiers by procedure and channel in the months of their return, of these offices together. */
export const sumProcedureDossiers = (db: Db, wanted: Breakdown) =>
  sumOf<ProcedureDossierSum>(db, wanted, 'procedure_dossier_counts', OF_PROCEDURE_DOSSIERS, DOSSIERS)

/** Dossiers returned by weekday and hour, of these offices together. */
export const sumHourDossiers = (db: Db, wanted: Breakdown) =>
  sumOf<HourDossierSum>(db, wanted, 'hour_dossier_counts', OF_HOUR_DOSSIERS, ['returned'])

const withOffice = (by: readonly string[]) => ['office_id', ...by]

/** As `sumHourLevels`, a line per office. */
export const sumHourLevelsByOffice = (db: Db, wanted: Breakdown) =>
  sumOf<ByOffice<HourLevelSum>>(db, wanted, 'hour_counts', withOffice(OF_HOUR), LEVELS)

/** As `sumHourDossiers`, a line per office. */
export const sumHourDossiersByOffice = (db: Db, wanted: Breakdown) =>
  sumOf<ByOffice<HourDossierSum>>(db, wanted, 'hour_dossier_counts', withOffice(OF_HOUR_DOSSIERS), [
    'returned',
  ])
