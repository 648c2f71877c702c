import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { SECRET } from '#tests/world/small-city.ts'

const root = join(import.meta.dirname, '../..')
const LONGEST_START_MS = 30_000
const TOLD = 2_000

/** A server process that may be killed at any moment, also while it starts. */
export interface MortalServer {
  /** Whether it came to listen before it ended. */
  listening: Promise<boolean>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** The last that it wrote. */
  told(): string
}

/** Where a server comes back each time. */
export interface Place {
  host: string
  port: number
}

/** Runs a script that serves DATABASE_URL on HOST and PORT and writes a line with "address" when it listens. */
export function mortalServer(script: string, databaseUrl: string, { host, port }: Place): MortalServer {
  const { PATH, NODE_ENV } = process.env
  const env = {
    PATH,
    NODE_ENV,
    HOST: host,
    PORT: String(port),
    SECRET: SECRET.key,
    DATABASE_URL: databaseUrl,
  }
  const child = spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env })
  let told = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    listening: Promise.race([saysAddress(child, (text) => (told = (told + text).slice(-TOLD))), ended]).then(
      Boolean,
    ),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    told: () => told,
  }
}

function saysAddress(child: ChildProcess, hear: (text: string) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start')), LONGEST_START_MS)
    child.once('close', () => clearTimeout(late))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        hear(String(data))
        if (!String(data).includes('"address"')) return
        clearTimeout(late)
        resolve(true)
      })
    }
  })
}

/** A loopback address of one's own: nobody else takes the port while the server is down. */
export async function aPlace(): Promise<Place> {
  const host = `127.${randomInt(128, 255)}.${randomInt(256)}.${randomInt(1, 255)}`
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return { host, port: typeof address === 'object' && address ? address.port : 0 }
}
