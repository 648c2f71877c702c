import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { patterns, ratePath, reportPath, reportRunFilePath } from '#app/paths.ts'
import { openStore } from '#db/connection.ts'
import { listStandingLinks } from '#db/queries/standing-links.ts'
import { CALENDAR_YEAR, copyCity, demoCity, STAFF } from './cities.ts'
import { quantile, rounded } from './figures.ts'
import { formTo, viewOf } from './phone.ts'
import { print, progress } from './print.ts'
import { memoryOf, startServer } from './server.ts'
import { type SteadyTap, steadyTaps } from './steady-load.ts'
import { type Answer, headerOf, Wire } from './wire.ts'

const OFFICES = 400
const PER_SECOND = 50
const CALM_MS = 20_000
const ROUNDS = 3
const LIMITS = { seconds: 15, server_mb: 300, tap_p99_ms: 250 }
const YEAR_REPORT = reportPath('nam', CALENDAR_YEAR.from)

interface Made {
  kind: 'docx' | 'xlsx'
  from: number
  to: number
  bytes: number
}

/** The year's city report as Word document and workbook, made by the real server while citizens rate steadily. */
export async function measureReport(ratings: number, folder: string): Promise<void> {
  const databaseFile = join(folder, 'reported.sqlite')
  await copyCity(await demoCity(ratings, OFFICES, CALENDAR_YEAR.until), databaseFile)
  const store = openStore(`sqlite:${databaseFile}`)
  const paths = (await listStandingLinks(store.read)).map(({ code }) => ratePath(code))
  await store.close()
  const server = await startServer(databaseFile, join(folder, 'report-server.log'))
  try {
    const desk = await signIn(server.port)
    // The first page of a kind and the first thread cost what later ones do not.
    await desk.made('docx')
    progress(`${PER_SECOND} ratings a second, no report ...`)
    const calm = steadyTaps({ port: server.port, paths, perSecond: PER_SECOND })
    await sleep(CALM_MS)
    const without = await calm.end()
    progress('The same while reports are made ...')
    const busy = steadyTaps({ port: server.port, paths, perSecond: PER_SECOND })
    const made: Made[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of ['docx', 'xlsx'] as const) made.push(await desk.made(kind))
    const pages = [await desk.page(), await desk.page()]
    const all = await busy.end()
    const during = all.filter(({ due }) => made.some(({ from, to }) => from <= due && due <= to))
    const memory = memoryOf(server.pid)?.highest ?? null
    report({ ratings, made, pages, without, during, all, memory })
    server.check()
  } finally {
    await server.stop()
  }
}

interface Measured {
  ratings: number
  made: Made[]
  pages: number[]
  without: SteadyTap[]
  during: SteadyTap[]
  all: SteadyTap[]
  memory: number | null
}

function report({ ratings, made, pages, without, during, all, memory }: Measured): void {
  const seconds = (kind: Made['kind']) =>
    Math.max(...made.filter((each) => each.kind === kind).map(({ from, to }) => (to - from) / 1000))
  const times = (taps: SteadyTap[]) => taps.map(({ ms }) => ms)
  const p99 = quantile(times(during), 0.99)
  const slowest = Math.max(seconds('docx'), seconds('xlsx'))
  print({
    figure: `the year's report of ${ratings} ratings and ${OFFICES} offices, slowest of ${ROUNDS}`,
    docx_s: rounded(seconds('docx')),
    xlsx_s: rounded(seconds('xlsx')),
    docx_bytes: made.find(({ kind }) => kind === 'docx')?.bytes,
    xlsx_bytes: made.find(({ kind }) => kind === 'xlsx')?.bytes,
    page_s: rounded(Math.max(...pages) / 1000),
    server_highest_mb: memory === null ? null : rounded(memory),
    taps_a_second: PER_SECOND,
    taps_during: during.length,
    tap_p50_ms: rounded(quantile(times(during), 0.5)),
    tap_p99_ms: rounded(p99),
    tap_highest_ms: rounded(quantile(times(during), 1)),
    tap_p99_ms_without: rounded(quantile(times(without), 0.99)),
    tap_p99_ms_with_pages: rounded(quantile(times(all), 0.99)),
    limits: LIMITS,
    holds: slowest <= LIMITS.seconds && (memory ?? 0) <= LIMITS.server_mb && p99 <= LIMITS.tap_p99_ms,
  })
}

/** Văn phòng at its desk: asks for a file, looks how far it is, takes it. */
async function signIn(port: number) {
  // A connection of its own each time: one that rested while others tapped may have been closed.
  const ask = async (text: string) => {
    const wire = await Wire.open(port)
    const answered = await wire.exchange(text)
    wire.close()
    return answered
  }
  const answer = await ask(formTo(port, patterns.signIn, new URLSearchParams(STAFF).toString()))
  const cookie = headerOf(answer, 'set-cookie')
    .map((line) => line.split(';')[0])
    .join('; ')
  const withCookie = (text: string) => text.replace('\r\n', `\r\nCookie: ${cookie}\r\n`)
  const get = (path: string) => ask(withCookie(viewOf(port, path).toString()))
  const expected = (what: string, answered: Answer, status: number) => {
    if (answered.status !== status) throw new Error(`${what} was answered:\n${answered.head}`)
    return answered
  }
  return {
    async page(): Promise<number> {
      const from = Date.now()
      expected('The page', await get(YEAR_REPORT), 200)
      return Date.now() - from
    },
    async made(kind: Made['kind']): Promise<Made> {
      const from = Date.now()
      const begun = await ask(withCookie(formTo(port, YEAR_REPORT, `deed=${kind}`)))
      const [path = ''] = headerOf(expected('A report', begun, 303), 'location')
      let answer = await get(path)
      while (headerOf(answer, 'refresh').length > 0) {
        await sleep(100)
        answer = expected('A run', await get(path), 200)
      }
      const file = reportRunFilePath(`${path.split('/').at(-1)}.${kind}`)
      const { body } = expected('A file', await get(file), 200)
      return { kind, from, to: Date.now(), bytes: body.length }
    },
  }
}
