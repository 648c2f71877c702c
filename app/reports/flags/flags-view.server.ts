import {
  type FlaggedOffice,
  findLastFlagRun,
  flagsOfOffices,
  listFlags,
  sumFlaggedLevels,
} from '#db/queries/flags.ts'
import { sumLevelsByOfficeInDays, sumLevelsByOfficeInMonths } from '#db/queries/level-counts.ts'
import type { Db, FlagRow } from '#db/schema.ts'
import { addDays, monthOf } from '../../calendar/day.ts'
import { isWholeMonths, type Period } from '../../calendar/period.ts'
import type { KeptSign } from '../../integrity/sign.ts'
import { addCounts, type LevelCounts, noCounts } from '../../statistics/level-counts.ts'
import { knownCity } from '../known-city.server.ts'
import { rolledUp } from '../office-tree.ts'
import { noLineage, periodLines } from '../period-lines.ts'
import { countsByOffice } from '../place-counts.ts'
import type { FlaggedLine, FlagsView, ShownFlag } from './flags-view.ts'
import { withAndWithout } from './share-without.ts'

/** More than one reads; the file has them all. */
const MOST_LISTED = 200
const MOST_IN_A_FILE = 100_000

interface Asked {
  period: Period
  /** '' for all. */
  office: string
}

/** Flagged days of a period, newest first, and what the figures are with and without them; counts and flags only. */
export async function flagsView(db: Db, { period, office }: Asked): Promise<FlagsView> {
  const [counted, listed, byOffice, flagged, lastRun] = await Promise.all([
    countedLines(db, period),
    listFlags(db, { ...period, office }, MOST_LISTED + 1),
    flagsOfOffices(db, period),
    sumFlaggedLevels(db, period),
    findLastFlagRun(db),
  ])
  const own = countsByOffice(counted.definition, flagged, [])
  return {
    period,
    definition: counted.definition,
    office,
    lines: flaggedLines(counted, byOffice, (id) => own.get(id)?.headline ?? noCounts),
    flags: listed.slice(0, MOST_LISTED).map((row) => shownFlag(counted, row)),
    isCut: listed.length > MOST_LISTED,
    lookedThrough: lastRun && addDays(lastRun, -1),
  }
}

/** The same days for a file, all of them. */
export async function flagsForFile(db: Db, { period, office }: Asked): Promise<ShownFlag[]> {
  const [counted, listed] = await Promise.all([
    countedLines(db, period),
    listFlags(db, { ...period, office }, MOST_IN_A_FILE),
  ])
  return listed.map((row) => shownFlag(counted, row))
}

type Counted = Awaited<ReturnType<typeof countedLines>>

async function countedLines(db: Db, period: Period) {
  const { from, to } = period
  const [known, levels] = await Promise.all([
    knownCity(db),
    isWholeMonths(period)
      ? sumLevelsByOfficeInMonths(db, monthOf(from), monthOf(to))
      : sumLevelsByOfficeInDays(db, from, to),
  ])
  const [rows, definition] = [known.officesOn(to), known.definitionOn(to)]
  const lines = periodLines({ period, rows, definition, levels, dossiers: [], lineage: noLineage })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const hidden = lines.offices.filter(({ ratings }) => ratings.state === 'hidden')
  return { ...lines, definition, names, hidden: new Set(hidden.map(({ office }) => office.id)) }
}

/** The city first, then the flagged offices in the tree's order. */
function flaggedLines(
  { city, offices, places, definition, hidden }: Counted,
  byOffice: FlaggedOffice[],
  ownOf: (id: string) => LevelCounts,
): FlaggedLine[] {
  const flagged = new Map(byOffice.map((row) => [row.office_id, row]))
  const inLine = rolledUp(places, ownOf, noCounts, addCounts)
  const lines = offices.flatMap(({ office, ratings }): FlaggedLine[] => {
    const { days, n } = flagged.get(office.id) ?? { days: 0, n: 0 }
    if (days === 0) return []
    const figures = withAndWithout(ratings, inLine.get(office.id) ?? noCounts, definition)
    return [{ id: office.id, name: office.name, days, n: hidden.has(office.id) ? null : n, ...figures }]
  })
  if (lines.length === 0) return []
  const ofCity = places.filter(({ outside }) => !outside).map(({ id }) => ownOf(id))
  const figures = withAndWithout(city.ratings, ofCity.reduce(addCounts, noCounts), definition)
  const inCity = places.flatMap(({ id, outside }) => (outside ? [] : (flagged.get(id) ?? [])))
  const sum = (of: 'days' | 'n') => inCity.reduce((all, row) => all + row[of], 0)
  const ofWhole = { id: '', name: null, days: sum('days') }
  // With an office's ratings hidden, the city's two figures side by side would tell them.
  if (lines.some(({ n }) => n === null))
    return [{ ...ofWhole, n: null, all: figures.all, without: { state: 'hidden' } }, ...lines]
  return [{ ...ofWhole, n: sum('n'), ...figures }, ...lines]
}

function shownFlag({ names, hidden }: Counted, { day, office_id, signs, n }: FlagRow): ShownFlag {
  const office = names.get(office_id) ?? office_id
  const isHidden = hidden.has(office_id)
  return { day, officeId: office_id, office, signs: JSON.parse(signs) as KeptSign[], n: isHidden ? null : n }
}
