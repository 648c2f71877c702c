import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '../calendar/clock.ts'
import { type ExportTask, runExport } from './export-run.server.ts'

/** A file of ratings lies ready for this long. */
export const KEPT_MS = 1_800_000
const MOST_AT_ONCE = 3
const FOLDER = 'hai-long-export-'

/** One file of single ratings on its way; only the member of staff who asked for it sees it. */
export interface ExportJob {
  id: string
  owner: string
  from: string
  to: string
  /** Ratings counted when it began, and those written so far. */
  total: number
  written: number
  status: 'running' | 'done' | 'failed'
  file: string
}

/** What a page tells of a job. */
export function exportProgress({ id, from, to, status, written, total, file }: ExportJob) {
  const bytes = status === 'done' ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0
  return { id, from, to, status, written, total, bytes }
}

/** What is being exported, in memory: files in a temporary folder that goes with the process. */
export class ExportJobs {
  readonly #log: Pick<Logger, 'error'>
  readonly #clock: Clock
  readonly #jobs = new Map<string, ExportJob & { startedAt: number }>()
  readonly #stop = new AbortController()
  readonly #onExit = () => this.close()
  #folder = ''

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    this.#clock = clock
    this.#log = log
  }

  /** Whether another file may be asked for now. */
  get hasRoom(): boolean {
    return [...this.#jobs.values()].filter(({ status }) => status === 'running').length < MOST_AT_ONCE
  }

  /** Begins a file and answers at once; the owner's earlier ones go. */
  start(owner: string, order: Omit<ExportTask, 'file'> & { total: number }): ExportJob {
    for (const job of this.#jobs.values())
      if (job.owner === owner && job.status !== 'running') this.#forget(job)
    const id = randomUUID()
    const { databaseUrl, from, to, total } = order
    const startedAt = this.#clock.now().getTime()
    const file = join(this.#ownFolder(), `${id}.csv`)
    const job = {
      id,
      owner,
      from,
      to,
      total,
      written: 0,
      status: 'running' as ExportJob['status'],
      file,
      startedAt,
    }
    this.#jobs.set(id, job)
    setTimeout(() => this.#forget(job), KEPT_MS).unref()
    const progress = (written: number) => {
      job.written = written
    }
    runExport({ databaseUrl, from, to, file }, progress, this.#stop.signal).then(
      () => {
        job.status = 'done'
      },
      (err: unknown) => {
        job.status = 'failed'
        rmSync(file, { force: true })
        if (!this.#stop.signal.aborted) this.#log.error({ err }, 'ratings were not exported')
      },
    )
    return job
  }

  find(owner: string, id: string): ExportJob | null {
    const job = this.#jobs.get(id)
    if (job && job.startedAt <= this.#clock.now().getTime() - KEPT_MS) this.#forget(job)
    return job?.owner === owner && this.#jobs.has(id) ? job : null
  }

  /** Stops what is being written and removes every file. */
  close(): void {
    this.#stop.abort()
    process.off('exit', this.#onExit)
    this.#jobs.clear()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = ''
  }

  #forget(job: ExportJob): void {
    this.#jobs.delete(job.id)
    rmSync(job.file, { force: true })
  }

  /** Made when first needed, together with removing what a killed server may have left behind. */
  #ownFolder(): string {
    if (this.#folder) return this.#folder
    const old = Date.now() - 2 * KEPT_MS
    for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(FOLDER))) {
      const left = statSync(join(tmpdir(), name), { throwIfNoEntry: false })
      if (left && left.mtimeMs < old) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
    this.#folder = mkdtempSync(join(tmpdir(), FOLDER))
    process.once('exit', this.#onExit)
    return this.#folder
  }
}
