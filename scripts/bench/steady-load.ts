import { fork } from 'node:child_process'
import { join } from 'node:path'

/** Taps at a steady rate, whether or not earlier ones have been answered: what a busy morning does. */
export interface SteadyLoad {
  port: number
  paths: string[]
  perSecond: number
}

/** When a tap was due, and how long after that its answer was there; milliseconds of the clock and of the wait. */
export interface SteadyTap {
  due: number
  ms: number
}

export type SteadyReply = { taps: SteadyTap[] } | { fault: string }

/** Begins the taps in a process of their own. */
export function steadyTaps(load: SteadyLoad): { end(): Promise<SteadyTap[]> } {
  const child = fork(join(import.meta.dirname, 'steady-load-process.ts'), { serialization: 'advanced' })
  const reply = new Promise<SteadyReply>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The load process ended with ${code}.`)))
  })
  reply.catch(() => undefined)
  child.send(load)
  return {
    async end() {
      child.send('end')
      const said = await reply
      child.kill()
      if ('fault' in said) throw new Error(said.fault)
      return said.taps
    },
  }
}
