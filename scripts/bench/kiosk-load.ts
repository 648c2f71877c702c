import { fork } from 'node:child_process'
import { join } from 'node:path'

/** Tablets that empty their queues at once, each a batch at a time, as they do when the network is back. */
export interface KioskLoad {
  port: number
  tablets: { credential: string; firstNumber: number; previous: string }[]
  /** Ratings that wait on each. */
  ratings: number
}

export interface KioskLoadResult {
  elapsedMs: number
  /** How long each batch took. */
  times: number[]
  /** Ids acknowledged as stored. */
  stored: number
}

export type KioskLoadReply = { ready: true } | { result: KioskLoadResult } | { fault: string }

/** Makes the queues in a process of its own; they are emptied when `begin` is called. */
export async function waitingTablets(load: KioskLoad): Promise<{ begin(): Promise<KioskLoadResult> }> {
  const child = fork(join(import.meta.dirname, 'kiosk-load-process.ts'), { serialization: 'advanced' })
  const reply = () =>
    new Promise<KioskLoadReply>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The tablets' process ended with ${code}.`)))
      child.once('message', resolve)
    })
  child.send(load)
  await reply()
  return {
    async begin() {
      child.send('begin')
      const answer = await reply()
      child.removeAllListeners('exit')
      child.kill()
      if ('result' in answer) return answer.result
      throw new Error('fault' in answer ? answer.fault : 'The tablets did not begin')
    },
  }
}
