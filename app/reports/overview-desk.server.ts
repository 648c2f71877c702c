import { sumDossiersOfTwo, sumLevelsOfTwo } from '#db/queries/counted-stretches.ts'
import { listDeclaredChanges } from '#db/queries/declared-changes.ts'
import { listMonthlyDossiers } from '#db/queries/dossier-counts.ts'
import { flagsOfOffices } from '#db/queries/flags.ts'
import { sumLevelsByOfficeAndMonth } from '#db/queries/monthly-level-counts.ts'
import { listTargetsOfYear } from '#db/queries/targets.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { Db } from '#db/schema.ts'
import { FIRST_DAY, type Month, monthOf } from '../calendar/day.ts'
import { isWholeMonths, lastTwelveMonths, monthsOf, previous } from '../calendar/period.ts'
import { stretchesOf } from '../calendar/stretches.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import { lineageOf } from '../offices/lineage.server.ts'
import { addCounts, type LevelCounts, noCounts, totalOf } from '../statistics/level-counts.ts'
import { attention } from './attention/attention.ts'
import { watchedOffices } from './attention/watched-offices.ts'
import type { LiveFigures } from './figures-source.ts'
import { hiddenRatings } from './hidden-places.ts'
import { knownCity } from './known-city.server.ts'
import { type History, ownHistories } from './month-counts.ts'
import { monthlyShares } from './monthly-shares.ts'
import { type OverviewQuestion, outsideOf, overviewOf } from './office-overview.server.ts'
import { type PlacedOffice, placedOffices } from './office-tree.ts'
import type { OverviewDesk } from './overview-desk.ts'
import { periodChange } from './period-change.ts'
import { noLineage, periodLines } from './period-lines.ts'
import { reportProgress } from './report-progress.ts'

/** The overview with what changed, who needs attention and how far the year's report is; counts only. */
export async function overviewDesk(
  db: Db,
  _leave: LiveFigures,
  question: OverviewQuestion,
): Promise<OverviewDesk> {
  const { period, today, byLineage = false } = question
  const [counted, before] = [await readCounts(db, question), previous(period)]
  const { known, levels, dossiers, targets, changes, calendar, lineage } = counted
  const rows = known.officesOn(period.to)
  const definition = known.definitionOn(period.to)
  const plain = ownHistories(counted.monthLevels, counted.monthDossiers, noLineage)
  const own = byLineage ? ownHistories(counted.monthLevels, counted.monthDossiers, lineage) : plain
  const year = monthsOf(lastTwelveMonths(period))
  const headline = sumOverOffices(plain, new Set(outsideOf(rows)), year)
  const overview = overviewOf({
    ...{ period, rows, definition, lineage, targets, today, byLineage },
    ...{ levels: levels.filter(isLater), dossiers: dossiers.filter(isLater) },
    months: monthlyShares(year, headline, known.definitionOn, definition.minimumN),
  })
  const earlier = periodLines({
    ...{
      period: before,
      rows: known.officesOn(before.to),
      definition: known.definitionOn(before.to),
      lineage,
    },
    ...{ levels: levels.filter(isEarlier), dossiers: dossiers.filter(isEarlier) },
  })
  const places = overview.offices.map(({ office }) => office)
  const newDefinitions = known.spansUntil(counted.until).map(({ from }) => from)
  return {
    overview,
    change: periodChange(before, overview.city, earlier.city),
    attention: attention(
      watchedOffices({ overview, earlier, own, changes, newDefinitions, lineage, flags: counted.flags }),
      overview.city,
      monthsOf(period),
      shownMonths(places, own, definition.minimumN),
    ),
    progress: reportProgress({
      ...{ today, own: plain, definition: known.definitionOn(today) },
      calendar: workingCalendar(calendar),
      places: placesNow(known.officesOn(today), today, plain),
    }),
  }
}

const isLater = ({ later }: { later: number }) => later === 1
const isEarlier = ({ later }: { later: number }) => later === 0

async function readCounts(db: Db, { period, today, byLineage }: OverviewQuestion) {
  const known = await knownCity(db)
  const [from, to] = [monthOf(period.from), monthOf(period.to)]
  const until = monthOf(today) > to ? monthOf(today) : to
  const before = previous(period)
  const two = { earlier: stretchesOf(before), later: stretchesOf(period) }
  const wholeMonths = isWholeMonths(period)
  const [levels, monthLevels, monthDossiers, targets, changes, calendar, flags, lineage, byDay] =
    await Promise.all([
      sumLevelsOfTwo(db, two),
      sumLevelsByOfficeAndMonth(db, known.spansUntil(until)),
      listMonthlyDossiers(db, { from: monthOf(FIRST_DAY), to: until }),
      listTargetsOfYear(db, Number(period.to.slice(0, 4))),
      listDeclaredChanges(db),
      listCalendarDays(db),
      flagsOfOffices(db, period),
      byLineage ? lineageOf(db, today) : noLineage,
      wholeMonths ? null : sumDossiersOfTwo(db, two),
    ])
  const dossiers =
    byDay ??
    monthDossiers
      .filter(({ month }) => monthOf(before.from) <= month && month <= to)
      .map((row) => ({ ...row, later: row.month >= from ? 1 : 0 }))
  return {
    known,
    until,
    levels,
    dossiers,
    monthLevels,
    monthDossiers,
    targets,
    changes,
    calendar,
    flags,
    lineage,
  }
}

function sumOverOffices(
  own: ReadonlyMap<string, History>,
  without: ReadonlySet<string>,
  months: readonly Month[],
): Map<Month, LevelCounts> {
  const sums = new Map<Month, LevelCounts>()
  for (const [officeId, history] of own) {
    if (without.has(officeId)) continue
    for (const month of months) {
      const counts = history.get(month)
      if (counts) sums.set(month, addCounts(sums.get(month) ?? noCounts, counts.headline))
    }
  }
  return sums
}

/** Whether an office's number of ratings in a month may be known; each month is worked out once, when asked for. */
function shownMonths(places: PlacedOffice[], own: ReadonlyMap<string, History>, k: number) {
  const hidden = new Map<Month, Set<string>>()
  return (officeId: string, month: Month): boolean => {
    const nOf = (id: string) => totalOf(own.get(id)?.get(month)?.headline ?? noCounts)
    const ofMonth = hidden.get(month) ?? hiddenRatings(places, nOf, k)
    hidden.set(month, ofMonth)
    return !ofMonth.has(officeId)
  }
}

/** The offices that stand today, and those of the year before them that counted something. */
const placesNow = (
  rows: Parameters<typeof placedOffices>[0],
  today: string,
  own: ReadonlyMap<string, History>,
) =>
  placedOffices(rows, ({ id, valid_from, valid_to }) => {
    const isOpen = valid_from <= today && today <= valid_to
    return isOpen || (own.has(id) && valid_to >= `${today.slice(0, 4)}-01-01`)
  })
