import { join } from 'node:path'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { patterns, ratePath } from '#app/paths.ts'
import { openStore } from '#db/connection.ts'
import { sumLevelsByOfficeInDays } from '#db/queries/level-counts.ts'
import { type BareServer, startBareServer } from './bare-http.ts'
import { BareInserts } from './bare-inserts.ts'
import { inTurns, type Limits, printComparison, type Runs } from './comparison.ts'
import type { Figures } from './figures.ts'
import { Visitors } from './load.ts'
import { runLoad, type Target } from './load-run.ts'
import { printMemory } from './memory.ts'
import { formTo, newTap, viewOf } from './phone.ts'
import { progress } from './print.ts'
import type { RealServer } from './server.ts'
import { Wire } from './wire.ts'

const CONCURRENCIES = [8, 64]
const ROUNDS = 7
const RUN_MS = 2_000

/** The contract asks for its ratios at 8 at once. */
const LIMITS_OF_VIEW: Limits = { concurrency: 8, leastRatios: { empty_route: 0.8 } }
const LIMITS_OF_TAP: Limits = { concurrency: 8, leastRatios: { empty_action: 0.7 }, longestP99: 50 }

export interface RatedCity {
  server: RealServer
  databaseFile: string
  codes: string[]
  folder: string
}

interface Measuring {
  city: RatedCity
  visitors: Visitors
  bare: BareServer
  inserts: BareInserts
  /** Ratings the server has acknowledged. */
  taps: number
}

/** GET and POST of a rating beside their bare counterparts, and the memory the server took meanwhile. */
export async function measureRating(city: RatedCity): Promise<void> {
  const parts = {
    visitors: new Visitors(),
    bare: await startBareServer(await answersOf(city)),
    inserts: new BareInserts(join(city.folder, 'bare.sqlite')),
  }
  const measuring: Measuring = { city, ...parts, taps: 0 }
  try {
    const before = await ratingsIn(city.databaseFile)
    for (const concurrency of CONCURRENCIES) {
      await compare('GET of the rating page', concurrency, viewRuns(measuring, concurrency), LIMITS_OF_VIEW)
      await compare('POST of a rating', concurrency, tapRuns(measuring, concurrency), LIMITS_OF_TAP)
    }
    const stored = (await ratingsIn(city.databaseFile)) - before
    if (stored !== measuring.taps)
      throw new Error(`${measuring.taps} ratings were acknowledged, ${stored} are counted.`)
    printMemory(city.server.pid, parts.bare.pid, stored)
  } finally {
    parts.visitors.stop()
    parts.bare.stop()
    parts.inserts.close()
  }
}

async function compare(figure: string, concurrency: number, runs: Runs, limits: Limits): Promise<void> {
  const rounds = await inTurns(runs, ROUNDS, (round) =>
    progress(`${figure}, ${concurrency} at once, round ${round} of ${ROUNDS}`),
  )
  printComparison({ figure, concurrency, rounds }, limits)
}

function viewRuns(measuring: Measuring, concurrency: number): Runs {
  const { server, codes } = measuring.city
  const view = { kind: 'view', paths: codes.map(ratePath), status: 200, concurrency } as const
  return {
    ours: () => load(measuring, server, view),
    empty_route: () => load(measuring, server, { ...view, kind: 'plain view', paths: [patterns.healthz] }),
    bare_http: () => load(measuring, measuring.bare, view),
  }
}

function tapRuns(measuring: Measuring, concurrency: number): Runs {
  const { server, codes } = measuring.city
  const tap = { kind: 'tap', paths: codes.map(ratePath), status: 303, concurrency } as const
  const { inserts } = measuring
  return {
    ours: async () => {
      const figures = await load(measuring, server, tap)
      measuring.taps += figures.count
      return figures
    },
    empty_action: () => load(measuring, server, { ...tap, paths: [patterns.healthz], status: 405 }),
    bare_http: () => load(measuring, measuring.bare, tap),
    bare_insert_1: async () => inserts.run(1, RUN_MS),
    bare_insert_64: async () => inserts.run(64, RUN_MS),
  }
}

const load = (
  { visitors }: Measuring,
  to: Pick<BareServer, 'port' | 'pid'>,
  target: Target,
): Promise<Figures> => runLoad(visitors, to, target, RUN_MS)

/** One answer of each kind, for the bare server to repeat. */
async function answersOf({ server: { port }, codes }: RatedCity) {
  const path = ratePath(codes[0] ?? '')
  const wire = await Wire.open(port)
  const answers = {
    GET: await wire.exchange(viewOf(port, path)),
    POST: await wire.exchange(formTo(port, path, newTap())),
  }
  wire.close()
  return answers
}

async function ratingsIn(databaseFile: string): Promise<number> {
  const store = openStore(`sqlite:${databaseFile}`)
  const lines = await sumLevelsByOfficeInDays(store.read, FIRST_DAY, LAST_DAY)
  await store.close()
  return lines
    .flatMap((line) => [line.level_1, line.level_2, line.level_3, line.level_4, line.level_5])
    .reduce((sum, count) => sum + count, 0)
}
