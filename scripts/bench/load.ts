import { fork } from 'node:child_process'
import { join } from 'node:path'

/** One run of the load: `concurrency` visitors ask, one request each at a time, until the time is over. */
export interface Load {
  port: number
  kind: 'view' | 'plain view' | 'tap'
  /** Asked in turn. */
  paths: string[]
  /** Any other status fails the bench: it would measure errors. */
  status: number
  concurrency: number
  milliseconds: number
}

export interface LoadResult {
  times: number[]
  elapsedMs: number
}

export type LoadReply = { result: LoadResult } | { fault: string }

/** The visitors live in a process of their own, so that they do not take the answering process's turns. */
export class Visitors {
  readonly #process = fork(join(import.meta.dirname, 'load-process.ts'), { serialization: 'advanced' })

  run(load: Load): Promise<LoadResult> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The load process ended with ${code}.`))
      this.#process.once('exit', ended)
      this.#process.once('message', (reply: LoadReply) => {
        this.#process.off('exit', ended)
        if ('result' in reply) resolve(reply.result)
        else reject(new Error(reply.fault))
      })
      this.#process.send(load)
    })
  }

  stop(): void {
    this.#process.kill()
  }
}
