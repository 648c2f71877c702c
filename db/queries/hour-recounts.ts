import { type RawBuilder, sql } from 'kysely'
import type { Db, LevelColumns } from '../schema.ts'
import { asLine, type CountLine, countedLevel, keptLines, keyOf, LEVELS } from './recounts.ts'

const OF_RATINGS = ['month', 'office_id', 'weekday', 'hour', 'trust', 'stage']
const OF_DOSSIERS = ['month', 'office_id', 'weekday', 'hour']

/** Counts by hour as kept, a line per month, office, weekday, hour, trust class and stage. */
export function keptHourCounts(db: Db): Promise<CountLine<LevelColumns>[]> {
  return keptLines(db, 'hour_counts', OF_RATINGS, LEVELS)
}

/** Dossiers by hour as kept, a line per month, office, weekday and hour. */
export function keptHourDossierCounts(db: Db): Promise<CountLine<{ returned: number }>[]> {
  return keptLines(db, 'hour_dossier_counts', OF_DOSSIERS, ['returned'])
}

/** Every day on which somebody rated or was given a dossier back. */
export async function listDaysOfRows(db: Db): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select day from responses union select returned_day from dossiers where outcome = 'returned'
  `.execute(db)
  return rows.map(({ day }) => day)
}

/** Which weekday a day is, since SQL does no date arithmetic. */
export type Weekdays = readonly { day: string; weekday: number }[]

const values = (weekdays: Weekdays) => sql.join(weekdays.map((w) => sql`(${w.day}, ${sql.lit(w.weekday)})`))

/** Instants are stored in UTC; Vietnam is seven hours ahead all year. */
const hourOf = (column: string) => sql`(cast(substr(${sql.ref(column)}, 12, 2) as integer) + 7) % 24`

/** Ratings by hour counted again from the responses. */
export async function recountedHours(db: Db, weekdays: Weekdays): Promise<CountLine<LevelColumns>[]> {
  const parts = [sql`substr(r.day, 1, 7)`, sql`r.office_id`, sql`w.weekday`, hourOf('r.first_at')]
  parts.push(sql`r.trust`, sql`r.stage`)
  return await linesOf<LevelColumns>(
    db,
    weekdays,
    sql`select ${keyOf(parts)} as key, ${sql.join(LEVELS.map(countedLevel))}
      from responses r join w on w.day = r.day group by ${sql.join(parts)}`,
  )
}

/** Dossiers returned by hour counted again. */
export async function recountedHourDossiers(
  db: Db,
  weekdays: Weekdays,
): Promise<CountLine<{ returned: number }>[]> {
  const parts = [sql`substr(d.returned_day, 1, 7)`, sql`d.office_id`, sql`w.weekday`, hourOf('d.returned_at')]
  return await linesOf<{ returned: number }>(
    db,
    weekdays,
    sql`select ${keyOf(parts)} as key, count(*) as returned
      from dossiers d join w on w.day = d.returned_day where d.outcome = 'returned' group by ${sql.join(parts)}`,
  )
}

async function linesOf<Columns extends object>(
  db: Db,
  weekdays: Weekdays,
  query: RawBuilder<unknown>,
): Promise<CountLine<Columns>[]> {
  if (weekdays.length === 0) return []
  const { rows } = await sql<Columns & { key: string }>`
    with w(day, weekday) as (values ${values(weekdays)}) ${query}
  `.execute(db)
  return rows.map(asLine)
}
