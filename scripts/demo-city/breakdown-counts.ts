import { hourOf, monthOf } from '#app/calendar/day.ts'
import { weekdayOf } from '#app/calendar/working-days.ts'
import { contributionOf } from '#app/dossiers/on-time.ts'
import type { BulkInsert, Filling } from '#db/bulk.ts'
import type {
  CounterCountRow,
  DossierRow,
  HourCountRow,
  HourDossierCountRow,
  LevelColumns,
  ProcedureCountRow,
  ProcedureDossierCountRow,
  ResponseRow,
  Schema,
} from '#db/schema.ts'

const NONE: LevelColumns = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }

/** Lines of one table, found by their key until they are written. */
class Lines<Name extends keyof Schema> {
  readonly #table: BulkInsert<Name>
  #lines = new Map<string, Schema[Name]>()

  constructor(table: BulkInsert<Name>) {
    this.#table = table
  }

  at(key: string, make: () => Schema[Name]): Schema[Name] {
    const known = this.#lines.get(key)
    if (known) return known
    const made = make()
    this.#lines.set(key, made)
    return made
  }

  write(): void {
    for (const line of this.#lines.values()) this.#table.add(line)
    this.#lines = new Map()
  }
}

/** What a year is broken down by: ratings are written month by month, dossiers at its end. */
export class BreakdownCounts {
  readonly #procedures: Lines<'procedure_counts'>
  readonly #counters: Lines<'counter_counts'>
  readonly #hours: Lines<'hour_counts'>
  readonly #dossiers: Lines<'procedure_dossier_counts'>
  readonly #dossierHours: Lines<'hour_dossier_counts'>

  constructor(filling: Filling) {
    this.#procedures = new Lines(filling.into('procedure_counts'))
    this.#counters = new Lines(filling.into('counter_counts'))
    this.#hours = new Lines(filling.into('hour_counts'))
    this.#dossiers = new Lines(filling.into('procedure_dossier_counts'))
    this.#dossierHours = new Lines(filling.into('hour_dossier_counts'))
  }

  countResponse(row: ResponseRow): void {
    const { office_id, trust, stage, channel, day } = row
    const column = `level_${row.level}` as keyof LevelColumns
    const kind = { month: monthOf(day), office_id, trust, stage }
    const of = `${office_id}|${trust}|${stage}`
    const procedure_id = row.procedure_id ?? ''
    const counter_id = row.counter_id ?? ''
    const weekday = weekdayOf(day)
    const hour = hourOf(new Date(row.first_at))
    const procedure = (): ProcedureCountRow => ({ ...kind, procedure_id, channel, ...NONE })
    this.#procedures.at(`${of}|${procedure_id}|${channel}`, procedure)[column] += 1
    const counter = (): CounterCountRow => ({ ...kind, counter_id, ...NONE })
    this.#counters.at(`${of}|${counter_id}`, counter)[column] += 1
    const atHour = (): HourCountRow => ({ ...kind, weekday, hour, ...NONE })
    this.#hours.at(`${of}|${weekday}|${hour}`, atHour)[column] += 1
  }

  /** A dossier that the year sees returned or refused. */
  countDossier(row: DossierRow, rated: boolean): void {
    const { office_id, procedure_id, channel, returned_day, returned_at, outcome, on_time } = row
    const adds = contributionOf({ outcome, onTime: on_time === 1, rated })
    if (adds.returned + adds.refused === 0) return
    const month = monthOf(returned_day)
    const line = this.#dossiers.at(
      `${month}|${office_id}|${procedure_id}|${channel}`,
      (): ProcedureDossierCountRow => ({
        ...{ month, office_id, procedure_id, channel },
        ...{ returned: 0, on_time: 0, refused: 0, rated: 0 },
      }),
    )
    for (const column of ['returned', 'on_time', 'refused', 'rated'] as const) line[column] += adds[column]
    if (adds.returned === 0) return
    const weekday = weekdayOf(returned_day)
    const hour = hourOf(new Date(returned_at))
    const none = (): HourDossierCountRow => ({ month, office_id, weekday, hour, returned: 0 })
    this.#dossierHours.at(`${month}|${office_id}|${weekday}|${hour}`, none).returned += 1
  }

  /** Writes the month's ratings; all that were counted are of it. */
  endMonth(): void {
    for (const lines of [this.#procedures, this.#counters, this.#hours]) lines.write()
  }

  endYear(): void {
    this.#dossiers.write()
    this.#dossierHours.write()
  }
}
