import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import { BetweenPage } from '#app/reports/between-page.tsx'
import { LIVE } from '#tests/world/figures.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { AS_OF, aDrawnCity, MARCH, TODAY, VIEWER } from './drawn-city.ts'
import { marksOf, percentIn, picturesOf, rowsOf, scaleOf, strokesOf, wordsIn } from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

let city: SmallCity
let trends = ''
beforeAll(async () => {
  city = await aDrawnCity()
  const between = await betweenOffices(city.store.read, LIVE, { period: MARCH, today: TODAY })
  const html = renderToStaticMarkup(
    <BetweenPage lang="vi" viewer={VIEWER} between={between} refused={null} asOf={AS_OF} />,
  )
  trends = /<section aria-labelledby="trends">.*?<\/section>/s.exec(html)?.[0] ?? ''
})
afterAll(() => city.close())

/** Shares by the place of their month, on the scale that the words below all pictures say. */
function readTrend(svg: string): Said {
  const lowest = percentIn(/từ ([\d,]+%) đến 100%/.exec(wordsIn(trends))?.[1] ?? '') ?? Number.NaN
  const [plot] = marksOf(svg, 'rect', 'plot')
  const [top, left] = [Number(plot?.of.y), Number(plot?.of.x)]
  const share = scaleOf([
    [top, 1],
    [top + Number(plot?.of.height), lowest],
  ])
  const at = scaleOf([
    [left, 0],
    [left + Number(plot?.of.width), 11],
  ])
  const places = [
    ...strokesOf(marksOf(svg, 'path', 'line')[0]?.of.d ?? '').flat(),
    ...marksOf(svg, 'circle', 'point').map(({ of }) => ({ x: Number(of.cx), y: Number(of.cy), of })),
  ]
  const said = Object.fromEntries(
    places.map((place) => [`${'of' in place ? 'point' : 'line'} ${Math.round(at(place.x))}`, share(place.y)]),
  )
  return { ...said, target: share(Number(marksOf(svg, 'line', 'target')[0]?.of.y1)) }
}

/** A line's corners are all its months; points are the last one and those alone. */
function writtenOf(cells: string[]): Said {
  const shares = cells.map((words) => percentIn(words))
  const isShown = (at: number) => typeof shares[at] === 'number'
  const last = shares.findLastIndex((share) => share !== null)
  const said = shares.flatMap((share, at) => {
    if (share === null) return []
    const isAlone = !isShown(at - 1) && !isShown(at + 1)
    const point = at === last || isAlone ? [[`point ${at}`, share] as const] : []
    return [[`line ${at}`, share] as const, ...point]
  })
  return { ...Object.fromEntries(said), target: 0.95 }
}

describe('a city of hundreds of offices', () => {
  const page = async (asTable: boolean) => {
    const between = await betweenOffices(city.store.read, LIVE, { period: MARCH, today: TODAY })
    const lines = Array.from({ length: 40 }, (_, copy) =>
      between.lines.map((line) => ({ ...line, office: { ...line.office, id: `${line.office.id}-${copy}` } })),
    ).flat()
    return renderToStaticMarkup(
      <BetweenPage
        {...{ viewer: VIEWER, between: { ...between, lines }, refused: null, asTable, asOf: AS_OF }}
        lang="vi"
      />,
    )
  }
  const AS_TABLE = 'href="/van-phong/so-sanh?from=2026-03-01&amp;to=2026-03-31&amp;bang=thang#trends"'

  test('has its months as pictures, with a link to the table', async () => {
    const html = await page(false)
    expect(picturesOf(html, 'trend')).toHaveLength(120)
    expect(html).toContain(AS_TABLE)
    expect(html).not.toContain('<table class="numbers">')
  })

  test('and as a table with the same numbers, with a link back', async () => {
    const html = await page(true)
    expect(picturesOf(html, 'trend')).toHaveLength(0)
    const rows = rowsOf(/<section aria-labelledby="trends">.*?<\/section>/s.exec(html)?.[0] ?? '')
    expect(rows).toHaveLength(120)
    expect(rows.slice(0, 3)).toEqual(rowsOf(trends))
    expect(html).toContain('href="/van-phong/so-sanh?from=2026-03-01&amp;to=2026-03-31#trends"')
  })
})

describe('small pictures of twelve months say what their table says', () => {
  test('every office on the one scale that is written below', () => {
    const pictures = picturesOf(trends, 'trend')
    const rows = rowsOf(trends)
    expect([pictures.length, rows.length]).toEqual([3, 3])
    for (const [at, svg] of pictures.entries()) {
      const written = writtenOf(rows[at]?.slice(1) ?? [])
      expectSameNumbers(readTrend, svg, { written, marks: ['line', 'point', 'plot', 'target'] })
    }
  })

  test('a hidden month and an empty one are gaps', () => {
    const [, second = ''] = picturesOf(trends, 'trend')
    expect(Object.keys(readTrend(second)).filter((name) => name.startsWith('line'))).toHaveLength(10)
  })
})
