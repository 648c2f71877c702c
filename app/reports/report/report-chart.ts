import type { Lang } from '../../i18n/languages.ts'
import { formatPercent } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import { monthlyChart, SHAPES } from '../monthly-chart.ts'
import type { MonthShare } from '../monthly-shares.ts'
import { shortMonth } from '../written-period.ts'

const ON_PAPER = { width: 600, height: 156 }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** A picture as SVG, and how large it stands on paper (pixels at 96 an inch). */
export interface Picture {
  svg: string
  width: number
  height: number
}

/** The twelve months as a picture in greys that copies well; the same geometry as on the page. */
export function monthsChart(lang: Lang, months: MonthShare[]): Picture {
  const { width, height, left, right, bottom } = SHAPES.wide
  const chart = monthlyChart(months, 'wide', SATISFIED_TARGET)
  const { x, y, points } = chart
  const word = (at: number, top: number, text: string, anchor: string) =>
    `<text x="${at}" y="${top + 5}" text-anchor="${anchor}">${escaped(text)}</text>`
  const target = y(SATISFIED_TARGET)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Be Vietnam Pro" font-size="13" fill="#000">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...chart.ticks.flatMap((tick) => [
      `<path d="M${left} ${y(tick)}H${width - right}" stroke="#ddd"/>`,
      word(left - 8, y(tick), formatPercent(lang, tick, 0), 'end'),
    ]),
    ...months.map(({ month }, at) => word(x(at), height - bottom + 18, shortMonth(month), 'middle')),
    `<path d="${chart.band}" fill="#ccc"/>`,
    `<path d="M${left} ${target}H${width - right}" stroke="#000" stroke-dasharray="6 4"/>`,
    word(width - right + 8, target, textsIn[lang]('staff:months.target'), 'start'),
    `<path d="${chart.line}" fill="none" stroke="#333" stroke-width="2.5"/>`,
    ...points.map((point) => `<circle cx="${x(point.at)}" cy="${y(point.share)}" r="4.5" fill="#333"/>`),
    '</svg>',
  ].join('')
  return { svg, ...ON_PAPER }
}
