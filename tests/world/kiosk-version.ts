import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import express from 'express'
import { kioskShell } from '#app/http/kiosk-shell.server.ts'
import { SHELL_PATH } from '#app/kiosk/shell.ts'

const root = resolve(import.meta.dirname, '../..')

/** Another version of the tablet's app, built and served by itself. */
export interface KioskVersion {
  address: string
  close(): Promise<void>
}

export async function aKioskVersion(version: string): Promise<KioskVersion> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-version-'))
  const words = ['scripts/build-kiosk.ts', '--out', folder, '--version', version]
  const { NODE_OPTIONS: _, ...env } = process.env
  const built = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env })
  if (built.status !== 0) throw new Error(built.stderr)
  const app = express()
  app.use(SHELL_PATH, kioskShell(folder))
  const server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
