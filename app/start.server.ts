import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { deleteRedemptionsBefore } from '#db/queries/invitations.ts'
import { readConfig } from './config.server.ts'
import { makeParts, type Parts } from './context.server.ts'
import { httpServer } from './server.ts'

const HOUR_MS = 3_600_000
/** Longer than a request may take: what began before the stop is answered. */
const LONGEST_STOP_MS = 15_000

export interface Running {
  parts: Parts
  address: string
  /** Takes no new connection, answers what is under way, closes the store. */
  stop(): Promise<void>
}

/** Reads the settings, opens and migrates the store, listens. @throws WrongSetting, StoreRefused */
export async function start(
  build: ServerBuild,
  env: NodeJS.ProcessEnv,
  clientFolder: string,
): Promise<Running> {
  const config = readConfig(env)
  const log = pino({ level: config.logLevel, base: null })
  const parts = await makeParts(config, log)
  const server = httpServer(build, parts, clientFolder)
  server.listen(config.port, config.host)
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => {
      throw error
    }),
  ])
  const { port } = server.address() as AddressInfo
  const forgetting = setInterval(() => forgetEndedLinks(parts), HOUR_MS).unref()
  await forgetEndedLinks(parts)
  const stop = async () => {
    clearInterval(forgetting)
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    const late = setTimeout(() => server.closeAllConnections(), LONGEST_STOP_MS).unref()
    await closed
    clearTimeout(late)
    await parts.store.close()
  }
  return { parts, address: `http://${config.host}:${port}`, stop }
}

/** After 7 days nothing tells any more which dossier's link made which response. */
async function forgetEndedLinks({ store, clock, log }: Parts): Promise<void> {
  const now = clock.now().toISOString()
  const forgotten = await store
    .write((tx) => deleteRedemptionsBefore(tx, now))
    .catch((err: unknown) => {
      log.error({ err }, 'links were not forgotten')
      return 0
    })
  if (forgotten > 0) log.info({ forgotten }, 'links forgotten')
}
