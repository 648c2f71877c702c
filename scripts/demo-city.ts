import { resolve } from 'node:path'
import { dayOf } from '#app/calendar/day.ts'
import { readConfig, WrongSetting } from '#app/config.server.ts'
import { sqliteFile } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { readArguments, WrongArgument } from './demo-city/arguments.ts'
import { leaveDemoSecret } from './demo-city/demo-secret.ts'
import { makeDemoCity, prepareFile } from './demo-city/make-demo-city.ts'

/** `npm run demo-city`: a year of a made-up city, in a file of its own or in the database that is set. */
async function run(words: string[]): Promise<void> {
  const began = performance.now()
  const wanted = readArguments(words)
  const { DATABASE_URL } = process.env
  const file = wanted.out ? resolve(wanted.out) : sqliteFile(DATABASE_URL || 'sqlite:data/hai-long.sqlite')
  await prepareFile(file)
  if (!process.env.SECRET) leaveDemoSecret(file, wanted.seed)
  const { clock, secret } = readConfig({ ...process.env, DATABASE_URL: `sqlite:${file}` })
  const until = wanted.until ?? dayOf(clock.now())
  const made = await makeDemoCity({ ...wanted, until, file, secret, onProgress: progressOnceASecond() })
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  const rows = `${made.ratings} ratings and ${made.dossiers} dossiers of ${made.offices} offices`
  console.log(`Made ${rows}, ${made.from} to ${made.to}, seed ${wanted.seed}, in ${file} in ${seconds} s`)
}

function progressOnceASecond() {
  let said = performance.now()
  return (progress: { day: string; share: number; ratings: number; dossiers: number }): void => {
    const now = performance.now()
    if (now - said < 1_000) return
    said = now
    const { day, share, ratings, dossiers } = progress
    process.stderr.write(`${day}  ${Math.floor(share * 100)}%  ${ratings} ratings  ${dossiers} dossiers\n`)
  }
}

try {
  await run(process.argv.slice(2))
} catch (cause) {
  if (!isExpected(cause)) throw cause
  console.error((cause as Error).message)
  process.exitCode = 1
}

/** A wrong argument or setting, a file that cannot be used, a disk that is full: one line says all. */
function isExpected(cause: unknown): boolean {
  if (cause instanceof WrongArgument || cause instanceof WrongSetting || cause instanceof StoreRefused)
    return true
  return /^(E[A-Z]+|SQLITE_\w+)$/.test((cause as { code?: string }).code ?? '')
}
