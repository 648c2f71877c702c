import { join } from 'node:path'
import { patterns } from '#app/paths.ts'
import type { start } from '#app/start.server.ts'
import { demoCity, STAFF } from './cities.ts'
import { DESK_PAGES, type DeskPage } from './desk-pages.ts'
import { quantile, rounded } from './figures.ts'
import { formTo, viewOf } from './phone.ts'
import { print, progress } from './print.ts'
import { settingsFor, startServer } from './server.ts'
import { listenToStatements } from './statements.ts'
import { type Answer, headerOf, textOf, Wire } from './wire.ts'

interface Size {
  ratings: number
  offices?: number
}

const SIZES: Size[] = [{ ratings: 10_000 }, { ratings: 1_000_000, offices: 400 }]
const LARGEST: Size = { ratings: 10_000_000, offices: 400 }
const TIMES = 40
const WARM_UP = 5
const MOST_P95_MS = 150
/** Times the same page at 1,000,000 ratings, and the worst page times the worst. */
const MOST_TIMES_LARGER = 1.5
/** Lines a second of a file that has at least so many. */
const LEAST_RATE = 100_000
const LONG_FILE = 10_000
const MOST_QUERIES = 12

/**
 * p95 of every page and file of the desk at each size, the worst page beside the worst of the size before, and how many
 * queries each takes; the smallest city alone when quick.
 */
export async function measureDesk(
  { quick, large }: { quick: boolean; large: boolean },
  folder: string,
): Promise<void> {
  const sizes = [...(quick ? SIZES.slice(0, 1) : SIZES), ...(large ? [LARGEST] : [])]
  const taken: Taken[] = []
  for (const size of sizes) {
    const file = await demoCity(size.ratings, size.offices)
    const server = await startServer(file, join(folder, `desk-${size.ratings}.log`))
    try {
      progress('Waiting for the jobs of the start')
      await server.idle()
      progress(`The desk at ${size.ratings} ratings`)
      const before = taken.at(-1)
      const now = { size, p95: await timesOf(server.port, size, before) }
      taken.push(now)
      if (before) printWorst(now, before)
      server.check()
    } finally {
      await server.stop()
    }
  }
  await countQueries(await demoCity(SIZES[0]?.ratings ?? 0))
}

interface Taken {
  size: Size
  p95: Map<string, number>
}

async function timesOf(
  port: number,
  { ratings, offices }: Size,
  smaller: Taken | undefined,
): Promise<Map<string, number>> {
  const desk = await signIn(port)
  const all = new Map<string, number>()
  for (const page of DESK_PAGES) {
    const times: number[] = []
    let answer = await desk.read(page)
    for (let n = 1 - WARM_UP; n < TIMES; n++) {
      const began = performance.now()
      answer = await desk.read(page)
      if (n >= 0) times.push(performance.now() - began)
    }
    const p95 = quantile(times, 0.95)
    all.set(page.name, p95)
    const before = smaller?.p95.get(page.name)
    print({
      figure: `a ${page.kind} of the desk`,
      [page.kind]: page.name,
      ratings,
      offices: offices ?? 15,
      times: TIMES,
      p50_ms: rounded(quantile(times, 0.5)),
      p95_ms: rounded(p95),
      ...(before === undefined
        ? {}
        : { counterpart: `at ${smaller?.size.ratings} ratings`, ratio: rounded(p95 / before) }),
      ...judged(page, quantile(times, 0.5), p95, ratings > 1_000_000 ? before : undefined, answer),
    })
  }
  desk.close()
  return all
}

/** By its p95, at the largest size by how much that grew; a long file by its lines a second too. */
function judged({ kind }: DeskPage, p50: number, p95: number, before: number | undefined, answer: Answer) {
  const isQuick = before === undefined ? p95 <= MOST_P95_MS : p95 <= before * MOST_TIMES_LARGER
  const limits = before === undefined ? { p95_ms: MOST_P95_MS } : { ratio: MOST_TIMES_LARGER }
  const lines = kind === 'file' ? textOf(answer).split('\r\n').length - 1 : 0
  if (lines < LONG_FILE) return { limits, holds: isQuick }
  const rate = (lines / p50) * 1000
  const holds = isQuick && rate >= LEAST_RATE
  return { lines, rate: rounded(rate), limits: { ...limits, rate: LEAST_RATE }, holds }
}

