import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Secret } from '#app/invitations/secret.ts'
import SERVER from '../server-process.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const LONGEST_START_MS = 20_000
/** pino's number of `error`. */
const ERROR = 50

export const SECRET: Secret = { key: 'bench-'.repeat(6), number: 1 }

/** Every setting, so that none of the caller's own is measured; an empty one is as good as absent. */
export function settingsFor(databaseFile: string): NodeJS.ProcessEnv {
  const absent = { HOST: '', APP_ORIGIN: '', TRUST_PROXY: '', LOG_LEVEL: '', NOW: '' }
  const own = { PORT: '0', SECRET: SECRET.key, DATABASE_URL: `sqlite:${databaseFile}` }
  return { ...process.env, ...absent, ...own }
}

/** The real build in a process of its own. */
export interface RealServer {
  port: number
  pid: number
  /** Ends once its jobs at start are done: two seconds with next to no processor time. */
  idle(): Promise<void>
  /** @throws Error when it logged a fault or runs no more: what was measured says nothing */
  check(): void
  /** Stops it as a service manager would. */
  stop(): Promise<void>
}

/** Serves a city as `npm start` does, with its log in a file at its usual level. */
export async function startServer(databaseFile: string, logFile: string): Promise<RealServer> {
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, [...SERVER.flags, 'scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: { ...settingsFor(databaseFile), ...SERVER.environment },
  })
  closeSync(log)
  const port = await listening(child, logFile)
  const pid = child.pid ?? 0
  return {
    ...{ port, pid },
    idle: () => idle(pid),
    check: () => check(child, logFile),
    stop: () => stopped(child),
  }
}

async function listening(child: ChildProcess, logFile: string): Promise<number> {
  for (let waited = 0; waited < LONGEST_START_MS && child.exitCode === null; waited += 50) {
    const port = /"address":"http:\/\/[^"]+:(\d+)"/.exec(readFileSync(logFile, 'utf8'))?.[1]
    if (port) return Number(port)
    await sleep(50)
  }
  child.kill()
  throw new Error(`The server did not start:\n${readFileSync(logFile, 'utf8')}`)
}

const IDLE_FOR_S = 2
const IDLE_MS = 50
const IDLE_BYTES = 1_000_000
const LONGEST_JOBS_S = 300

/** Neither computes nor reads: a job that waits for the disk uses no processor. */
async function idle(pid: number): Promise<void> {
  const done = () => ({ ms: cpuMsOf(pid) ?? 0, bytes: bytesReadOf(pid) })
  let before = done()
  for (let waited = 0; waited < LONGEST_JOBS_S; waited += IDLE_FOR_S) {
    await sleep(IDLE_FOR_S * 1000)
    const now = done()
    if (now.ms - before.ms <= IDLE_MS && now.bytes - before.bytes <= IDLE_BYTES) return
    before = now
  }
  throw new Error(`The server is still at work ${LONGEST_JOBS_S} s after its start.`)
}

/** What it has read from files and sockets; 0 where there is no /proc. */
function bytesReadOf(pid: number): number {
  const file = `/proc/${pid}/io`
  return existsSync(file) ? Number(/^rchar: (\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]) : 0
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function check(child: ChildProcess, logFile: string): void {
  const lines = readFileSync(logFile, 'utf8').split('\n')
  const fault = lines.find((line) => Number(/"level":(\d+)/.exec(line)?.[1] ?? 0) >= ERROR)
  if (fault) throw new Error(`The server logged a fault: ${fault}`)
  const ended = child.exitCode ?? child.signalCode
  if (ended !== null) throw new Error(`The server ended by itself with ${ended}.`)
}

const CLOCK_TICK_MS = 10

/** Processor time a process has used so far; null where there is no /proc. */
export function cpuMsOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  // After the name in parentheses: user and system time are fields 14 and 15 (proc_pid_stat(5)).
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS
}

/** Resident memory in MB: now and at its highest; null where there is no /proc. */
export function memoryOf(pid: number): { now: number; highest: number } | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const status = readFileSync(file, 'utf8')
  const mb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { now: mb('VmRSS'), highest: mb('VmHWM') }
}
