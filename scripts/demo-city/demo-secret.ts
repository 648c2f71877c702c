import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'

/**
 * Leaves a key made from the seed beside a new demo database, so that the same seed gives the same links too. Whoever
 * knows the seed can make them: production never reads this file, it asks for SECRET.
 */
export function leaveDemoSecret(file: string, seed: number): void {
  const path = `${file}.secret`
  if (existsSync(path)) return
  const key = createHash('sha256').update(`hai-long-demo-secret|${seed}`).digest('hex')
  writeFileSync(path, `demo-${key}`, { mode: 0o600, flag: 'wx' })
}
