import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeView } from '#app/reports/office/office-view.server.ts'
import { OfficeViewPage } from '#app/reports/office/office-view-page.tsx'
import { LIVE } from '#tests/world/figures.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { AS_OF, aDrawnCity, MARCH, TODAY, VIEWER } from './drawn-city.ts'
import {
  countIn,
  marksOf,
  monthIn,
  monthsBelow,
  percentIn,
  picturesOf,
  rowsOf,
  sharesBeside,
  strokesOf,
  wordsIn,
} from './read-picture.ts'
import { expectSameNumbers, type Said } from './same-numbers.ts'

let city: SmallCity
beforeAll(async () => {
  city = await aDrawnCity()
})
afterAll(() => city.close())

async function page(officeId: string): Promise<string> {
  const shown = await officeView(city.store.read, LIVE, { officeId, period: MARCH, today: TODAY }, '')
  return renderToStaticMarkup(
    <OfficeViewPage
      {...{ lang: 'vi', mayDeclare: true, refused: null, refusedChange: null, viewer: VIEWER, asOf: AS_OF }}
      {...shown}
    />,
  )
}

/** The months between whose edges each step of a limit runs: the middle of it. */
const stepsOf = (d: string) =>
  strokesOf(d).map(([from, to]) => ({ x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: from?.y ?? 0 }))

/** A month's point: a circle, or a triangle whose tip stands 7 above what it marks. */
function pointsOf(svg: string) {
  const circles = marksOf(svg, 'circle', 'point').map(({ of }) => ({ x: Number(of.cx), y: Number(of.cy) }))
  const signals = marksOf(svg, 'path', 'point signal').map(({ of }) => {
    const [, x, y] = /^M([\d.]+) ([\d.]+)l7 12h-14z$/.exec(of.d ?? '') ?? []
    return { x: Number(x), y: Number(y) + 7, isSignal: true }
  })
  return [...circles, ...signals]
}

function readControl(svg: string): Said {
  const [share, month] = [sharesBeside(svg), monthsBelow(svg)]
  const said: Said = {}
  const path = (className: string, which = 0) => marksOf(svg, 'path', className)[which]?.of.d ?? ''
  for (const { x, y } of strokesOf(path('line')).flat()) said[`${month(x)} line`] = share(y)
  for (const point of pointsOf(svg)) {
    said[`${month(point.x)} share`] = share(point.y)
    if ('isSignal' in point) said[`${month(point.x)} signal`] = 'signal'
  }
  for (const { x, y } of stepsOf(path('limit', 0))) said[`${month(x)} lower`] = share(y)
  for (const { x, y } of stepsOf(path('limit', 1))) said[`${month(x)} upper`] = share(y)
  for (const { x, y } of stepsOf(path('centre'))) said[`${month(x)} centre`] = share(y)
  return said
}

/** Cells: month, n, k, share, centre, lower, upper, signal; an empty one is not drawn. */
function writtenControl(rows: string[][]): Said {
  const said = rows.flatMap(
    ([month = '', , , share = '', centre = '', lower = '', upper = '', signal = '']) => {
      const shares = Object.entries({ line: share, share, centre, lower, upper })
      const numbers = shares.map(([what, words]) => [what, percentIn(words)] as const)
      const all = [...numbers, ['signal', signal ? 'signal' : null] as const]
      return all.flatMap(([what, value]) =>
        value === null ? [] : [[`${monthIn(month)} ${what}`, value] as const],
      )
    },
  )
  return Object.fromEntries(said)
}

describe('control charts say what their tables say', () => {
  test.each([
    ['an office with a signal', OFFICES.wardA],
    ['one with months hidden, one empty and no dossiers', OFFICES.wardB],
  ])('%s: shares, centre, both limits and signals of every month', async (_, office) => {
    const figures = (await page(office)).match(/<figure class="control">.*?<\/figure>/gs) ?? []
    expect(figures).toHaveLength(2)
    for (const figure of figures) {
      const written = writtenControl(rowsOf(figure))
      if (Object.keys(written).length === 0) continue
      for (const shape of ['wide', 'narrow']) {
        const [svg = ''] = picturesOf(figure, `chart ${shape}`)
        expectSameNumbers(readControl, svg, { written, marks: ['line', 'point', 'limit', 'centre'] })
      }
    }
  })

  test('there is a signal, and there are limits on both sides, in what was compared', async () => {
    const [figure = ''] = (await page(OFFICES.wardA)).match(/<figure class="control">.*?<\/figure>/gs) ?? []
    const names = Object.keys(writtenControl(rowsOf(figure)))
    for (const what of ['signal', 'lower', 'upper', 'centre'])
      expect(names.filter((name) => name.endsWith(what)).length, what).toBeGreaterThan(0)
  })
})

/** How many chose each level, by month and by what its piece is painted with. */
const readLevels =
  (months: string[], ratings: Record<string, number>) =>
  (svg: string): Said => {
    const share = sharesBeside(svg)
    const columns = svg.match(/<(a|g)\b[^>]*>(?:<rect[^>]*><\/rect>)+<title>.*?<\/\1>/gs) ?? []
    return Object.fromEntries(
      columns.flatMap((column, at) =>
        marksOf(column, 'rect').map(({ of }) => {
          const level = /level-(\d|\w+_together)/.exec(of.class ?? of.fill ?? '')?.[1]
          const part = share(Number(of.y)) - share(Number(of.y) + Number(of.height))
          const month = months[at] ?? ''
          return [`${month} ${level}`, part * (ratings[month] ?? Number.NaN)] as const
        }),
      ),
    )
  }

test('the columns of levels say what their table says', async () => {
  const html = await page(OFFICES.wardB)
  const section = /<section aria-labelledby="levels">.*?<\/section>/s.exec(html)?.[0] ?? ''
  const shown = rowsOf(section).filter(([, n = '']) => (countIn(n) ?? 0) > 0)
  expect(shown.length).toBeGreaterThan(10)
  const months = shown.map(([month = '']) => monthIn(month))
  const ratings = Object.fromEntries(shown.map(([month = '', n = '']) => [monthIn(month), countIn(n) ?? 0]))
  const written = Object.fromEntries(
    shown.flatMap(([month = '', , ...counts]) =>
      counts.map((words, at) => [`${monthIn(month)} ${5 - at}`, countIn(words) ?? 'not shown'] as const),
    ),
  )
  for (const shape of ['wide', 'narrow']) {
    const [svg = ''] = picturesOf(section, `chart ${shape}`)
    expectSameNumbers(readLevels(months, ratings), svg, { written, marks: ['level-5', 'url(#level-2)'] })
  }
  const [wide = ''] = picturesOf(section, 'chart wide')
  const said = [...wide.matchAll(/<title>(Tháng [^:]*):/g)].map(([, month = '']) => monthIn(wordsIn(month)))
  expect(said).toEqual(months)
})
