import { scaleBand } from 'd3-scale'
import { type HourCell, type HourFigures, WEEKDAYS } from './hours.ts'

export type HeatMeasure = 'ratings' | 'returned'

/** Shades of a heat map, the darkest last; nothing has none. */
export const SHADES = 5

export interface DrawnCell {
  weekday: number
  from: number
  x: number
  y: number
  /** null where it may not be shown. */
  n: number | null
  /** 0 (nothing) to `SHADES`. */
  shade: number
}

const WIDTH = 340
const LEFT = 52
const TOP = 26
const ROW = 26

/** A table of weekdays across and hours down, the same for a desk and for a phone; shades are of the largest cell. */
export function heatShape(figures: HourFigures, measure: HeatMeasure) {
  const { rows, cells } = figures
  const height = TOP + rows.length * ROW + 4
  const x = scaleBand<number>([...WEEKDAYS], [LEFT, WIDTH]).paddingInner(0.06)
  const y = scaleBand<number>(rows, [TOP, height - 4]).paddingInner(0.08)
  const nOf = (cell: HourCell | undefined) => (cell ? cell[measure] : 0)
  const most = Math.max(1, ...cells.map((cell) => nOf(cell) ?? 0))
  const drawn = rows.flatMap((from) =>
    WEEKDAYS.map((weekday): DrawnCell => {
      const n = nOf(cells.find((cell) => cell.weekday === weekday && cell.from === from))
      const shade = n === null || n === 0 ? 0 : Math.ceil((n / most) * SHADES)
      return { weekday, from, n, shade, x: x(weekday) ?? 0, y: y(from) ?? 0 }
    }),
  )
  return {
    width: WIDTH,
    height,
    left: LEFT,
    top: TOP,
    cellWidth: x.bandwidth(),
    cellHeight: y.bandwidth(),
    cells: drawn,
    x,
    y,
  }
}
