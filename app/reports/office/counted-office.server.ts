import { listDeclaredChanges } from '#db/queries/declared-changes.ts'
import { listMonthlyDossiers } from '#db/queries/dossier-counts.ts'
import { sumLevelsByOfficeAndMonth } from '#db/queries/monthly-level-counts.ts'
import type { Db, DeclaredChangeRow } from '#db/schema.ts'
import { addMonths, type Day, FIRST_DAY, type Month, monthOf } from '../../calendar/day.ts'
import type { Period } from '../../calendar/period.ts'
import { NotFound } from '../../errors.ts'
import { CHARTED, type Charted, controlSeries, type Stretch } from '../control-series.ts'
import type { LiveFigures } from '../figures-source.ts'
import { type KnownCity, knownCity } from '../known-city.server.ts'
import { type History, historiesOf, ownHistories } from '../month-counts.ts'
import { dossiersOf, levelsOf } from '../office-overview.server.ts'
import { CITY, type PlacedOffice, placedOffices } from '../office-tree.ts'
import { overviewLines } from '../overview.ts'
import { noLineage, periodLines } from '../period-lines.ts'
import { monthFigures } from './month-figures.ts'
import type { OfficeHead, OfficeTrend } from './office-desk.ts'

export interface OfficeQuestion {
  officeId: string
  period: Period
  today: Day
}

/** One office of a period, and what its views go on from. */
export interface CountedOffice {
  known: KnownCity
  head: OfficeHead
  /** The city's offices of the period, for what must be hidden beside them. */
  places: PlacedOffice[]
  /** The office and those below it: their counts are its own. */
  within: string[]
}

/**
 * An office's line as the overview shows it, in five statements.
 * @throws NotFound for an office nobody knows
 */
export async function countedOffice(
  db: Db,
  _leave: LiveFigures,
  { officeId, period, today }: OfficeQuestion,
): Promise<CountedOffice> {
  const [known, levels, dossiers] = await Promise.all([
    knownCity(db),
    levelsOf(db, period),
    dossiersOf(db, period),
  ])
  const rows = known.officesOn(period.to)
  if (!rows.some(({ id }) => id === officeId)) throw new NotFound()
  const definition = known.definitionOn(period.to)
  const lines = periodLines({ period, rows, definition, levels, dossiers, lineage: noLineage })
  const line = lines.offices.find(({ office }) => office.id === officeId)
  const { office, ...figures } =
    line ??
    notThere(
      placedOffices(rows, ({ id }) => id === officeId),
      officeId,
      definition,
    )
  return {
    known,
    head: { office, period, definition, figures, isUnfinished: today <= period.to },
    places: lines.places,
    within: belowOrAt(lines.places, officeId),
  }
}

/** An office that was not there in the period, and has nothing to show of it. */
export function notThere(places: PlacedOffice[], officeId: string, definition: OfficeHead['definition']) {
  const nothing = { ratings: new Set<string>(), verified: new Set<string>(), levels: new Map() }
  const line = overviewLines(places, new Map(), definition, nothing).offices.find(
    ({ office }) => office.id === officeId,
  )
  if (!line) throw new NotFound()
  return line
}

function belowOrAt(places: PlacedOffice[], officeId: string): string[] {
  const within = new Set([officeId])
  for (const { id, countsInto } of places) {
    if (countsInto !== null && countsInto !== CITY && within.has(countsInto)) within.add(id)
  }
  return [...within]
}

/** Charts show so many months at most; their centre may be older. */
const SHOWN_MONTHS = 24

interface MonthlyCounts {
  levels: Parameters<typeof ownHistories>[0]
  dossiers: Parameters<typeof ownHistories>[1]
  changes: readonly DeclaredChangeRow[]
}

/** How an office went month by month up to the period's last, in three more statements. */
export async function officeTrend(
  db: Db,
  { known, head: { office, period, definition }, places }: CountedOffice,
): Promise<OfficeTrend> {
  const until = monthOf(period.to)
  const spans = known.spansUntil(until)
  const [levels, dossiers, changes] = await Promise.all([
    sumLevelsByOfficeAndMonth(db, spans),
    listMonthlyDossiers(db, { from: monthOf(FIRST_DAY), to: until }),
    listDeclaredChanges(db, office.id),
  ])
  return trendOf({ known, office, period, definition, places }, { levels, dossiers, changes })
}

/** The months of an office up to the period's last, from what was counted in each. */
export function trendOf(
  {
    known,
    office,
    period,
    definition,
    places,
  }: Pick<CountedOffice, 'known' | 'places'> & Pick<OfficeHead, 'office' | 'period' | 'definition'>,
  { levels, dossiers, changes }: MonthlyCounts,
): OfficeTrend {
  const until = monthOf(period.to)
  const own = ownHistories(levels, dossiers, noLineage)
  const history: History = historiesOf(places, own).get(office.id) ?? new Map()
  const declared = changes.map(({ month }) => month)
  const definitions = known.spansUntil(until).map(({ from }) => from)
  const charts = Object.fromEntries(
    CHARTED.map((measure) => [
      measure,
      controlSeries(history, {
        ...{ measure, until, satisfiedLevels: definition.satisfiedLevels },
        changes: measure === 'satisfied' ? [...declared, ...definitions] : declared,
      }),
    ]),
  ) as Record<Charted, Stretch[]>
  return {
    changes: changes.map(({ id, month, reason }) => ({ id, month, reason })),
    months: monthFigures({
      ...{ officeId: office.id, places, own, charts, definitionOn: known.definitionOn },
      months: monthsShown(history, until),
    }),
  }
}

/** Up to two years, from the first month that has anything. */
function monthsShown(history: History, until: Month): Month[] {
  const first = [...history.keys()].reduce((least, month) => (month < least ? month : least), until)
  const months = Array.from({ length: SHOWN_MONTHS }, (_, at) => addMonths(until, at - SHOWN_MONTHS + 1))
  return months.filter((month) => month >= first)
}
