import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aSmallCity, type SmallCity } from './small-city.ts'

const root = join(import.meta.dirname, '../..')

/** The small city served by the real build in a process of its own. */
export interface RunningCity {
  city: SmallCity
  address: string
  pid: number
  /** All that the server wrote, a JSON line each. */
  log(): string
  /** Stops it as a service manager would; answers its exit code. */
  stop(): Promise<number | null>
}

/** Starts the server over a database; `env` adds to or replaces its settings. PORT 0: any free one. */
export async function serve(databaseUrl: string, env: Record<string, string> = {}) {
  if (!existsSync(join(root, 'build/server/index.js'))) throw new Error('There is no build: npm run build')
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      PORT: '0',
      SECRET: 'x'.repeat(32),
      DATABASE_URL: databaseUrl,
      ...env,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  const address = await listening(child, () => output)
  return {
    address,
    pid: child.pid ?? 0,
    log: () => output,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  }
}

export async function aRunningCity(env: Record<string, string> = {}): Promise<RunningCity> {
  const city = await aSmallCity()
  const server = await serve(city.address, env)
  return {
    city,
    ...server,
    async stop() {
      const code = await server.stop()
      await city.close()
      return code
    },
  }
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start:\n${output()}`)), 60_000)
    child.stdout?.on('data', () => {
      const address = /"address":"([^"]+)"/.exec(output())?.[1]
      if (!address) return
      clearTimeout(late)
      resolve(address)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The server stopped with ${code}:\n${output()}`))
    })
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}
