import { firstDayOf, type Month } from '#app/calendar/day.ts'
import { containing, monthsOf, type Period } from '#app/calendar/period.ts'
import { hiddenInTree } from '#app/statistics/disclosure.ts'
import {
  asFraction,
  type Band,
  bandOf,
  CITIZEN_INDICATORS,
  type CitizenIndicator,
  ENTERED_INDICATORS,
  type EnteredIndicator,
  identityOf,
  type Mean,
  meanOf,
  rounded,
  sumOf,
} from './nd61-score.ts'

/** Nothing is shown of fewer answers (statistics.md 6), nor of a period that would give them away. */
const LEAST_N = 5
const DECIMALS = 2

/** One office's Nghị định 61 figures of a period. */
export interface Nd61 {
  citizens: { indicator: CitizenIndicator; mean: number | null; n: number | null; hidden: boolean }[]
  entered: { indicator: EnteredIndicator; points: number; note: string }[]
  /** Both null until all nine indicators are there and none is hidden. */
  sum: number | null
  band: Band | null
}

/** How many answers gave so many points in a month. */
export interface PointCount {
  month: Month
  identity: string
  option: string
  n: number
}

/** The periods in which indicators are scored: a month, quarter or year of the calendar. */
export const isScored = ({ kind }: Period) => kind === 'month' || kind === 'quarter' || kind === 'year'

/** `counts` are those of the whole calendar year: what is hidden depends on the periods beside the one asked for. */
export function nd61Figures(
  period: Period,
  counts: readonly PointCount[],
  entered: readonly { indicator: number; points: number; note: string }[],
): Nd61 {
  const means = indicatorMeans(counts.filter(({ month }) => monthsOf(period).includes(month)))
  const isHidden = (indicator: CitizenIndicator, { n }: Mean) => {
    const mine = counts.filter(({ identity }) => identity === identityOf(indicator))
    return n > 0 && hiddenPeriods(mine, period).has(keyOf(period))
  }
  return nd61Shown(means, isHidden, entered)
}

/** The same of one period alone, where it has been found out before which indicators may not be shown. */
export function nd61Shown(
  means: ReadonlyMap<CitizenIndicator, Mean>,
  isHidden: (indicator: CitizenIndicator, mean: Mean) => boolean,
  entered: readonly { indicator: number; points: number; note: string }[],
): Nd61 {
  const citizens = CITIZEN_INDICATORS.map((indicator) => {
    const mean = means.get(indicator) ?? meanOf({ 0: 0, 1: 0, 2: 0 })
    return { indicator, mean, hidden: isHidden(indicator, mean) }
  })
  const given = ENTERED_INDICATORS.flatMap((indicator) => {
    const row = entered.find((score) => score.indicator === indicator)
    return row ? [{ indicator, points: row.points, note: row.note }] : []
  })
  const complete = given.length === ENTERED_INDICATORS.length && !citizens.some(({ hidden }) => hidden)
  const sum = complete
    ? sumOf(
        citizens.map(({ mean }) => mean),
        given.map(({ points }) => points),
      )
    : null
  return {
    citizens: citizens.map(({ indicator, mean, hidden }) => ({ indicator, hidden, ...shown(mean, hidden) })),
    entered: given,
    sum: sum && rounded(sum, DECIMALS),
    band: sum && bandOf(sum),
  }
}

/** Each indicator's answers added up. */
export function indicatorMeans(counts: readonly Omit<PointCount, 'month'>[]): Map<CitizenIndicator, Mean> {
  const said = (identity: string, option: string) =>
    counts
      .filter((count) => count.identity === identity && count.option === option)
      .reduce((total, { n }) => total + n, 0)
  return new Map(
    CITIZEN_INDICATORS.map((indicator) => {
      const identity = identityOf(indicator)
      return [indicator, meanOf({ 0: said(identity, '0'), 1: said(identity, '1'), 2: said(identity, '2') })]
    }),
  )
}

function shown(mean: Mean, hidden: boolean): { mean: number | null; n: number | null } {
  if (hidden) return { mean: null, n: null }
  return { mean: mean.n === 0 ? null : rounded(asFraction(mean), DECIMALS), n: mean.n }
}

function pointsIn(counts: readonly PointCount[], months: readonly Month[]): Record<0 | 1 | 2, number> {
  const sum = (option: string) =>
    counts
      .filter((count) => count.option === option && months.includes(count.month))
      .reduce((total, { n }) => total + n, 0)
  return { 0: sum('0'), 1: sum('1'), 2: sum('2') }
}

const keyOf = ({ from, to }: Period) => `${from} ${to}`

/** Year, quarters and months as a tree whose parts add up: what is small is hidden, and what would give it away. */
function hiddenPeriods(counts: readonly PointCount[], { from }: Period): Set<string> {
  const year = containing('year', from)
  const months = monthsOf(year).map((month) => containing('month', firstDayOf(month)))
  const quarters = months.filter((_, at) => at % 3 === 0).map((month) => containing('quarter', month.from))
  const part = (period: Period, parent: Period | null, own: number) => ({
    id: keyOf(period),
    parentId: parent && keyOf(parent),
    own,
  })
  return hiddenInTree(
    [
      part(year, null, 0),
      ...quarters.map((quarter) => part(quarter, year, 0)),
      ...months.map((month) =>
        part(month, containing('quarter', month.from), meanOf(pointsIn(counts, monthsOf(month))).n),
      ),
    ],
    LEAST_N,
  )
}
