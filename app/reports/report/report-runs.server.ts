import type { Logger } from 'pino'
import type { Clock } from '../../calendar/clock.ts'
import { bytesOf, type MadeFile, MadeFiles, OneByOne } from '../../made-files.server.ts'
import { type ReportStep, type ReportTask, runReport } from './report-run.server.ts'

const KEPT_MS = 3_600_000
const MOST_WAITING = 5

type Order = Omit<ReportTask, 'file' | 'now'>

/** One report on its way, whom it is about as its page names it, and how far it is. */
export interface ReportRun extends Order, MadeFile {
  scope: string
  step: 'waiting' | ReportStep
}

/** What a page tells of a run. */
export function runProgress(run: ReportRun) {
  const { id, kind, period, office, byLineage, scope, step, status } = run
  return { id, kind, period, office, byLineage, scope, step, status, bytes: bytesOf(run) }
}
export type RunProgress = ReturnType<typeof runProgress>

/** Reports being made, one at a time. */
export class ReportRuns {
  readonly #clock: Clock
  readonly #files: MadeFiles<ReportRun>
  readonly #queue = new OneByOne()

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    this.#clock = clock
    const named = { folder: 'hai-long-report-', failure: 'a report was not made' }
    this.#files = new MadeFiles({ clock, log, keptMs: KEPT_MS, ...named })
  }

  /** Whether another report may be asked for now. */
  get hasRoom(): boolean {
    return this.#queue.waiting < MOST_WAITING
  }

  /** Begins a report and answers at once. */
  start(owner: string, order: Order & { scope: string }): ReportRun {
    const { scope, ...task } = order
    const now = this.#clock.now().toISOString()
    return this.#files.start(owner, order.kind, { ...order, step: 'waiting' }, (run) => {
      const reached = (step: ReportStep) => {
        run.step = step
      }
      const { file } = run
      return this.#queue.run(() => runReport({ ...task, now, file }, reached, this.#files.stopped))
    })
  }

  find(owner: string, id: string): ReportRun | null {
    return this.#files.find(owner, id)
  }

  /** Stops what is being made and removes every file. */
  close(): void {
    this.#files.close()
  }
}
