import type { Month } from '../../calendar/day.ts'
import type { Counted } from '../../statistics/binomial.ts'
import { fisherLess } from '../../statistics/fisher.ts'
import type { Charted, ControlPoint, Stretch } from '../control-series.ts'
import type { Concern } from './concern.ts'

interface Test {
  p: number
  concern: Concern
}

/**
 * What a control chart says of the months asked for: each month below its exact limit, and a run below the centre that
 * reaches into them. The limit takes the centre as known; here the month is tested against what the centre was made of
 * and the rest of its stretch, so that a short or perfect baseline does not cry.
 */
export function chartTests(measure: Charted, series: readonly Stretch[], asked: ReadonlySet<Month>): Test[] {
  return series.flatMap((stretch) => [
    ...signalTests(measure, stretch, asked),
    ...shiftTests(measure, stretch, asked),
  ])
}

const sumOf = (points: readonly Counted[]): Counted =>
  points.reduce<Counted>((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 })

function signalTests(measure: Charted, { points }: Stretch, asked: ReadonlySet<Month>): Test[] {
  return points
    .filter(({ month, centre, n }) => asked.has(month) && centre !== null && n > 0)
    .map((point) => ({
      p: point.signal === 'low' ? fisherLess(point, sumOf(comparedWith(points, point))) : 1,
      concern: { kind: 'signal', measure, months: [point.month] },
    }))
}

/** Months of the baseline without a signal of their own: what an ordinary month is like. */
function comparedWith(points: readonly ControlPoint[], point: ControlPoint): ControlPoint[] {
  return points.filter((each) => each !== point && each.inBaseline && each.signal !== 'low')
}

function shiftTests(measure: Charted, { points, shift }: Stretch, asked: ReadonlySet<Month>): Test[] {
  if (!shift || !points.some(({ month }) => asked.has(month))) return []
  const run = points.slice(shift.from, shift.to + 1)
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  const concern: Concern = { kind: 'shift', measure, from: first.month, to: last.month }
  if (!shift.isShift || shift.side === 'above' || !asked.has(last.month)) return [{ p: 1, concern }]
  const others = points.filter((_, at) => at < shift.from || at > shift.to)
  // The run was chosen for being low, so chance had as many tries as there are places for it.
  const tries = points.length - run.length + 1
  return [{ p: Math.min(1, tries * fisherLess(sumOf(run), sumOf(others))), concern }]
}
