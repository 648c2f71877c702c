import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { sqliteFile } from '#db/connection.ts'
import { aClosedCity } from './closed-city.ts'
import { type Plan, ratingPlan } from './rating-plan.ts'
import { ACKNOWLEDGEMENTS, namesOnDisk, type Operation, readRecording } from './recording.ts'

export type Synchronous = 'FULL' | 'NORMAL' | 'OFF'

/** Where a recorded run of the store lies; plain data, so that workers can be told of it. */
export interface RecordedCity {
  dir: string
  database: string
  /** A copy of the files as they were before, and the log of what was done to them. */
  before: string
  log: string
  sayings: number
  seed: string
}

/** Runs the plan in a process of its own on a fresh small city and records what it does to the files. */
export async function recordCity(
  synchronous: Synchronous,
  sayings: number,
  seed: string,
): Promise<RecordedCity> {
  const city = await aClosedCity()
  const aside = mkdtempSync(join(tmpdir(), 'recorded-city-'))
  const dir = realpathSync(city.dir)
  const database = basename(sqliteFile(city.address))
  const recorded = { dir, database, before: join(aside, 'before'), log: join(aside, 'log'), sayings, seed }
  try {
    cpSync(dir, recorded.before, { recursive: true })
    runRecorded(recorded, synchronous, shim(aside))
    return recorded
  } catch (cause) {
    forget(recorded)
    throw cause
  }
}

function runRecorded(city: RecordedCity, synchronous: Synchronous, library: string): void {
  const { dir, database, log, sayings, seed } = city
  const script = join(import.meta.dirname, 'recorded-city.ts')
  const words = [
    `sqlite:${join(dir, database)}`,
    join(dir, ACKNOWLEDGEMENTS),
    synchronous,
    `${sayings}`,
    seed,
  ]
  const { PATH, NODE_ENV } = process.env
  const env = { PATH, NODE_ENV, LD_PRELOAD: library, RECORD_DIR: dir, RECORD_LOG: log }
  const done = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', env })
  if (done.status !== 0) throw new Error(`The recorded process stopped with ${done.status}: ${done.stderr}`)
}

/** What a recorded city did, from its files. */
export function replayOf({ before, log, dir, sayings, seed }: RecordedCity): {
  operations: Operation[]
  content: Map<string, Buffer>
  plan: Plan
} {
  return {
    operations: readRecording(log, dir),
    content: new Map(namesOnDisk(before).map((name) => [name, readFileSync(join(before, name))])),
    plan: ratingPlan(sayings, seed),
  }
}

export function forget({ dir, log }: RecordedCity): void {
  rmSync(dir, { recursive: true, force: true })
  rmSync(join(log, '..'), { recursive: true, force: true })
}

function shim(folder: string): string {
  if (process.platform !== 'linux') throw new Error('recording writes needs Linux')
  const library = join(folder, 'record-writes.so')
  const source = join(import.meta.dirname, 'record-writes.c')
  const done = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source], { encoding: 'utf8' })
  if (done.error) throw new Error('recording writes needs a C compiler: apt-get install gcc libc6-dev')
  if (done.status !== 0) throw new Error(`record-writes.c does not compile: ${done.stderr}`)
  return library
}
