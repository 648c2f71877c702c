import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../i18n/languages.ts'
import { formatCount, formatPercent, percentOf } from '../../i18n/numbers.ts'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import { lowestShown } from '../monthly-chart.ts'
import type { OfficeLine } from '../overview.ts'
import type { ShownRatings } from '../rating-figure.ts'
import { escaped, type Picture } from './report-chart.ts'

const SHAPE = { width: 1000, name: 360, right: 156, top: 34, row: 26 }
const ON_PAPER = 600
/** More offices than fit on a page are read in their table. */
const MOST_OFFICES = 40
const NAME_LETTERS = 44

interface ShownOffice {
  line: OfficeLine
  ratings: ShownRatings
}

/**
 * Offices in the order of their tree, each with its share, its 95% interval (Wilson), the target line and a mark where
 * the office has set itself a target; in greys that copy well. Null where none, or more than a page of them, is shown.
 */
export function officesChart(lang: Lang, lines: readonly OfficeLine[]): Picture | null {
  const offices = lines.flatMap((line): ShownOffice[] =>
    line.ratings.state === 'shown' ? [{ line, ratings: line.ratings }] : [],
  )
  if (offices.length === 0 || offices.length > MOST_OFFICES) return null
  const { width, name, right, top, row } = SHAPE
  const height = top + offices.length * row + 8
  const lowest = lowestShown(
    offices.map(({ ratings }) => ratings.lower),
    SATISFIED_TARGET,
  )
  const x = scaleLinear([lowest, 1], [name, width - right])
  const ticks = x.ticks(5).map((tick) => {
    const words = `<text x="${x(tick)}" y="${top - 12}" text-anchor="middle">${escaped(formatPercent(lang, tick, 0))}</text>`
    return `<path d="M${x(tick)} ${top - 4}V${height - 8}" stroke="#ddd"/>${words}`
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Be Vietnam Pro" font-size="14" fill="#000">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...ticks,
    `<path d="M${x(SATISFIED_TARGET)} ${top - 4}V${height - 8}" stroke="#000" stroke-dasharray="6 4"/>`,
    ...offices.map((office, at) => officeRow(lang, office, top + at * row + row / 2, x)),
    '</svg>',
  ].join('')
  return { svg, width: ON_PAPER, height: Math.round((ON_PAPER * height) / width) }
}

function officeRow(
  lang: Lang,
  { line, ratings }: ShownOffice,
  y: number,
  x: (share: number) => number,
): string {
  const { width, name, right } = SHAPE
  const { office, targets } = line
  const words = office.name.length > NAME_LETTERS ? `${office.name.slice(0, NAME_LETTERS - 1)}…` : office.name
  const own = targets.satisfied
  const from = x(ratings.lower)
  return [
    `<text x="${name - 12}" y="${y + 5}" text-anchor="end">${escaped(words)}</text>`,
    `<path d="M${from} ${y}H${x(ratings.upper)}" stroke="#777" stroke-width="3"/>`,
    own === undefined ? '' : `<path d="M${x(own / 1000)} ${y - 9}v18" stroke="#000" stroke-width="2"/>`,
    `<circle cx="${x(ratings.share)}" cy="${y}" r="5.5" fill="#222"/>`,
    `<text x="${width - right + 12}" y="${y + 5}">${escaped(percentOf(lang, ratings.satisfied, ratings.n) ?? '')} · ${formatCount(lang, ratings.n)}</text>`,
  ].join('')
}
