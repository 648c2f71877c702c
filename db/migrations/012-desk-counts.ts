import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5']
const DOSSIERS = ['returned', 'on_time', 'refused', 'rated']
const DAYS_A_STATEMENT = 400
const VIETNAM_OFFSET = 7

interface CountTable {
  name: string
  /** What the counts are of, after office and month. */
  of: string[]
  counts: string[]
}

const tables: CountTable[] = [
  { name: 'procedure_counts', of: ['procedure_id', 'channel', 'trust', 'stage'], counts: LEVELS },
  { name: 'counter_counts', of: ['counter_id', 'trust', 'stage'], counts: LEVELS },
  { name: 'hour_counts', of: ['weekday', 'hour', 'trust', 'stage'], counts: LEVELS },
  { name: 'procedure_dossier_counts', of: ['procedure_id', 'channel'], counts: DOSSIERS },
  { name: 'hour_dossier_counts', of: ['weekday', 'hour'], counts: ['returned'] },
]

const KNOWN: Record<string, RawBuilder<unknown>> = {
  channel: sql`channel in ('counter', 'online', 'post', 'unstated')`,
  trust: sql`trust in ('verified', 'kiosk', 'open')`,
  stage: sql`stage in ('return', 'filing', 'unstated')`,
  weekday: sql`weekday between 1 and 7`,
  hour: sql`hour between 0 and 23`,
}

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  for (const table of tables) await createCounts(db, table, differences)
  await countProcedures(db)
  await countCounters(db)
  await countProcedureDossiers(db)
  for (const days of await listOfDays(db)) {
    await countHours(db, days)
    await countDossierHours(db, days)
  }
}

/** Office first, then month: one tree serves an office's page and, by the list of offices, the city's. */
async function createCounts(
  db: Kysely<unknown>,
  { name, of, counts }: CountTable,
  differences: DialectDifferences,
): Promise<void> {
  let table = db.schema
    .createTable(name)
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('month', 'text', (c) => c.notNull()) as unknown as CreateTableBuilder<string, never>
  for (const column of of) {
    const type = column === 'weekday' || column === 'hour' ? 'integer' : 'text'
    const known = KNOWN[column]
    table = table.addColumn(column, type, (c) => (known ? c.notNull().check(known) : c.notNull())) as never
  }
  for (const column of counts) {
    table = table.addColumn(column, 'integer', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`${sql.ref(column)} >= 0`),
    ) as never
  }
  await table
    .addPrimaryKeyConstraint(`${name}_pk`, ['office_id', 'month', ...of] as never)
    .modifyEnd(differences.storedByKey)
    .execute()
}

const levels = sql.join(
  LEVELS.map((_, at) => sql`sum(case when r.level = ${sql.lit(at + 1)} then 1 else 0 end)`),
)

const columnsOf = (name: string) => {
  const table = tables.find((known) => known.name === name)
  return sql.join(
    ['office_id', 'month', ...(table?.of ?? []), ...(table?.counts ?? [])].map((c) => sql.ref(c)),
  )
}

async function countProcedures(db: Kysely<unknown>): Promise<void> {
  const procedure = sql`coalesce(r.procedure_id, '')`
  await sql`
    insert into procedure_counts (${columnsOf('procedure_counts')})
    select r.office_id, substr(r.day, 1, 7), ${procedure}, r.channel, r.trust, r.stage, ${levels}
    from responses r group by r.office_id, substr(r.day, 1, 7), ${procedure}, r.channel, r.trust, r.stage
  `.execute(db)
}

async function countCounters(db: Kysely<unknown>): Promise<void> {
  const counter = sql`coalesce(r.counter_id, '')`
  await sql`
    insert into counter_counts (${columnsOf('counter_counts')})
    select r.office_id, substr(r.day, 1, 7), ${counter}, r.trust, r.stage, ${levels}
    from responses r group by r.office_id, substr(r.day, 1, 7), ${counter}, r.trust, r.stage
  `.execute(db)
}

async function countProcedureDossiers(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into procedure_dossier_counts (${columnsOf('procedure_dossier_counts')})
    select d.office_id, substr(d.returned_day, 1, 7), d.procedure_id, d.channel,
      sum(case when d.outcome = 'returned' then 1 else 0 end),
      sum(case when d.outcome = 'returned' then d.on_time else 0 end),
      sum(case when d.outcome = 'refused' then 1 else 0 end),
      sum(case when d.outcome = 'returned' and i.id is not null then 1 else 0 end)
    from dossiers d left join invitations i
      on i.dossier_id = d.id and i.stage = 'return' and i.status in ('answered', 'used')
    where d.outcome in ('returned', 'refused')
    group by d.office_id, substr(d.returned_day, 1, 7), d.procedure_id, d.channel
  `.execute(db)
}

/** Every day that was counted, in parts; which weekday it was is worked out here, never in SQL. */
async function listOfDays(db: Kysely<unknown>): Promise<string[][]> {
  const { rows } = await sql<{ day: string }>`
    select day from level_counts union select day from dossier_counts order by day
  `.execute(db)
  const days = rows.map(({ day }) => day)
  return Array.from({ length: Math.ceil(days.length / DAYS_A_STATEMENT) }, (_, at) =>
    days.slice(at * DAYS_A_STATEMENT, (at + 1) * DAYS_A_STATEMENT),
  )
}

const weekdaysOf = (days: string[]) =>
  sql.join(days.map((day) => sql`(${day}, ${sql.lit(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)})`))

/** Instants are UTC text; Vietnam is seven hours ahead all year. */
const hourOf = (column: string) =>
  sql`(cast(substr(${sql.ref(column)}, 12, 2) as integer) + ${sql.lit(VIETNAM_OFFSET)}) % 24`

async function countHours(db: Kysely<unknown>, days: string[]): Promise<void> {
  await sql`
    insert into hour_counts (${columnsOf('hour_counts')})
    with w(day, weekday) as (values ${weekdaysOf(days)})
    select r.office_id, substr(r.day, 1, 7), w.weekday, ${hourOf('r.first_at')}, r.trust, r.stage, ${levels}
    from responses r join w on w.day = r.day
    group by r.office_id, substr(r.day, 1, 7), w.weekday, ${hourOf('r.first_at')}, r.trust, r.stage
    on conflict (office_id, month, weekday, hour, trust, stage) do update set
    ${sql.join(LEVELS.map((c) => sql`${sql.ref(c)} = ${sql.ref(`hour_counts.${c}`)} + ${sql.ref(`excluded.${c}`)}`))}
  `.execute(db)
}

async function countDossierHours(db: Kysely<unknown>, days: string[]): Promise<void> {
  await sql`
    insert into hour_dossier_counts (${columnsOf('hour_dossier_counts')})
    with w(day, weekday) as (values ${weekdaysOf(days)})
    select d.office_id, substr(d.returned_day, 1, 7), w.weekday, ${hourOf('d.returned_at')}, count(*)
    from dossiers d join w on w.day = d.returned_day
    where d.outcome = 'returned'
    group by d.office_id, substr(d.returned_day, 1, 7), w.weekday, ${hourOf('d.returned_at')}
    on conflict (office_id, month, weekday, hour) do update set
      returned = hour_dossier_counts.returned + excluded.returned
  `.execute(db)
}
