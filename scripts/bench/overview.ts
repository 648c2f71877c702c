import { join } from 'node:path'
import { periodOf } from '#app/calendar/period.ts'
import { patterns } from '#app/paths.ts'
import { liveFiguresFor } from '#app/reports/figures-source.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { openStore, type Store } from '#db/connection.ts'
import { demoCity, STAFF, YEAR } from './cities.ts'
import { quantile, rounded } from './figures.ts'
import { formTo, plainViewOf, viewOf } from './phone.ts'
import { print, progress } from './print.ts'
import { type RealServer, startServer } from './server.ts'
import { headerOf, textOf, Wire } from './wire.ts'

const TIMES = 200
const WARM_UP = 30
/** Times the same at the smallest city. */
const MOST_TIMES_P95 = 1.5

/** Whole months are read by month, any other stretch by day: a kind of its own. */
const PERIODS = [
  { name: 'month', from: '2026-10-01', to: '2026-10-31' },
  { name: 'year', ...YEAR },
  { name: 'days', from: '2025-11-03', to: '2026-10-29' },
] as const

interface ServedCity {
  ratings: number
  server: RealServer
  wire: Wire
  cookie: string
  store: Store
}

/** The overview of cities of different sizes, asked in turn so that what drifts meets all alike. */
export async function measureOverview(sizes: number[], folder: string): Promise<void> {
  const cities: ServedCity[] = []
  // All are made before the first is served: an idle connection is closed after a while.
  const made: { ratings: number; file: string }[] = []
  for (const ratings of sizes) made.push({ ratings, file: await demoCity(ratings) })
  try {
    for (const { ratings, file } of made) cities.push(await serve(ratings, file, folder))
    for (const period of PERIODS) {
      progress(`Overview, ${period.name}`)
      await comparePeriod(cities, period)
    }
    for (const { server } of cities) server.check()
  } finally {
    for (const { wire, store, server } of cities) {
      wire.close()
      await store.close()
      await server.stop()
    }
  }
}

async function serve(ratings: number, file: string, folder: string): Promise<ServedCity> {
  const server = await startServer(file, join(folder, `server-${ratings}.log`))
  const wire = await Wire.open(server.port)
  const form = new URLSearchParams(STAFF).toString()
  const answer = await wire.exchange(formTo(server.port, patterns.signIn, form))
  const cookies = headerOf(answer, 'set-cookie').map((text) => text.split(';')[0])
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`Signing in answered:\n${answer.head}`)
  const store = openStore(`sqlite:${file}`)
  return { ratings, server, wire, cookie: cookies.join('; '), store }
}

async function comparePeriod(cities: ServedCity[], period: (typeof PERIODS)[number]): Promise<void> {
  for (const city of cities) {
    const shown = textOf(await readPage(city, period))
    if (!shown.includes('<table')) throw new Error(`The overview shows no table:\n${shown.slice(0, 2_000)}`)
  }
  const taken = cities.map(() => ({ page: [] as number[], empty: [] as number[], deed: [] as number[] }))
  for (let n = -WARM_UP; n < TIMES; n++) {
    for (const [at, city] of cities.entries()) {
      const page = await timed(() => readPage(city, period))
      const empty = await timed(() => city.wire.exchange(plainViewOf(city.server.port, patterns.healthz)))
      const deed = await timed(() => readDeed(city, period))
      if (n < 0) continue
      taken[at]?.page.push(page)
      taken[at]?.empty.push(empty)
      taken[at]?.deed.push(deed)
    }
  }
  const [smallest] = taken
  for (const [at, { page, empty, deed }] of taken.entries()) {
    const ratio = quantile(page, 0.95) / quantile(smallest?.page ?? [], 0.95)
    const { ratings } = cities[at] ?? {}
    print({
      figure: 'overview',
      period: period.name,
      ratings,
      times: TIMES,
      page: quantiles(page),
      deed: quantiles(deed),
      counterpart: 'the smallest city, the empty route',
      empty_route: quantiles(empty),
      ratio_to_empty_route: rounded(quantile(page, 0.5) / quantile(empty, 0.5)),
      ratio: rounded(ratio),
      ratio_of_p50: rounded(quantile(page, 0.5) / quantile(smallest?.page ?? [], 0.5)),
      ratio_of_deed: rounded(quantile(deed, 0.95) / quantile(smallest?.deed ?? [], 0.95)),
      limits: { ratio: MOST_TIMES_P95 },
      holds: ratio <= MOST_TIMES_P95,
    })
  }
}

const quantiles = (times: number[]) => ({
  p50_ms: rounded(quantile(times, 0.5)),
  p95_ms: rounded(quantile(times, 0.95)),
})

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

async function readPage({ wire, server, cookie }: ServedCity, { from, to }: { from: string; to: string }) {
  const request = viewOf(server.port, `${patterns.overview}?from=${from}&to=${to}`)
  const signedIn = request.toString().replace('\r\n\r\n', `\r\nCookie: ${cookie}\r\n\r\n`)
  const answer = await wire.exchange(signedIn)
  if (answer.status !== 200) throw new Error(`The overview answered:\n${answer.head}`)
  return answer
}

const figures = liveFiguresFor({ role: 'auditor', officeId: null })

const readDeed = ({ store }: ServedCity, { from, to }: { from: string; to: string }) =>
  officeOverview(store.read, figures, { period: periodOf(from, to), today: '2026-11-01' })
