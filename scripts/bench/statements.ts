import Database from 'better-sqlite3'
import { ratePath } from '#app/paths.ts'
import type { start } from '#app/start.server.ts'
import { formTo, newTap, viewOf } from './phone.ts'
import { print } from './print.ts'
import { settingsFor } from './server.ts'
import { Wire } from './wire.ts'

const MOST_A_VIEW = 3
const TRANSACTIONS_A_TAP = 1

type Build = Parameters<typeof start>[0] & { entry: { module: { start: typeof start } } }

/** Counts what the real build asks SQLite for one view and for one tap, by standing before its driver. */
export async function countStatements(databaseFile: string, code: string): Promise<void> {
  const asked = listenToStatements()
  const build: Build = await import(new URL('../../build/server/index.js', import.meta.url).href)
  const settings = { ...settingsFor(databaseFile), LOG_LEVEL: 'silent' }
  const running = await build.entry.module.start(build, settings, 'build/client')
  const port = Number(new URL(running.address).port)
  await quiet(asked)
  const wire = await Wire.open(port)
  const during = async (request: Buffer | string, status: number) => {
    asked.length = 0
    const answer = await wire.exchange(request)
    if (answer.status !== status) throw new Error(`Asked for ${status}, answered:\n${answer.head}`)
    return [...asked]
  }
  const view = await during(viewOf(port, ratePath(code)), 200)
  const tap = await during(formTo(port, ratePath(code), newTap()), 303)
  wire.close()
  await running.stop()
  const begun = tap.filter((text) => /^begin/i.test(text)).length
  const own = tap.filter((text) => !/^(begin|commit|savepoint|release)/i.test(text)).length
  print({
    figure: 'statements a view',
    statements: view.length,
    counterpart: 'a page that reads one row',
    ratio: view.length,
    limits: { statements: MOST_A_VIEW },
    holds: view.length > 0 && view.length <= MOST_A_VIEW,
  })
  print({
    figure: 'transactions a tap',
    transactions: begun,
    statements: own,
    counterpart: 'one bare durable insert: one transaction of one statement',
    ratio: begun,
    ratio_of_statements: own,
    limits: { transactions: TRANSACTIONS_A_TAP },
    holds: begun === TRANSACTIONS_A_TAP,
  })
}

/** Until what runs at the start of a server is done: it would share its commit with the tap that is counted. */
async function quiet(asked: string[]): Promise<void> {
  for (let before = -1; before !== asked.length; ) {
    before = asked.length
    await new Promise((later) => setTimeout(later, 1_000))
  }
}

/** From now on the text of every statement run in this process ends up in the list. */
export function listenToStatements(): string[] {
  const asked: string[] = []
  const probe = new Database(':memory:')
  const prototype = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, unknown>
  probe.close()
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const original = prototype[name] as (...words: unknown[]) => unknown
    prototype[name] = function (this: { source: string }, ...words: unknown[]) {
      asked.push(this.source)
      return original.apply(this, words)
    }
  }
  return asked
}
