import { scaleLinear, scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import { type FunnelLimits, funnelLimits } from '../statistics/funnel.ts'
import type { BetweenLine, Compared } from './between-offices.ts'
import { lowestShown } from './monthly-chart.ts'
import { type PlacedName, placedNames } from './placed-names.ts'
import type { ShownRatings } from './rating-figure.ts'

/** Where a funnel's parts stand, for a desk or for a phone. */
export const FUNNEL_SHAPES = {
  wide: { width: 1000, height: 420, left: 56, right: 110, top: 24, bottom: 48, steps: 120, radius: 6 },
  narrow: { width: 340, height: 310, left: 46, right: 44, top: 36, bottom: 46, steps: 60, radius: 5 },
} as const

export type FunnelShape = keyof typeof FUNNEL_SHAPES

/** A marked point is a triangle: how far its corners reach, in radii. */
export const MARK = 1.3
const ROUND = [1, 2, 5]
/** As wide as `10.000` is, with room between. */
const TICKS_APART = 48

export interface FunnelPoint {
  id: string
  name: string
  ratings: ShownRatings
  compared: Compared
}

/** The offices that are drawn: those compared. */
export const funnelPoints = (lines: readonly BetweenLine[]): FunnelPoint[] =>
  lines.flatMap(({ office, ratings, compared }) =>
    ratings.state === 'shown' && compared ? [{ id: office.id, name: office.name, ratings, compared }] : [],
  )

/** At which numbers of ratings the limits are reckoned, from the first to the last, each once. */
export function limitSteps(from: number, to: number, steps: number): number[] {
  const ratio = to / from
  const all = Array.from({ length: steps + 1 }, (_, at) => Math.round(from * ratio ** (at / steps)))
  return [...new Set(all)]
}

/** Scales, the limits as paths and the points; below the lowest share shown everything is cut off. */
export function funnelChart(points: readonly FunnelPoint[], shape: FunnelShape, target: number) {
  const { width, height, left, right, top, bottom, steps } = FUNNEL_SHAPES[shape]
  const ns = points.map(({ ratings }) => ratings.n)
  const [least, most] = [Math.min(...ns), Math.max(...ns)]
  const domain = [Math.max(1, Math.floor(least * 0.8)), Math.ceil(most * 1.25)] as const
  const lowest = lowestShown(
    points.map(({ ratings }) => ratings.share),
    target,
  )
  const x = scaleLog(domain, [left, width - right])
  const y = scaleLinear([lowest, 1], [height - bottom, top])
  // An office's own limits are drawn where it stands: between two steps they jump.
  const reckoned = new Set([...limitSteps(domain[0], domain[1], steps), ...ns])
  const limits = [...reckoned].toSorted((a, b) => a - b).map((n) => ({ n, ...funnelLimits(n, target) }))
  const path = (share: (at: FunnelLimits) => number) =>
    line<(typeof limits)[number]>(
      ({ n }) => x(n),
      (at) => y(share(at)),
    )(limits) ?? ''
  return {
    ...{ x, y, limits },
    paths: {
      inner: [path(({ inner }) => inner.lower), path(({ inner }) => inner.upper)],
      outer: [path(({ outer }) => outer.lower), path(({ outer }) => outer.upper)],
    },
    xTicks: apart(roundTicks(domain[0], domain[1]), x),
    yTicks: y.ticks(5),
    names: namesOf(points, shape, [x, y]),
  }
}

/** 10, 20, 50, 100 ...: what lies within. */
function roundTicks(from: number, to: number): number[] {
  const powers = Array.from({ length: 8 }, (_, power) => 10 ** power)
  const all = powers.flatMap((power) => ROUND.map((times) => times * power))
  const within = all.filter((tick) => from <= tick && tick <= to)
  return within.length > 6 ? within.filter((tick) => /^10*$/.test(`${tick}`)) : within
}

/** Ticks whose words do not run together. */
function apart(ticks: readonly number[], x: (n: number) => number): number[] {
  const kept: number[] = []
  for (const tick of ticks)
    if (x(tick) - x(kept.at(-1) ?? 0) >= TICKS_APART || kept.length === 0) kept.push(tick)
  return kept
}

/** The names of the offices that are marked, clear of every point and of each other. */
function namesOf(
  points: readonly FunnelPoint[],
  shape: FunnelShape,
  [x, y]: readonly [(n: number) => number, (share: number) => number],
): (PlacedName & { name: string })[] {
  const { width, height, left, right, top, bottom, radius } = FUNNEL_SHAPES[shape]
  const spots = points.map(({ id, name, ratings, compared: { differs } }) => ({
    ...{ id, name, differs, x: x(ratings.n), y: y(ratings.share) },
  }))
  const room = { left, right: width - right, top, bottom: height - bottom }
  const nameOf = new Map(points.map(({ id, name }) => [id, name]))
  const marked = spots.filter(({ differs }) => differs)
  const placed = placedNames(marked, spots, { room, radius: radius * MARK })
  return placed.map((each) => ({ ...each, name: nameOf.get(each.id) ?? '' }))
}
