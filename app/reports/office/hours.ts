import type { HourDossierSum, HourLevelSum } from '#db/queries/breakdown-sums.ts'
import { hiddenInTree, hiddenLines } from '../../statistics/disclosure.ts'
import { countsInHeadline, type IndexDefinition } from '../../statistics/index-definition.ts'
import { levelCountsOf, totalOf } from '../../statistics/level-counts.ts'

/** A stretch of a weekday: an hour, or half a day. */
export interface HourCell {
  /** 1 is Monday. */
  weekday: number
  /** The hour it begins; 0 and 12 for half days. */
  from: number
  /** null where it may not be shown. */
  ratings: number | null
  returned: number
}

export interface HourFigures {
  /** Half days where hours would hide more than they show. */
  unit: 'hour' | 'half'
  /** Rows of the picture: beginnings of stretches, in order. */
  rows: number[]
  cells: HourCell[]
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

type Unit = HourFigures['unit']
const beginning = (hour: number, unit: Unit) => (unit === 'hour' ? hour : hour < 12 ? 0 : 12)

/**
 * Ratings by weekday and hour of the first tap beside dossiers by hour of return; half days where they must be, and
 * (`halfDays`) where whole days are known already, so that none of a weekday's two may be had from the other.
 */
export function hourFigures(
  levels: readonly HourLevelSum[],
  dossiers: readonly HourDossierSum[],
  definition: IndexDefinition,
  { isHidden, halfDays = false }: { isHidden: boolean; halfDays?: boolean },
): HourFigures {
  const counted = levels.filter(({ trust, stage }) => countsInHeadline(definition, trust, stage))
  const byHour = cellsOf('hour', counted, dossiers, definition, isHidden)
  const rated = byHour.filter(({ ratings }) => ratings !== 0)
  const isDim = rated.filter(({ ratings }) => ratings === null).length * 2 > rated.length
  const unit = halfDays || isDim ? 'half' : 'hour'
  const cells = unit === 'hour' ? byHour : cellsOf('half', counted, dossiers, definition, isHidden, halfDays)
  return { unit, cells, rows: [...new Set(cells.map(({ from }) => from))].toSorted((a, b) => a - b) }
}

function cellsOf(
  unit: Unit,
  levels: readonly HourLevelSum[],
  dossiers: readonly HourDossierSum[],
  { minimumN }: IndexDefinition,
  isHidden: boolean,
  daysAreKnown = false,
): HourCell[] {
  const cells = new Map<string, { weekday: number; from: number; n: number; returned: number }>()
  const at = ({ weekday, hour }: { weekday: number; hour: number }) => {
    const key = `${weekday} ${beginning(hour, unit)}`
    const cell = cells.get(key) ?? { weekday, from: beginning(hour, unit), n: 0, returned: 0 }
    cells.set(key, cell)
    return cell
  }
  for (const row of levels) at(row).n += totalOf(levelCountsOf(row))
  for (const row of dossiers) at(row).returned += row.returned
  const all = [...cells.values()].toSorted((a, b) => a.weekday - b.weekday || a.from - b.from)
  const hidden = daysAreKnown ? hiddenOfDays(all, minimumN) : hiddenOf(all, minimumN)
  return all.map(({ weekday, from, n, returned }, index) => ({
    ...{ weekday, from, returned },
    ratings: n > 0 && (isHidden || hidden.has(index)) ? null : n,
  }))
}

type Counted = readonly { weekday: number; n: number }[]

const hiddenOf = (all: Counted, k: number) =>
  hiddenLines(
    all.map(({ n }) => n),
    k,
  ).lines

function hiddenOfDays(all: Counted, k: number): Set<number> {
  const days = WEEKDAYS.map((weekday) => ({ id: `day ${weekday}`, parentId: 'week', own: 0 }))
  const halves = all.map(({ weekday, n }, at) => ({ id: `${at}`, parentId: `day ${weekday}`, own: n }))
  const hidden = hiddenInTree([{ id: 'week', parentId: null, own: 0 }, ...days, ...halves], k)
  return new Set(all.keys().filter((at) => hidden.has(`${at}`)))
}
