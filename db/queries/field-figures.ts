import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, DossierCountColumns, LevelColumns, Schema, Stage, Trust } from '../schema.ts'
import type { Breakdown } from './breakdown-sums.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

/** In the statement's own words: PostgreSQL takes two parameters of one value for two things. */
const FIELD = sql<string>`coalesce(p.field_id, '')`

/** `field_id` is '' where the procedure is not known. */
interface OfField {
  office_id: string
  field_id: string
}
export type FieldLevelSum = OfField & LevelColumns & { trust: Trust; stage: Stage }
export type FieldDossierSum = OfField & DossierCountColumns

/** Added up where they lie: a year of 400 offices has 40,000 lines by procedure, and 2,000 by field. */
async function byField<Row>(
  db: Db,
  { offices, from, to }: Breakdown,
  table: 'procedure_counts' | 'procedure_dossier_counts',
  more: readonly string[],
  counts: readonly string[],
): Promise<Row[]> {
  if (offices.length === 0) return []
  const query = db.selectFrom(table) as unknown as SelectQueryBuilder<Schema, 'procedure_counts', object>
  const others = more.map((column) => `${table}.${column}`)
  return (await query
    .leftJoin('procedures as p', 'p.id', `${table}.procedure_id` as 'procedure_id')
    .select((e) => [
      'office_id',
      FIELD.as('field_id'),
      ...counts.map((column) => e.fn.sum<number>(column as 'level_1').as(column)),
    ])
    .select(others as never)
    .where('office_id', 'in', offices)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['office_id', FIELD])
    .groupBy(others as never)
    .execute()) as Row[]
}

/** Levels of whole months by office, field, trust class and stage. */
export const sumLevelsByField = (db: Db, wanted: Breakdown) =>
  byField<FieldLevelSum>(db, wanted, 'procedure_counts', ['trust', 'stage'], LEVELS)

/** Dossiers by office and field in the months of their return. */
export const sumDossiersByField = (db: Db, wanted: Breakdown) =>
  byField<FieldDossierSum>(db, wanted, 'procedure_dossier_counts', [], DOSSIERS)
