import { mkdtempSync, rmSync } from 'node:fs'
import { arch, availableParallelism, loadavg, platform } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { openStore } from '#db/connection.ts'
import { listStandingLinks } from '#db/queries/standing-links.ts'
import { benchFolder, copyCity, demoCity } from './bench/cities.ts'
import { measureDesk } from './bench/desk.ts'
import { measureExport } from './bench/export.ts'
import { rounded } from './bench/figures.ts'
import { measureFirstView } from './bench/first-view.ts'
import { measureKiosk, pairTablets } from './bench/kiosk.ts'
import { measureOverview } from './bench/overview.ts'
import { print, progress } from './bench/print.ts'
import { measurePublic } from './bench/public.ts'
import { measureRating } from './bench/rating.ts'
import { measureReport } from './bench/report.ts'
import { startServer } from './bench/server.ts'
import { countStatements } from './bench/statements.ts'

const PARTS = [
  'first-view',
  'statements',
  'rating',
  'public',
  'kiosk',
  'overview',
  'desk',
  'export',
  'report',
]
const USAGE = `usage: npm run bench -- [--quick] [--large] [--part ${PARTS.join('|')}] ...`
/** What measures cities of several sizes, beside what taps into one. */
const OF_SIZES = ['overview', 'desk', 'export', 'report']
const SIZES = [10_000, 100_000, 1_000_000]

/** `npm run bench`: one JSON object per line on standard output, each beside its counterpart of the same run. */
async function bench(quick: boolean, large: boolean, parts: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(benchFolder(), 'run-'))
  try {
    printMachine()
    if (parts.some((part) => !OF_SIZES.includes(part))) await benchRating(folder, parts)
    const sizes = quick ? SIZES.slice(0, 2) : SIZES
    if (parts.includes('overview')) await measureOverview(sizes, folder)
    // The smallest city is less than one batch of lines.
    if (parts.includes('export')) await measureExport(quick ? sizes : sizes.slice(1))
    if (parts.includes('report')) await measureReport(sizes.at(-1) ?? 0, folder)
    if (parts.includes('desk')) await measureDesk({ quick, large }, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function benchRating(folder: string, parts: readonly string[]): Promise<void> {
  const databaseFile = join(folder, 'city.sqlite')
  await copyCity(await demoCity(SIZES[0] ?? 0), databaseFile)
  const store = openStore(`sqlite:${databaseFile}`)
  const codes = (await listStandingLinks(store.read)).map(({ code }) => code)
  await store.close()
  if (parts.includes('statements')) await countStatements(databaseFile, codes[0] ?? '')
  const tablets = parts.includes('kiosk') ? await pairTablets(databaseFile) : []
  const server = await startServer(databaseFile, join(folder, 'server.log'))
  try {
    if (parts.includes('first-view')) await measureFirstView(server.port, codes)
    if (parts.includes('public')) await measurePublic(server)
    if (parts.includes('rating')) await measureRating({ server, databaseFile, codes, folder })
    if (tablets.length > 0) await measureKiosk({ port: server.port, databaseFile, codes, tablets })
    server.check()
  } catch (fault) {
    // A server that broke down says more than the connection it broke.
    server.check()
    throw fault
  } finally {
    await server.stop()
  }
}

function printMachine(): void {
  const db = new Database(':memory:')
  const sqlite = db.prepare('select sqlite_version()').pluck().get()
  db.close()
  print({
    figure: 'machine',
    at: new Date().toISOString(),
    node: process.version,
    sqlite,
    system: `${platform()} ${arch()}`,
    cores: availableParallelism(),
    // Above 0.5 something else was running: take the ratios, not the rates.
    load_1m: rounded(loadavg()[0] ?? 0),
  })
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        large: { type: 'boolean', default: false },
        part: { type: 'string', multiple: true, default: PARTS },
      },
    })
    return values.part.every((part) => PARTS.includes(part)) ? values : null
  } catch {
    return null
  }
}

const wanted = readArguments()
if (!wanted) {
  console.error(USAGE)
  process.exit(2)
}
try {
  await bench(wanted.quick, wanted.large, wanted.part)
} catch (fault) {
  progress((fault as Error).message)
  process.exit(1)
}
