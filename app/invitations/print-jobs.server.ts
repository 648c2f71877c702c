import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '../calendar/clock.ts'
import { type PlacardForm, sheetsFor } from './placard-sheet.ts'
import type { PrintOrder } from './print-document.server.ts'
import { runPrint } from './print-run.server.ts'

/** A file of placards lies ready for this long. */
export const KEPT_MS = 3_600_000
const MOST_KEPT = 20
const MOST_WAITING = 5
const FOLDER = 'hai-long-print-'

type PlacardOrder = Extract<PrintOrder, { kind: 'placards' }>
type SlipOrder = Extract<PrintOrder, { kind: 'slips' }>

/** One PDF of placards on its way; only the member of staff who started it sees it. */
export interface PrintJob {
  id: string
  owner: string
  form: PlacardForm
  /** Which revision of which placards it shows. */
  placards: { invitationId: string; revision: number }[]
  startedAt: number
  drawn: number
  status: 'running' | 'done' | 'failed'
  file: string
}

/** What a page tells of a job. */
export function printProgress({ id, status, drawn, placards, form, file }: PrintJob) {
  const bytes = status === 'done' ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0
  return { id, status, drawn, total: placards.length, sheets: sheetsFor(form, placards.length), bytes }
}

/** What is being printed, in memory: one document at a time, files in a temporary folder that goes with the process. */
export class PrintJobs {
  readonly #clock: Clock
  readonly #log: Pick<Logger, 'error'>
  readonly #jobs = new Map<string, PrintJob>()
  readonly #stop = new AbortController()
  readonly #onExit = () => this.close()
  #folder = ''
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    this.#clock = clock
    this.#log = log
  }

  /** Whether another document may be asked for now. */
  get hasRoom(): boolean {
    return this.#waiting < MOST_WAITING
  }

  /** Begins a PDF of placards and answers at once. */
  start(owner: string, order: PlacardOrder, placards: PrintJob['placards']): PrintJob {
    this.#forgetOld(1)
    const id = randomUUID()
    const job: PrintJob = {
      ...{ id, owner, form: order.form, placards, drawn: 0, status: 'running' },
      startedAt: this.#clock.now().getTime(),
      file: join(this.#ownFolder(), `${id}.pdf`),
    }
    this.#jobs.set(id, job)
    setTimeout(() => this.#forget(job), KEPT_MS).unref()
    const progress = (drawn: number) => {
      job.drawn = drawn
    }
    this.#queued(() => runPrint({ order, file: job.file }, progress, this.#stop.signal)).then(
      () => {
        job.status = 'done'
      },
      (err: unknown) => {
        job.status = 'failed'
        if (!this.#stop.signal.aborted) this.#log.error({ err }, 'placards were not printed')
      },
    )
    return job
  }

  /** A PDF of slips in memory only: it holds links that grant a rating. */
  async slips(order: SlipOrder): Promise<Uint8Array> {
    const pdf = await this.#queued(() => runPrint({ order, file: null }, () => undefined, this.#stop.signal))
    if (!pdf) throw new TypeError('The printing thread answered no document')
    return pdf
  }

  find(owner: string, id: string): PrintJob | null {
    this.#forgetOld()
    const job = this.#jobs.get(id)
    return job?.owner === owner ? job : null
  }

  /** Stops what is being printed and removes every file. */
  close(): void {
    this.#stop.abort()
    process.off('exit', this.#onExit)
    this.#jobs.clear()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = ''
  }

  async #queued<T>(run: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const mine = this.#last.then(run, run)
    this.#last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      this.#waiting -= 1
    }
  }

  /** Forgets what lay ready for an hour, and the oldest that are done where there is no place for `more`. */
  #forgetOld(more = 0): void {
    const oldest = this.#clock.now().getTime() - KEPT_MS
    const tooMany = this.#jobs.size + more - MOST_KEPT
    const done = [...this.#jobs.values()].filter(({ status }) => status !== 'running')
    for (const [at, job] of done.entries()) if (at < tooMany || job.startedAt <= oldest) this.#forget(job)
  }

  #forget(job: PrintJob): void {
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
