import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '../../calendar/clock.ts'
import { type ReportStep, type ReportTask, runReport } from './report-run.server.ts'

/** A report's file lies ready for this long. */
export const KEPT_MS = 3_600_000
const MOST_WAITING = 5
const FOLDER = 'hai-long-report-'

type Order = Omit<ReportTask, 'file' | 'now'>

/** One report on its way; only the member of staff who asked for it sees it. */
export interface ReportRun extends Order {
  id: string
  owner: string
  /** Whom it is about, as its page names it. */
  scope: string
  step: 'waiting' | ReportStep
  status: 'running' | 'done' | 'failed'
  startedAt: number
  file: string
}

/** What a page tells of a run. */
export function runProgress({ id, kind, period, office, byLineage, scope, step, status, file }: ReportRun) {
  const bytes = status === 'done' ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0
  return { id, kind, period, office, byLineage, scope, step, status, bytes }
}
export type RunProgress = ReturnType<typeof runProgress>

/** Reports being made, in memory: one at a time, files in a temporary folder that goes with the process. */
export class ReportRuns {
  readonly #clock: Clock
  readonly #log: Pick<Logger, 'error'>
  readonly #runs = new Map<string, ReportRun>()
  readonly #stop = new AbortController()
  readonly #onExit = () => this.close()
  #folder = ''
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    this.#clock = clock
    this.#log = log
  }

  /** Whether another report may be asked for now. */
  get hasRoom(): boolean {
    return this.#waiting < MOST_WAITING
  }

  /** Begins a report and answers at once. */
  start(owner: string, order: Order & { scope: string }): ReportRun {
    const [id, now] = [randomUUID(), this.#clock.now()]
    const file = join(this.#ownFolder(), `${id}.${order.kind}`)
    const run: ReportRun = {
      ...{ ...order, id, owner, file, startedAt: now.getTime() },
      ...{ step: 'waiting', status: 'running' },
    }
    this.#runs.set(id, run)
    setTimeout(() => this.#forget(run), KEPT_MS).unref()
    const { databaseUrl, kind, lang, period, office, byLineage } = order
    const task = { databaseUrl, kind, lang, period, office, byLineage, now: now.toISOString(), file }
    const reached = (step: ReportStep) => {
      run.step = step
    }
    this.#queued(() => runReport(task, reached, this.#stop.signal)).then(
      () => {
        run.status = 'done'
      },
      (err: unknown) => {
        run.status = 'failed'
        rmSync(file, { force: true })
        if (!this.#stop.signal.aborted) this.#log.error({ err }, 'a report was not made')
      },
    )
    return run
  }

  find(owner: string, id: string): ReportRun | null {
    const run = this.#runs.get(id)
    if (run && run.startedAt <= this.#clock.now().getTime() - KEPT_MS) this.#forget(run)
    return run?.owner === owner && this.#runs.has(id) ? run : null
  }

  /** Stops what is being made and removes every file. */
  close(): void {
    this.#stop.abort()
    process.off('exit', this.#onExit)
    this.#runs.clear()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = ''
  }

  async #queued(run: () => Promise<void>): Promise<void> {
    this.#waiting += 1
    const mine = this.#last.then(run, run)
    this.#last = mine.catch(() => undefined)
    try {
      await mine
    } finally {
      this.#waiting -= 1
    }
  }

  #forget(run: ReportRun): void {
    this.#runs.delete(run.id)
    rmSync(run.file, { force: true })
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
