import type { Logger } from 'pino'
import type { Clock } from '../calendar/clock.ts'
import { bytesOf, type MadeFile, MadeFiles } from '../made-files.server.ts'
import { type ExportTask, runExport } from './export-run.server.ts'

/** A file of ratings lies ready for this long. */
export const KEPT_MS = 1_800_000
const MOST_AT_ONCE = 3

/** One file of single ratings on its way: how many were counted when it began, and how many are written. */
export interface ExportJob extends MadeFile {
  from: string
  to: string
  total: number
  written: number
}

/** What a page tells of a job. */
export function exportProgress(job: ExportJob) {
  const { id, from, to, status, written, total } = job
  return { id, from, to, status, written, total, bytes: bytesOf(job) }
}

/** Files of single ratings being written. */
export class ExportJobs {
  readonly #files: MadeFiles<ExportJob>

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    const named = { folder: 'hai-long-export-', failure: 'ratings were not exported' }
    this.#files = new MadeFiles({ clock, log, keptMs: KEPT_MS, ...named })
  }

  /** Whether another file may be asked for now. */
  get hasRoom(): boolean {
    return this.#files.all.filter(({ status }) => status === 'running').length < MOST_AT_ONCE
  }

  /** Begins a file and answers at once; the owner's earlier ones go. */
  start(owner: string, order: Omit<ExportTask, 'file'> & { total: number }): ExportJob {
    for (const job of this.#files.all)
      if (job.owner === owner && job.status !== 'running') this.#files.forget(job)
    const { databaseUrl, from, to, total } = order
    return this.#files.start(owner, 'csv', { from, to, total, written: 0 }, (job) => {
      const progress = (written: number) => {
        job.written = written
      }
      return runExport({ databaseUrl, from, to, file: job.file }, progress, this.#files.stopped)
    })
  }

  find(owner: string, id: string): ExportJob | null {
    return this.#files.find(owner, id)
  }

  /** Stops what is being written and removes every file. */
  close(): void {
    this.#files.close()
  }
}
