import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { LIVE } from '#tests/world/figures.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { AS_OF, aDrawnCity, MARCH, TODAY, VIEWER } from './drawn-city.ts'
import { countIn, marksOf, percentIn, picturesOf, rowsOf, scaleOf, wordsIn } from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

let city: SmallCity
let html = ''
beforeAll(async () => {
  city = await aDrawnCity()
  const desk = await overviewDesk(city.store.read, LIVE, { period: MARCH, today: TODAY })
  html = renderToStaticMarkup(
    <OverviewPage lang="vi" viewer={VIEWER} {...desk} refused={null} asOf={AS_OF} />,
  )
})
afterAll(() => city.close())

/** The rows of the city and its three offices, all shown, as markup: each has its pictures and its words. */
const officeRows = (): string[] => {
  const table = /<table class="offices">.*?<\/table>/s.exec(html)?.[0] ?? ''
  return (table.match(/<tr>.*?<\/tr>/gs) ?? []).filter((row) => row.includes('level-bar'))
}
const cellOf = (row: string, className: string): string =>
  wordsIn(new RegExp(`<td class="${className}"[^>]*>(.*?)</td>`, 's').exec(row)?.[1] ?? '')
const nameOf = (row: string): string => wordsIn(/<th .*?<\/th>/s.exec(row)?.[0] ?? '')

const PAINTED = /level-(\d|\w+_together)/

/** How many each piece of a bar stands for, by what it is painted with. */
const piecesOf =
  (ratings: number) =>
  (svg: string): Said => {
    const whole = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1])
    return Object.fromEntries(
      marksOf(svg, 'rect').map(({ of }) => [
        PAINTED.exec(of.class ?? of.fill ?? '')?.[1] ?? '',
        (Number(of.width) / whole) * ratings,
      ]),
    )
  }

describe('the bars of levels say what their table says', () => {
  const table = () => {
    const at = html.indexOf('Rất không hài lòng</th>')
    return rowsOf(html.slice(html.lastIndexOf('<table', at), html.indexOf('</table>', at)))
  }

  test('every office: each level that is shown, the rest together', () => {
    const rows = officeRows()
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      const ratings = countIn(cellOf(row, 'ratings')) ?? Number.NaN
      const [, ...counts] = table().find(([name]) => name === nameOf(row)) ?? []
      expect(counts).toHaveLength(5)
      const shown = counts.flatMap((words, at): [number, number][] => {
        const n = countIn(words)
        return n ? [[5 - at, n]] : []
      })
      const written = Object.fromEntries(shown)
      const [svg = ''] = picturesOf(row, 'level-bar')
      expectSameNumbers(piecesOf(ratings), svg, { written, marks: ['level-5', 'url(#level-2)'], way: 'x' })
    }
  })

  test('a bar is as long as all of its ratings', () => {
    for (const row of officeRows()) {
      const n = countIn(cellOf(row, 'ratings')) ?? Number.NaN
      const pieces = Object.values(piecesOf(n)(picturesOf(row, 'level-bar')[0] ?? ''))
      expect(pieces.reduce<number>((sum, piece) => sum + Number(piece), 0)).toBeCloseTo(n, 6)
    }
  })
})

/** Share and interval on the scale between the line of the target and the end of the grid, which is 100%. */
function readWhisker(svg: string): Said {
  const one = (tag: string, name: string) => marksOf(svg, tag, name)[0]?.of ?? {}
  const share = scaleOf([
    [Number(one('line', 'target').x1), 0.95],
    [Number(one('line', 'grid').x2), 1],
  ])
  return {
    lowest: share(Number(one('line', 'grid').x1)),
    share: share(Number(one('circle', 'point').cx)),
    lower: share(Number(one('line', 'whisker').x1)),
    upper: share(Number(one('line', 'whisker').x2)),
  }
}

test('the dots with their intervals say what stands beside them', () => {
  const said = wordsIn(html.slice(html.indexOf('class="offices"')))
  const lowest = percentIn(/từ ([\d,]+%) đến 100%/.exec(said)?.[1] ?? '') ?? Number.NaN
  for (const row of officeRows()) {
    const [svg = ''] = picturesOf(row, 'share-whisker', html)
    const [, ...ends] = /^([\d,]+%) \(([\d,]+%)–([\d,]+%)\)/.exec(cellOf(row, 'share')) ?? []
    const [share = 0, lower = 0, upper = 0] = ends.map((words) => percentIn(words) ?? Number.NaN)
    const written = { share, lower, upper, lowest }
    expectSameNumbers(readWhisker, svg, { written, marks: ['point', 'whisker', 'target'], way: 'x' })
  }
})

test('hundreds of offices have their levels at an address of their own, with the same numbers', async () => {
  const desk = await overviewDesk(city.store.read, LIVE, { period: MARCH, today: TODAY })
  const offices = Array.from({ length: 30 }, (_, copy) =>
    desk.overview.offices.map((line) => ({
      ...line,
      office: { ...line.office, id: `${line.office.id}-${copy}` },
    })),
  ).flat()
  const page = (asLevels: boolean) =>
    renderToStaticMarkup(
      <OverviewPage
        {...{ ...desk, viewer: VIEWER, overview: { ...desk.overview, offices }, refused: null, asLevels }}
        lang="vi"
        asOf={AS_OF}
      />,
    )
  const levelsOf = (text: string) => {
    const at = text.indexOf('Rất không hài lòng</th>')
    return at < 0 ? [] : rowsOf(text.slice(text.lastIndexOf('<table', at), text.indexOf('</table>', at)))
  }
  const [plain, asLevels] = [page(false), page(true)]
  expect(levelsOf(plain)).toEqual([])
  expect(picturesOf(plain, 'level-bar')).toHaveLength(offices.length)
  expect(plain).toContain('href="/van-phong?from=2026-03-01&amp;to=2026-03-31&amp;bang=muc#offices"')
  expect(picturesOf(asLevels, 'level-bar')).toHaveLength(0)
  expect(levelsOf(asLevels)).toHaveLength(offices.length)
  expect(levelsOf(asLevels).slice(0, desk.overview.offices.length)).toEqual(levelsOf(html))
  expect(asLevels).toContain('href="/van-phong?from=2026-03-01&amp;to=2026-03-31#offices"')
})
