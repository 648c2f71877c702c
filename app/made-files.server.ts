import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from './calendar/clock.ts'

/** A file that a thread makes for one member of staff, who alone sees it. */
export interface MadeFile {
  id: string
  owner: string
  status: 'running' | 'done' | 'failed'
  /** In milliseconds. */
  startedAt: number
  file: string
}

/** How large a file is, in bytes; 0 as long as it is not done. */
export const bytesOf = ({ status, file }: Pick<MadeFile, 'status' | 'file'>): number =>
  status === 'done' ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0

interface Making {
  clock: Clock
  log: Pick<Logger, 'error'>
  /** How its folders in the temporary directory begin. */
  folder: string
  /** How long a file lies ready, in milliseconds. */
  keptMs: number
  /** What the log says of one that failed. */
  failure: string
}

/** What is being made, in memory: files in a temporary folder that goes with the process. */
export class MadeFiles<Job extends MadeFile> {
  readonly #parts: Making
  readonly #jobs = new Map<string, Job>()
  readonly #stop = new AbortController()
  readonly #onExit = () => this.close()
  #folder = ''

  constructor(parts: Making) {
    this.#parts = parts
  }

  /** Ends with `close`: whoever makes a file stops then. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  /** All that is not forgotten, the oldest first. */
  get all(): Job[] {
    return [...this.#jobs.values()]
  }

  /** Begins a file with that ending and answers at once; what `make` was given changes as its work goes on. */
  start(
    owner: string,
    ending: string,
    about: Omit<Job, keyof MadeFile>,
    make: (job: Job) => Promise<unknown>,
  ): Job {
    const id = randomUUID()
    const startedAt = this.#parts.clock.now().getTime()
    const file = join(this.#ownFolder(), `${id}.${ending}`)
    const job = { ...about, id, owner, startedAt, file, status: 'running' } as Job
    this.#jobs.set(id, job)
    setTimeout(() => this.forget(job), this.#parts.keptMs).unref()
    make(job).then(
      () => {
        job.status = 'done'
      },
      (err: unknown) => {
        job.status = 'failed'
        rmSync(file, { force: true })
        if (!this.#stop.signal.aborted) this.#parts.log.error({ err }, this.#parts.failure)
      },
    )
    return job
  }

  find(owner: string, id: string): Job | null {
    const job = this.#jobs.get(id)
    if (!job || job.owner !== owner) return null
    if (job.startedAt > this.#parts.clock.now().getTime() - this.#parts.keptMs) return job
    this.forget(job)
    return null
  }

  forget(job: Job): void {
    this.#jobs.delete(job.id)
    rmSync(job.file, { force: true })
  }

  /** Stops what is being made and removes every file. */
  close(): void {
    this.#stop.abort()
    process.off('exit', this.#onExit)
    this.#jobs.clear()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = ''
  }

  /** Made when first needed, together with removing what a killed server may have left behind. */
  #ownFolder(): string {
    if (this.#folder) return this.#folder
    const { folder, keptMs } = this.#parts
    const old = Date.now() - 2 * keptMs
    for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(folder))) {
      const left = statSync(join(tmpdir(), name), { throwIfNoEntry: false })
      if (left && left.mtimeMs < old) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
    this.#folder = mkdtempSync(join(tmpdir(), folder))
    process.once('exit', this.#onExit)
    return this.#folder
  }
}

/** One piece of work after the other, in the order asked for; `waiting` counts the one under way too. */
export class OneByOne {
  waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1
    const mine = this.#last.then(work, work)
    this.#last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      this.waiting -= 1
    }
  }
}