function printWorst(now: Taken, before: Taken): void {
  const pages = DESK_PAGES.filter(({ kind }) => kind === 'page').map(({ name }) => name)
  const worstOf = ({ p95 }: Taken) => Math.max(...pages.map((name) => p95.get(name) ?? 0))
  const [worst, worstBefore] = [worstOf(now), worstOf(before)]
  const isLarger = now.size.ratings > 1_000_000
  print({
    figure: 'the worst page of the desk',
    page: pages.find((name) => now.p95.get(name) === worst) ?? '',
    ratings: now.size.ratings,
    p95_ms: rounded(worst),
    counterpart: `the worst at ${before.size.ratings} ratings`,
    ratio: rounded(worst / worstBefore),
    limits: isLarger ? { ratio: MOST_TIMES_LARGER } : { p95_ms: MOST_P95_MS },
    holds: isLarger ? worst <= worstBefore * MOST_TIMES_LARGER : worst <= MOST_P95_MS,
  })
}

/** A connection that is signed in as Văn phòng. */
async function signIn(port: number) {
  const wire = await Wire.open(port)
  const answer = await wire.exchange(formTo(port, patterns.signIn, new URLSearchParams(STAFF).toString()))
  const cookie = headerOf(answer, 'set-cookie').map((text) => text.split(';')[0])
  if (answer.status !== 303 || cookie.length === 0) throw new Error(`Signing in answered:\n${answer.head}`)
  const view = (path: string) =>
    wire.exchange(
      viewOf(port, path)
        .toString()
        .replace('\r\n\r\n', `\r\nCookie: ${cookie.join('; ')}\r\n\r\n`),
    )
  return {
    async read({ kind, name, path }: DeskPage): Promise<Answer> {
      const got = kind === 'file' ? await download(port, path, cookie) : await view(path)
      if (got.status !== 200) throw new Error(`${name} (${path}) answered:\n${got.head}`)
      return got
    },
    close: () => wire.close(),
  }
}

/** As `--part export` writes files, not compressed: that is done on other threads, of which a small machine has none. */
async function download(
  port: number,
  path: string,
  cookie: readonly (string | undefined)[],
): Promise<Answer> {
  const got = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { cookie: cookie.join('; '), 'accept-encoding': 'identity' },
  })
  const body = Buffer.from(await got.arrayBuffer())
  return { status: got.status, head: `HTTP/1.1 ${got.status}`, body, bytes: body.length }
}

type Build = Parameters<typeof start>[0] & { entry: { module: { start: typeof start } } }

/** What each page asks the database for, the session with it, counted before the driver of the real build. */
async function countQueries(databaseFile: string): Promise<void> {
  const asked = listenToStatements()
  const build: Build = await import(new URL('../../build/server/index.js', import.meta.url).href)
  const settings = { ...settingsFor(databaseFile), LOG_LEVEL: 'silent' }
  const running = await build.entry.module.start(build, settings, 'build/client')
  const desk = await signIn(Number(new URL(running.address).port))
  for (const page of DESK_PAGES) {
    await desk.read(page)
    asked.length = 0
    await desk.read(page)
    const queries = asked.filter((text) => /^\s*(select|with)/i.test(text)).length
    print({
      figure: `queries a ${page.kind} of the desk`,
      [page.kind]: page.name,
      queries,
      counterpart: 'a page that reads one row',
      ratio: queries,
      limits: { queries: MOST_QUERIES },
      holds: queries > 0 && queries <= MOST_QUERIES,
    })
  }
  desk.close()
  await running.stop()
}
