import { patterns } from '#app/paths.ts'
import { startBareServer } from './bare-http.ts'
import { inTurns, medians } from './comparison.ts'
import { rounded } from './figures.ts'
import { Visitors } from './load.ts'
import { runLoad, type Target } from './load-run.ts'
import { viewOf } from './phone.ts'
import { print, progress } from './print.ts'
import type { RealServer } from './server.ts'
import { Wire } from './wire.ts'

const AT_ONCE = 64
const ROUNDS = 5
const RUN_MS = 2_000
const LEAST_RATE = 1_000
const ADDRESSES = [patterns.publicResults, patterns.publicResultsJson, patterns.publicResultsCsv]

/** The same public page, and its files, asked for over and over by many: answered from what is kept. */
export async function measurePublic({ port, pid }: RealServer): Promise<void> {
  const visitors = new Visitors()
  try {
    for (const path of ADDRESSES) {
      const wire = await Wire.open(port)
      const answer = await wire.exchange(viewOf(port, path))
      wire.close()
      const bare = await startBareServer({ GET: answer, POST: answer })
      const view: Target = { kind: 'view', paths: [path], status: 200, concurrency: AT_ONCE }
      const runs = {
        ours: () => runLoad(visitors, { port, pid }, view, RUN_MS),
        bare_http: () => runLoad(visitors, bare, view, RUN_MS),
      }
      const rounds = await inTurns(runs, ROUNDS, (round) => progress(`${path}, round ${round} of ${ROUNDS}`))
      bare.stop()
      const own = medians(rounds.ours ?? [])
      const theirs = medians(rounds.bare_http ?? [])
      print({
        figure: 'the same public page',
        path,
        concurrency: AT_ONCE,
        bytes: answer.head.length + answer.body.length,
        ...own,
        counterpart: 'bare node:http with the same answer',
        counterpart_rate: theirs.rate,
        ratio: rounded(own.rate / theirs.rate),
        limits: { rate: LEAST_RATE },
        holds: own.rate >= LEAST_RATE,
      })
    }
  } finally {
    visitors.stop()
  }
}
