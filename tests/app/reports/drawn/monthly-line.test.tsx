import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicationOf } from '#app/publication/publication.server.ts'
import { ResultsPage } from '#app/publication/results-page.tsx'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { AS_OF, aDrawnCity, MARCH, TODAY, VIEWER } from './drawn-city.ts'
import {
  marksOf,
  monthIn,
  monthsBelow,
  percentIn,
  picturesOf,
  rowsOf,
  sharesBeside,
  strokesOf,
} from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

let city: SmallCity
beforeAll(async () => {
  city = await aDrawnCity()
})
afterAll(() => city.close())

/** Shares, bounds and target, from the line, its points, its band and the axes. */
function readLine(svg: string): Said {
  const [share, month] = [sharesBeside(svg), monthsBelow(svg)]
  const said: Said = {}
  for (const { x, y } of strokesOf(marksOf(svg, 'path', 'line')[0]?.of.d ?? '').flat())
    said[`${month(x)} line`] = share(y)
  for (const { of } of marksOf(svg, 'circle', 'point'))
    said[`${month(Number(of.cx))} point`] = share(Number(of.cy))
  const band = strokesOf((marksOf(svg, 'path', 'band')[0]?.of.d ?? '').replaceAll('Z', '')).flat()
  for (const x of new Set(band.map((corner) => corner.x))) {
    const bounds = band.filter((corner) => corner.x === x).map(({ y }) => share(y))
    said[`${month(x)} lower`] = Math.min(...bounds)
    said[`${month(x)} upper`] = Math.max(...bounds)
  }
  const [target] = marksOf(svg, 'line', 'target')
  return { ...said, target: share(Number(target?.of.y1)) }
}

/** The same of a table whose cells are a month, n, share and the interval. */
function written(rows: string[][], bounds: string): Said {
  const shown = rows.filter(([, , share = '']) => percentIn(share) !== null)
  const said = shown.flatMap(([month = '', , share = '', range = '']) => {
    const [lower = '', upper = ''] = range.split(bounds)
    const at = monthIn(month)
    return Object.entries({ line: share, point: share, lower, upper }).map(
      ([what, words]) => [`${at} ${what}`, percentIn(words) ?? words] as const,
    )
  })
  return { ...Object.fromEntries(said), target: 0.95 }
}

/** The pictures of a page, and its table right below. */
function partsOf(html: string) {
  const section = /<section class="months".*?<\/section>/s.exec(html)?.[0] ?? ''
  return {
    pictures: ['chart wide', 'chart narrow'].flatMap((shape) => picturesOf(section, shape)),
    rows: rowsOf(section),
  }
}

async function deskPage(): Promise<string> {
  const desk = await overviewDesk(city.store.read, LIVE, { period: MARCH, today: TODAY })
  return renderToStaticMarkup(
    <OverviewPage lang="vi" viewer={VIEWER} {...desk} refused={null} asOf={AS_OF} />,
  )
}

async function publicPage(office: string | null): Promise<string> {
  const publication = await publicationOf(city.store.read, TODAY)
  return renderToStaticMarkup(
    <ResultsPage lang="vi" office={office} publication={publication} updatedAt={AS_OF} />,
  )
}

describe('the line of twelve months says what its table says', () => {
  test.each([
    ['at the desk', deskPage],
    ['in public', () => publicPage(null)],
    ['in public, of an office', () => publicPage(OFFICES.wardA)],
    ['in public, of an office with a month hidden and one empty', () => publicPage(OFFICES.wardB)],
  ])('%s', async (_, page) => {
    const { pictures, rows } = partsOf(await page())
    expect(pictures).toHaveLength(2)
    expect(rows).toHaveLength(12)
    for (const svg of pictures)
      expectSameNumbers(readLine, svg, { written: written(rows, '–'), marks: ['line', 'point', 'band'] })
  })

  test('a hidden month and an empty one are gaps in the picture', async () => {
    const [wide = ''] = partsOf(await publicPage(OFFICES.wardB)).pictures
    expect(Object.keys(readLine(wide)).filter((name) => name.endsWith('point'))).toHaveLength(10)
    expect(strokesOf(marksOf(wide, 'path', 'line')[0]?.of.d ?? '')).toHaveLength(3)
  })

  test('in public it is also what the table of months says', async () => {
    const html = await publicPage(OFFICES.wardA)
    const table = html.slice(html.indexOf('<section class="by-month"'))
    const [wide = ''] = partsOf(html).pictures
    expect(rowsOf(table)).toHaveLength(12)
    expectSameNumbers(readLine, wide, { written: written(rowsOf(table), '–'), marks: ['line'] })
  })
})
