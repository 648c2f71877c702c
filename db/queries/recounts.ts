import { type RawBuilder, sql } from 'kysely'
import type { Db, DossierCountColumns, LevelColumns } from '../schema.ts'

/** One line of counts: what it is of, in words, and its numbers. */
export interface CountLine<Columns> {
  key: string
  counts: Columns
}

type Span = 'day' | 'month'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

const spanOf = (span: Span, day: string): RawBuilder<string> =>
  span === 'day' ? sql`${sql.ref(day)}` : sql`substr(${sql.ref(day)}, 1, 7)`

/** Level counts as kept, a line per span, office, trust class, stage and respondent; all-zero lines left out. */
export async function keptLevelCounts(db: Db, span: Span): Promise<CountLine<LevelColumns>[]> {
  const table = span === 'day' ? 'level_counts' : 'monthly_level_counts'
  const { rows } = await sql<LevelColumns & { key: string }>`
    select ${sql.ref(span)} || ' ' || office_id || ' ' || trust || ' ' || stage || ' ' || respondent as key,
      ${sql.join(LEVELS.map((c) => sql.ref(c)))}
    from ${sql.table(table)}
    where ${sql.join(
      LEVELS.map((c) => sql.ref(c)),
      sql` + `,
    )} > 0
  `.execute(db)
  return rows.map(asLine)
}

/** The same counted again from the responses. */
export async function recountedLevels(db: Db, span: Span): Promise<CountLine<LevelColumns>[]> {
  const counted = LEVELS.map(
    (column, at) => sql`sum(case when level = ${sql.lit(at + 1)} then 1 else 0 end) as ${sql.ref(column)}`,
  )
  const when = spanOf(span, 'day')
  const { rows } = await sql<LevelColumns & { key: string }>`
    select ${when} || ' ' || office_id || ' ' || trust || ' ' || stage || ' ' || respondent as key, ${sql.join(counted)}
    from responses group by ${when}, office_id, trust, stage, respondent
  `.execute(db)
  return rows.map(asLine)
}

/** Dossier counts as kept, a line per span and office; all-zero lines left out. */
export async function keptDossierCounts(db: Db, span: Span): Promise<CountLine<DossierCountColumns>[]> {
  const table = span === 'day' ? 'dossier_counts' : 'monthly_dossier_counts'
  const { rows } = await sql<DossierCountColumns & { key: string }>`
    select ${sql.ref(span)} || ' ' || office_id as key, ${sql.join(DOSSIERS.map((c) => sql.ref(c)))}
    from ${sql.table(table)} where returned + refused > 0
  `.execute(db)
  return rows.map(asLine)
}

/** The same counted again from the dossiers and their links. */
export async function recountedDossiers(db: Db, span: Span): Promise<CountLine<DossierCountColumns>[]> {
  const when = spanOf(span, 'd.returned_day')
  const { rows } = await sql<DossierCountColumns & { key: string }>`
    select ${when} || ' ' || d.office_id as key,
      sum(case when d.outcome = 'returned' then 1 else 0 end) as returned,
      sum(case when d.outcome = 'returned' then d.on_time else 0 end) as on_time,
      sum(case when d.outcome = 'refused' then 1 else 0 end) as refused,
      sum(case when d.outcome = 'returned' and i.id is not null then 1 else 0 end) as rated
    from dossiers d left join invitations i
      on i.dossier_id = d.id and i.stage = 'return' and i.status in ('answered', 'used')
    where d.outcome in ('returned', 'refused')
    group by ${when}, d.office_id
  `.execute(db)
  return rows.map(asLine)
}

/** Answer counts as kept, a line per month, office, stage, trust class, question identity and option. */
export async function keptAnswerCounts(db: Db): Promise<CountLine<{ n: number }>[]> {
  const { rows } = await sql<{ n: number; key: string }>`
    select month || ' ' || office_id || ' ' || stage || ' ' || trust || ' ' || identity || ' ' || "option" as key, n
    from monthly_answer_counts where n > 0
  `.execute(db)
  return rows.map(asLine)
}

function asLine<Columns extends object>({ key, ...counts }: Columns & { key: string }): CountLine<Columns> {
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]))
  return { key, counts: numbers as Columns }
}
