import type { Breakdown } from '#db/queries/breakdown-sums.ts'
import { sumDossiersByOfficeInMonths } from '#db/queries/dossier-counts.ts'
import { sumDossiersByField, sumLevelsByField } from '#db/queries/field-figures.ts'
import { sumLevelsByMonthWithout } from '#db/queries/monthly-level-counts.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import { lastLedgerSequence, listAnswersOfMonths, listLevelsOfMonths } from '#db/queries/period-figures.ts'
import { listProcedures } from '#db/queries/procedures.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import type { Db, LevelColumns, OfficeRow } from '#db/schema.ts'
import { dayOf, monthOf } from '../calendar/day.ts'
import { lastTwelveMonths } from '../calendar/period.ts'
import { knownCity } from './known-city.server.ts'
import { outsideOf } from './office-overview.server.ts'
import { type ClosablePeriod, calendarPeriod } from './period-close.ts'
import { type PeriodRecord, RECORD_FORMAT, RULES } from './period-record.ts'
import { recordedMore } from './recorded-more.server.ts'

/** All that a period's reports are made from, as of now: counts only, a statement a kind. Not frozen yet. */
export async function periodRecord(db: Db, period: ClosablePeriod, now: Date): Promise<PeriodRecord> {
  const [from, to] = [monthOf(period.from), monthOf(period.to)]
  const city = await knownCity(db)
  const offices = city.officesOn(period.to)
  const wanted: Breakdown = { offices: offices.map(({ id }) => id), from, to }
  const [lineage, targets, surveys] = await Promise.all([
    listLineage(db),
    listTargetsOfYear(db, Number(period.to.slice(0, 4))),
    listSurveyVersions(db),
  ])
  const known = city.definitionRows.filter(({ valid_from }) => valid_from <= period.to)
  const published = surveys.filter(({ status }) => status === 'published')
  const answers = (await listAnswersOfMonths(db, from, to)).map(
    ({ office_id, identity, option, n }) => [office_id, identity, option, n] as const,
  )
  const more = { today: dayOf(now), offices, surveys: published, answers }
  if (known.length === 0) throw new Error(`No index definition is in force on ${period.to}`)
  return {
    format: RECORD_FORMAT,
    ...period,
    frozen_at: now.toISOString(),
    ledger_sequence: await lastLedgerSequence(db),
    rules: RULES,
    index_definitions: known.map((row) => ({
      version: row.version,
      valid_from: row.valid_from,
      trust_classes: row.trust_classes,
      stages: row.stages,
      satisfied_levels: row.satisfied_levels,
      minimum_n: row.minimum_n,
    })),
    surveys: published
      .filter(({ valid_from, valid_to }) => valid_from <= period.to && period.from <= valid_to)
      .map(({ id, valid_from, valid_to }) => ({ id, valid_from, valid_to })),
    set_aside: 0,
    offices: offices.map(recordedOffice),
    lineage: lineage
      .filter(({ day }) => day <= dayOf(now))
      .map((row) => ({
        predecessor: row.predecessor_id ?? '',
        predecessor_name: row.predecessor_name,
        successor: row.successor_id,
        day: row.day,
      })),
    targets: targets.map(({ office_id, measure, permille }) => ({ office: office_id, measure, permille })),
    levels: (await listLevelsOfMonths(db, from, to)).map(
      (row) => [row.office_id, row.trust, row.stage, row.respondent, ...levelsOf(row)] as const,
    ),
    dossiers: (await sumDossiersByOfficeInMonths(db, from, to)).map(
      (row) => [row.office_id, row.returned, row.on_time, row.refused, row.rated] as const,
    ),
    ...(await countsByField(db, wanted)),
    answers,
    more: await recordedMore(db, period, more),
    months: await monthsOfYear(db, period, offices),
  }
}

const levelsOf = (row: LevelColumns) =>
  [row.level_1, row.level_2, row.level_3, row.level_4, row.level_5] as const

const recordedOffice = (row: OfficeRow) => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  parent: row.parent_id ?? '',
  outside: row.outside_authority,
  gso_code: row.gso_code,
  position: row.position,
  valid_from: row.valid_from,
  valid_to: row.valid_to,
})

/** By field in the order of their keys; a procedure that is not known has the field ''. */
async function countsByField(db: Db, wanted: Breakdown) {
  const [procedures, levels, dossiers] = await Promise.all([
    listProcedures(db),
    sumLevelsByField(db, wanted),
    sumDossiersByField(db, wanted),
  ])
  return {
    fields: [...new Map(procedures.map((row) => [row.field_id, row.field_name]))]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    field_levels: levels
      .map((row) => [row.office_id, row.field_id, row.trust, row.stage, ...levelsOf(row)] as const)
      .sort(byKey(4)),
    field_dossiers: dossiers
      .map((row) => [row.office_id, row.field_id, row.returned, row.on_time, row.refused, row.rated] as const)
      .sort(byKey(2)),
  }
}

/** The same order whatever the database: by so many first cells. */
const byKey = (cells: number) => (a: readonly (string | number)[], b: readonly (string | number)[]) =>
  a.slice(0, cells).join('\n') < b.slice(0, cells).join('\n') ? -1 : 1

async function monthsOfYear(db: Db, period: ClosablePeriod, offices: OfficeRow[]) {
  const year = lastTwelveMonths(calendarPeriod(period))
  const rows = await sumLevelsByMonthWithout(db, monthOf(year.from), monthOf(year.to), outsideOf(offices))
  return rows.map((row) => [row.month, row.trust, row.stage, ...levelsOf(row)] as const)
}
