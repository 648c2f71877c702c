import { sql } from 'kysely'
import type { Db, LevelColumns, Respondent, Stage, Trust } from '../schema.ts'
import type { OfficeDossierSum } from './dossier-counts.ts'
import type { OfficeLevelSum } from './level-counts.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

/** Days or months to be added, or (`sign` -1) taken away, both ends included (app/calendar/stretches.ts). */
export interface CountedStretch {
  unit: 'day' | 'month'
  from: string
  to: string
  sign: 1 | -1
}

/** Level counts by office, trust class and stage over stretches, in one statement. */
export async function sumLevelsOver(db: Db, stretches: readonly CountedStretch[]): Promise<OfficeLevelSum[]> {
  return await sumOver<OfficeLevelSum>(db, marked(stretches, 1), LEVEL_TABLES, KINDS, LEVELS)
}

/** Dossier counts by office over stretches, in one statement. */
export async function sumDossiersOver(
  db: Db,
  stretches: readonly CountedStretch[],
): Promise<OfficeDossierSum[]> {
  return await sumOver<OfficeDossierSum>(db, marked(stretches, 1), DOSSIER_TABLES, ['office_id'], DOSSIERS)
}

export interface PeriodLevelSum extends OfficeLevelSum {
  /** 1: of the later period. */
  later: number
}

export interface PeriodDossierSum extends OfficeDossierSum {
  later: number
}

/** A period and the one before it, as stretches. */
export interface TwoPeriods {
  earlier: readonly CountedStretch[]
  later: readonly CountedStretch[]
}

/** Level counts of two periods, told apart, in one statement. */
export async function sumLevelsOfTwo(db: Db, { earlier, later }: TwoPeriods): Promise<PeriodLevelSum[]> {
  const both = [...marked(earlier, 0), ...marked(later, 1)]
  return await sumOver<PeriodLevelSum>(db, both, LEVEL_TABLES, [...KINDS, 'later'], LEVELS)
}

/** Dossier counts of two periods, told apart, in one statement. */
export async function sumDossiersOfTwo(db: Db, { earlier, later }: TwoPeriods): Promise<PeriodDossierSum[]> {
  const both = [...marked(earlier, 0), ...marked(later, 1)]
  return await sumOver<PeriodDossierSum>(db, both, DOSSIER_TABLES, ['office_id', 'later'], DOSSIERS)
}

const KINDS = ['office_id', 'trust', 'stage']
const LEVEL_TABLES = { day: 'level_counts', month: 'monthly_level_counts' }
const DOSSIER_TABLES = { day: 'dossier_counts', month: 'monthly_dossier_counts' }

const marked = (stretches: readonly CountedStretch[], later: 0 | 1) =>
  stretches.map((stretch) => ({ ...stretch, later }))

/** Each stretch is summed by itself, and the sums of all together: what is added twice is only a line an office. */
async function sumOver<Row>(
  db: Db,
  stretches: (CountedStretch & { later: 0 | 1 })[],
  tables: Record<CountedStretch['unit'], string>,
  by: readonly string[],
  counts: readonly string[],
): Promise<Row[]> {
  const names = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
  const own = by.filter((column) => column !== 'later')
  const parts = stretches.map(({ unit, from, to, sign, later }) => {
    const signed = counts.map(
      (column) => sql`cast(${sql.lit(sign)} * sum(${sql.ref(column)}) as integer) as ${sql.ref(column)}`,
    )
    return sql`select ${names(own)}, ${sql.lit(later)} as later, ${sql.join(signed)} from ${sql.table(tables[unit])}
      where ${sql.ref(unit)} between ${from} and ${to} group by ${names(own)}`
  })
  const sums = counts.map((column) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`)
  const { rows } = await sql<Row>`
    select ${names(by)}, ${sql.join(sums)} from (${sql.join(parts, sql` union all `)}) c group by ${names(by)}
  `.execute(db)
  return rows
}

export interface KindLevelSum extends LevelColumns {
  trust: Trust
  stage: Stage
  respondent: Respondent
}

/** Level counts of some offices together over days or months, both ends included, by whatever tells ratings apart. */
export function sumLevelsByKind(
  db: Db,
  { offices, unit, from, to }: Omit<CountedStretch, 'sign'> & { offices: readonly string[] },
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
