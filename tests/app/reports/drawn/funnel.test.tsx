import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf } from '#app/calendar/period.ts'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import { BetweenPage } from '#app/reports/between-page.tsx'
import { LIVE } from '#tests/world/figures.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, times } from '../rated-city.ts'
import { AS_OF, TODAY, VIEWER } from './drawn-city.ts'
import {
  countIn,
  marksOf,
  type Place,
  percentIn,
  picturesOf,
  rowsOf,
  type Scale,
  scaleOf,
  sharesBeside,
  strokesOf,
  wordsIn,
} from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

let city: SmallCity
const RATED = [
  [OFFICES.wardA, 401, 46],
  [OFFICES.wardB, 35, 0],
  [OFFICES.oneStop, 131, 6],
] as const
beforeAll(async () => {
  city = await aSmallCity()
  await city.store.write(async (tx) => {
    for (const [office, satisfied, others] of RATED)
      await rate(tx, { office, day: '2026-03-10' }, [...times(satisfied, 5), ...times(others, 2)])
  })
})
afterAll(() => city.close())

async function page(): Promise<string> {
  const asked = { period: periodOf('2026-03-01', '2026-03-31'), today: TODAY }
  const between = await betweenOffices(city.store.read, LIVE, asked)
  return renderToStaticMarkup(
    <BetweenPage lang="vi" viewer={VIEWER} between={between} refused={null} asOf={AS_OF} />,
  )
}

/** Numbers of ratings below the funnel, ten times as many at each even step. */
const ratingsBelow = (svg: string): Scale => {
  const below = marksOf(svg, 'text', 'axis').filter(
    ({ of, words }) => of['text-anchor'] === 'middle' && countIn(words) !== null,
  )
  const power = scaleOf(below.map(({ of, words }) => [Number(of.x), Math.log10(countIn(words) ?? 0)]))
  return (px) => 10 ** power(px)
}

/** The middle of a mark: of a circle, or of a triangle between its point and its foot. */
function middleOf(link: string): Place {
  const [circle] = marksOf(link, 'circle')
  if (circle) return { x: Number(circle.of.cx), y: Number(circle.of.cy) }
  const [point, foot] = strokesOf(marksOf(link, 'path')[0]?.of.d ?? '').flat()
  return { x: point?.x ?? 0, y: ((point?.y ?? 0) + (foot?.y ?? 0)) / 2 }
}

/** Each office's n and share, and both pairs of limits at its n, as they are drawn. */
function readFunnel(svg: string): Said {
  const [share, ratings] = [sharesBeside(svg), ratingsBelow(svg)]
  const limit = (which: string, side: number, x: number): number => {
    const path = marksOf(svg, 'path', `limit ${which}`)[side]?.of.d ?? ''
    const corner = strokesOf(path)
      .flat()
      .find((each) => Math.abs(each.x - x) < 0.01)
    return corner ? share(corner.y) : Number.NaN
  }
  const links = svg.match(/<a .*?<\/a>/gs) ?? []
  return Object.fromEntries(
    links.flatMap((link) => {
      const { x, y } = middleOf(link)
      const name = wordsIn(link).split(':')[0] ?? ''
      const isMarked = /<path/.test(link)
      return Object.entries({
        ...{ n: ratings(x), share: share(y), marked: isMarked ? 'marked' : '' },
        ...{ 'inner lower': limit('inner', 0, x), 'inner upper': limit('inner', 1, x) },
        ...{ 'outer lower': limit('outer', 0, x), 'outer upper': limit('outer', 1, x) },
      }).map(([what, value]) => [`${name} ${what}`, value] as const)
    }),
  )
}

const RANGE = /95%: ([\d,]+%?)–([\d,]+%) 99,8%: ([\d,]+%?)–([\d,]+%)/

/** The same from the table below the funnel. */
function writtenOf(html: string): Said {
  const rows = rowsOf(/<table class="offices between">.*?<\/table>/s.exec(html)?.[0] ?? '')
  return Object.fromEntries(
    rows.flatMap(([name, n = '', share = '', limits = '', place = '']) => {
      const ends = (RANGE.exec(limits) ?? [])
        .slice(1)
        .map((end) => percentIn(end.endsWith('%') ? end : `${end}%`))
      const [innerLower, innerUpper, outerLower, outerUpper] = ends
      return Object.entries({
        ...{
          n: countIn(n),
          share: percentIn(share.split(' ')[0] ?? ''),
          marked: /[▼▲]/.test(place) ? 'marked' : '',
        },
        ...{ 'inner lower': innerLower, 'inner upper': innerUpper },
        ...{ 'outer lower': outerLower, 'outer upper': outerUpper },
      }).map(([what, value]) => [`${name} ${what}`, value ?? 'not written'] as const)
    }),
  )
}

describe('the funnel says what its table says', () => {
  test.each(['wide', 'narrow'])(
    'drawn %s: n, share, mark and both pairs of limits of every office',
    async (shape) => {
      const html = await page()
      const [svg = ''] = picturesOf(html, `chart funnel ${shape}`)
      const written = writtenOf(html)
      expect(Object.keys(written)).toHaveLength(RATED.length * 7)
      expect(Object.values(written).filter((value) => value === 'marked')).toHaveLength(1)
      const marks = ['unmarked', 'marked below', 'limit inner', 'limit outer']
      expectSameNumbers(readFunnel, svg, { written, marks })
      expectSameNumbers(readFunnel, svg, { written, marks: ['unmarked', 'marked below'], way: 'x' })
    },
  )
})
