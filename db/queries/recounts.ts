import { type RawBuilder, sql } from 'kysely'
import type { Db, DossierCountColumns, LevelColumns } from '../schema.ts'

/** One line of counts: what it is of, in words, and its numbers. */
export interface CountLine<Columns> {
  key: string
  counts: Columns
}

export const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

/** Counts as kept, a line per key; lines of nothing but zeros left out. */
export async function keptLines<Columns extends object>(
  db: Db,
  table: string,
  key: readonly string[],
  columns: readonly string[],
): Promise<CountLine<Columns>[]> {
  const counts = columns.map((c) => sql.ref(c))
  const { rows } = await sql<Columns & { key: string }>`
    select ${keyOf(key.map((column) => sql.ref(column)))} as key, ${sql.join(counts)}
    from ${sql.table(table)} where ${sql.join(counts, sql` + `)} > 0
  `.execute(db)
  return rows.map(asLine)
}

export const keyOf = (parts: RawBuilder<unknown>[]) =>
  sql.join(
    parts.map((part) => sql`cast(${part} as text)`),
    sql` || ' ' || `,
  )

const month = (day: string) => sql`substr(${sql.ref(day)}, 1, 7)`

/** Tables of level counts: the columns of their key, and what each is of a response `r`. */
const LEVEL_TABLES = {
  level_counts: {
    day: sql`r.day`,
    office_id: sql`r.office_id`,
    trust: sql`r.trust`,
    stage: sql`r.stage`,
    respondent: sql`r.respondent`,
  },
  monthly_level_counts: {
    month: month('r.day'),
    office_id: sql`r.office_id`,
    trust: sql`r.trust`,
    stage: sql`r.stage`,
    respondent: sql`r.respondent`,
  },
  procedure_counts: {
    month: month('r.day'),
    office_id: sql`r.office_id`,
    procedure_id: sql`coalesce(r.procedure_id, '')`,
    channel: sql`r.channel`,
    trust: sql`r.trust`,
    stage: sql`r.stage`,
  },
  counter_counts: {
    month: month('r.day'),
    office_id: sql`r.office_id`,
    counter_id: sql`coalesce(r.counter_id, '')`,
    trust: sql`r.trust`,
    stage: sql`r.stage`,
  },
} satisfies Record<string, Record<string, RawBuilder<unknown>>>

export const LEVEL_COUNTS = Object.keys(LEVEL_TABLES) as (keyof typeof LEVEL_TABLES)[]

/** Level counts of a table as kept. */
export function keptLevelCounts(
  db: Db,
  table: keyof typeof LEVEL_TABLES,
): Promise<CountLine<LevelColumns>[]> {
  return keptLines(db, table, Object.keys(LEVEL_TABLES[table]), LEVELS)
}

/** The same counted again from the responses. */
export async function recountedLevels(
  db: Db,
  table: keyof typeof LEVEL_TABLES,
): Promise<CountLine<LevelColumns>[]> {
  const parts = Object.values<RawBuilder<unknown>>(LEVEL_TABLES[table])
  const { rows } = await sql<LevelColumns & { key: string }>`
    select ${keyOf(parts)} as key, ${sql.join(LEVELS.map(countedLevel))}
    from responses r group by ${sql.join(parts)}
  `.execute(db)
  return rows.map(asLine)
}

export const countedLevel = (column: string, at: number) =>
  sql`sum(case when r.level = ${sql.lit(at + 1)} then 1 else 0 end) as ${sql.ref(column)}`

/** Tables of dossier counts, as above of a dossier `d`. */
const DOSSIER_TABLES = {
  dossier_counts: { day: sql`d.returned_day`, office_id: sql`d.office_id` },
  monthly_dossier_counts: { month: month('d.returned_day'), office_id: sql`d.office_id` },
  procedure_dossier_counts: {
    month: month('d.returned_day'),
    office_id: sql`d.office_id`,
    procedure_id: sql`d.procedure_id`,
    channel: sql`d.channel`,
  },
} satisfies Record<string, Record<string, RawBuilder<unknown>>>

export const DOSSIER_COUNTS = Object.keys(DOSSIER_TABLES) as (keyof typeof DOSSIER_TABLES)[]

/** Dossier counts of a table as kept. */
export function keptDossierCounts(
  db: Db,
  table: keyof typeof DOSSIER_TABLES,
): Promise<CountLine<DossierCountColumns>[]> {
  return keptLines(db, table, Object.keys(DOSSIER_TABLES[table]), DOSSIERS)
}

/** The same counted again from the dossiers and their links. */
export async function recountedDossiers(
  db: Db,
  table: keyof typeof DOSSIER_TABLES,
): Promise<CountLine<DossierCountColumns>[]> {
  const parts = Object.values<RawBuilder<unknown>>(DOSSIER_TABLES[table])
  const { rows } = await sql<DossierCountColumns & { key: string }>`
    select ${keyOf(parts)} as key,
      sum(case when d.outcome = 'returned' then 1 else 0 end) as returned,
      sum(case when d.outcome = 'returned' then d.on_time else 0 end) as on_time,
      sum(case when d.outcome = 'refused' then 1 else 0 end) as refused,
      sum(case when d.outcome = 'returned' and i.id is not null then 1 else 0 end) as rated
    from dossiers d left join invitations i
      on i.dossier_id = d.id and i.stage = 'return' and i.status in ('answered', 'used')
    where d.outcome in ('returned', 'refused')
    group by ${sql.join(parts)}
  `.execute(db)
  return rows.map(asLine)
}

/** Answer counts as kept, a line per month, office, stage, trust class, question identity and option. */
export function keptAnswerCounts(db: Db): Promise<CountLine<{ n: number }>[]> {
  const key = ['month', 'office_id', 'stage', 'trust', 'identity', 'option']
  return keptLines(db, 'monthly_answer_counts', key, ['n'])
}

export function asLine<Columns extends object>({
  key,
  ...counts
}: Columns & { key: string }): CountLine<Columns> {
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]))
  return { key, counts: numbers as Columns }
}
