import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import type { OverviewDesk } from '#app/reports/overview-desk.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { officesChart } from '#app/reports/report/offices-chart.ts'
import { monthsChart } from '#app/reports/report/report-chart.ts'
import { LIVE } from '#tests/world/figures.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { AS_OF, aDrawnCity, MARCH, TODAY, VIEWER } from './drawn-city.ts'
import {
  countIn,
  marksOf,
  monthIn,
  monthsBelow,
  percentIn,
  rowsOf,
  scaleOf,
  sharesBeside,
  strokesOf,
  wordsIn,
} from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

/** Words on paper stand with their feet so far below the middle of their line, in pixels. */
const BELOW = 5

let city: SmallCity
let desk: OverviewDesk
let html = ''
beforeAll(async () => {
  city = await aDrawnCity()
  desk = await overviewDesk(city.store.read, LIVE, { period: MARCH, today: TODAY })
  html = renderToStaticMarkup(
    <OverviewPage lang="vi" viewer={VIEWER} {...desk} refused={null} asOf={AS_OF} />,
  )
})
afterAll(() => city.close())

/** Pictures on paper have no classes: a path by how it is painted. */
const painted = (svg: string, how: Record<string, string>): string =>
  marksOf(svg, 'path').find(({ of }) => Object.entries(how).every(([name, is]) => of[name] === is))?.of.d ??
  ''

/** Each office's share, interval and n, from its row and the scale above. */
function readOffices(svg: string): Said {
  const words = marksOf(svg, 'text').map(({ of, words }) => ({ x: Number(of.x), y: Number(of.y), words }))
  const share = scaleOf(
    words.flatMap(({ x, words }) => {
      const at = percentIn(words)
      return at === null ? [] : [[x, at] as const]
    }),
  )
  const bars = marksOf(svg, 'path').filter(({ of }) => of.stroke === '#777')
  const rows = marksOf(svg, 'circle').map(({ of }, at) => {
    const beside = words.filter(({ y }) => Math.abs(y - BELOW - Number(of.cy)) < 1).map(({ words }) => words)
    const [from, to] = strokesOf(bars[at]?.of.d ?? '').flat()
    const numbers = { share: share(Number(of.cx)), lower: share(from?.x ?? 0), upper: share(to?.x ?? 0) }
    return { name: beside[0] ?? '', ...numbers, n: countIn(beside[1]?.split(' · ')[1] ?? '') ?? Number.NaN }
  })
  return Object.fromEntries(
    rows.flatMap(({ name, ...said }) =>
      Object.entries(said).map(([what, value]) => [`${name} ${what}`, value] as const),
    ),
  )
}

test('the offices of the report: the picture says what the table of offices says', () => {
  const { svg } = officesChart('vi', desk.overview.offices) ?? { svg: '' }
  const table = /<table class="offices">.*?<\/table>/s.exec(html)?.[0] ?? ''
  const cell = (row: string, name: string) =>
    wordsIn(new RegExp(`<td class="${name}"[^>]*>(.*?)</td>`, 's').exec(row)?.[1] ?? '')
  const rows = (table.match(/<tr>.*?<\/tr>/gs) ?? []).filter((row) => row.includes('share-whisker'))
  const written = Object.fromEntries(
    rows.flatMap((row) => {
      const ends = /^([\d,]+%) \(([\d,]+%)–([\d,]+%)\)/.exec(cell(row, 'share')) ?? []
      const [share, lower, upper] = ends.slice(1).map((words) => percentIn(words) ?? Number.NaN)
      const said = { share, lower, upper, n: countIn(cell(row, 'ratings')) }
      const name = wordsIn(/<th .*?<\/th>/s.exec(row)?.[0] ?? '')
      return Object.entries(said).map(([what, value]) => [`${name} ${what}`, value ?? 'not written'] as const)
    }),
  )
  expect(Object.keys(written)).toHaveLength(16)
  expectSameNumbers(readOffices, svg, { written, marks: ['#222', '#777'], way: 'x' })
})

test('the months of the report: the picture says what the table of months says', () => {
  const read = (svg: string): Said => {
    const [share, month] = [sharesBeside(svg, BELOW), monthsBelow(svg)]
    const band = strokesOf(painted(svg, { fill: '#ccc' }).replaceAll('Z', '')).flat()
    const line = strokesOf(painted(svg, { stroke: '#333' })).flat()
    const said = line.flatMap(({ x, y }) => {
      const bounds = band.filter((corner) => Math.abs(corner.x - x) < 0.01).map((corner) => share(corner.y))
      const numbers = { line: share(y), lower: Math.min(...bounds), upper: Math.max(...bounds) }
      return Object.entries(numbers).map(([what, value]) => [`${month(x)} ${what}`, value] as const)
    })
    const points = marksOf(svg, 'circle').map(
      ({ of }) => [`${month(Number(of.cx))} point`, share(Number(of.cy))] as const,
    )
    return Object.fromEntries([...said, ...points])
  }
  const section = /<section class="months".*?<\/section>/s.exec(html)?.[0] ?? ''
  const written = Object.fromEntries(
    rowsOf(section).flatMap(([month = '', , share = '', range = '']) => {
      const [lower = '', upper = ''] = range.split('–')
      return Object.entries({ line: share, point: share, lower, upper }).map(
        ([what, words]) => [`${monthIn(month)} ${what}`, percentIn(words) ?? 'not written'] as const,
      )
    }),
  )
  expect(Object.keys(written)).toHaveLength(48)
  const { svg } = monthsChart('vi', desk.overview.months)
  expectSameNumbers(read, svg, { written, marks: ['#333', '#ccc'] })
})
