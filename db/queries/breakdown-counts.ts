import { sql } from 'kysely'
import type { Level } from '#app/statistics/level-counts.ts'
import { preparedQuery } from '../prepared.ts'
import type {
  CounterCountRow,
  Db,
  DossierCountColumns,
  HourCountRow,
  HourDossierCountRow,
  LevelColumns,
  ProcedureCountRow,
  ProcedureDossierCountRow,
  Tx,
} from '../schema.ts'
import { levelUpserts } from './level-upserts.ts'

/** All that a rating is broken down by on the desk. */
export type BreakdownKey = Omit<ProcedureCountRow & CounterCountRow & HourCountRow, keyof LevelColumns>

const KIND = ['trust', 'stage'] as const
const ofProcedure = levelUpserts('procedure_counts', [
  'office_id',
  'month',
  'procedure_id',
  'channel',
  ...KIND,
])
const ofCounter = levelUpserts('counter_counts', ['office_id', 'month', 'counter_id', ...KIND])
const ofHour = levelUpserts('hour_counts', ['office_id', 'month', 'weekday', 'hour', ...KIND])

/** Adds `change` (1 or -1) to one level of a month by procedure, by counter and by hour. */
export async function addToBreakdowns(
  tx: Tx,
  key: BreakdownKey,
  level: Level,
  change: 1 | -1,
): Promise<void> {
  const { office_id, month, trust, stage } = key
  await ofProcedure(tx, level, change, office_id, month, key.procedure_id, key.channel, trust, stage)
  await ofCounter(tx, level, change, office_id, month, key.counter_id, trust, stage)
  await ofHour(tx, level, change, office_id, month, key.weekday, key.hour, trust, stage)
}

export type ProcedureDossierKey = Omit<ProcedureDossierCountRow, keyof DossierCountColumns>
export type HourDossierKey = Omit<HourDossierCountRow, 'returned'>

/** Adds `change` (numbers may be negative) to an office's dossiers of one procedure and channel in a month of return. */
export async function addToProcedureDossiers(
  tx: Tx,
  { office_id, month, procedure_id, channel }: ProcedureDossierKey,
  { returned, on_time, refused, rated }: DossierCountColumns,
): Promise<void> {
  const changes = [returned, on_time, refused, rated]
  const first = changes.map((change) => Math.max(change, 0))
  await procedureDossiers(tx, office_id, month, procedure_id, channel, ...first, ...changes)
}

/** Adds `change` (may be negative) to the dossiers an office returned in an hour of a weekday of a month. */
export async function addToHourDossiers(tx: Tx, key: HourDossierKey, change: number): Promise<void> {
  const { office_id, month, weekday, hour } = key
  await hourDossiers(tx, office_id, month, weekday, hour, Math.max(change, 0), change)
}

const DOSSIERS = ['returned', 'on_time', 'refused', 'rated'] as const

const procedureDossiers = preparedQuery((db: Db, ...values: (string | number)[]) => {
  const columns = ['office_id', 'month', 'procedure_id', 'channel', ...DOSSIERS]
  const row = Object.fromEntries(columns.map((name, at) => [name, values[at]]))
  const changes = values.slice(columns.length)
  return db
    .insertInto('procedure_dossier_counts')
    .values(row as unknown as ProcedureDossierCountRow)
    .onConflict((c) =>
      c
        .columns(['office_id', 'month', 'procedure_id', 'channel'])
        .doUpdateSet(
          Object.fromEntries(
            DOSSIERS.map((column, at) => [
              column,
              sql`${sql.ref(`procedure_dossier_counts.${column}`)} + ${changes[at]}`,
            ]),
          ),
        ),
    )
})

const hourDossiers = preparedQuery((db: Db, ...values: (string | number)[]) => {
  const columns = ['office_id', 'month', 'weekday', 'hour', 'returned']
  const row = Object.fromEntries(columns.map((name, at) => [name, values[at]]))
  return db
    .insertInto('hour_dossier_counts')
    .values(row as unknown as HourDossierCountRow)
    .onConflict((c) =>
      c
        .columns(['office_id', 'month', 'weekday', 'hour'])
        .doUpdateSet({ returned: sql`hour_dossier_counts.returned + ${values[columns.length]}` }),
    )
})
