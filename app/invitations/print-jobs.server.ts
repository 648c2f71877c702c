import type { Logger } from 'pino'
import type { Clock } from '../calendar/clock.ts'
import { bytesOf, type MadeFile, MadeFiles, OneByOne } from '../made-files.server.ts'
import { type PlacardForm, sheetsFor } from './placard-sheet.ts'
import type { PrintOrder } from './print-document.server.ts'
import { runPrint } from './print-run.server.ts'

/** A file of placards lies ready for this long. */
export const KEPT_MS = 3_600_000
const MOST_KEPT = 20
const MOST_WAITING = 5

type PlacardOrder = Extract<PrintOrder, { kind: 'placards' }>
type SlipOrder = Extract<PrintOrder, { kind: 'slips' }>

/** One PDF of placards on its way. */
export interface PrintJob extends MadeFile {
  form: PlacardForm
  /** Which revision of which placards it shows. */
  placards: { invitationId: string; revision: number }[]
  drawn: number
}

/** What a page tells of a job. */
export function printProgress(job: PrintJob) {
  const { id, status, drawn, placards, form } = job
  const [total, sheets] = [placards.length, sheetsFor(form, placards.length)]
  return { id, status, drawn, total, sheets, bytes: bytesOf(job) }
}

/** What is being printed: one document at a time. */
export class PrintJobs {
  readonly #files: MadeFiles<PrintJob>
  readonly #queue = new OneByOne()

  constructor(clock: Clock, log: Pick<Logger, 'error'>) {
    const named = { folder: 'hai-long-print-', failure: 'placards were not printed' }
    this.#files = new MadeFiles({ clock, log, keptMs: KEPT_MS, ...named })
  }

  /** Whether another document may be asked for now. */
  get hasRoom(): boolean {
    return this.#queue.waiting < MOST_WAITING
  }

  /** Begins a PDF of placards and answers at once; the oldest that are done make room for it. */
  start(owner: string, order: PlacardOrder, placards: PrintJob['placards']): PrintJob {
    const tooMany = this.#files.all.length + 1 - MOST_KEPT
    const done = this.#files.all.filter(({ status }) => status !== 'running')
    for (const job of done.slice(0, Math.max(0, tooMany))) this.#files.forget(job)
    return this.#files.start(owner, 'pdf', { form: order.form, placards, drawn: 0 }, (job) => {
      const progress = (drawn: number) => {
        job.drawn = drawn
      }
      return this.#queue.run(() => runPrint({ order, file: job.file }, progress, this.#files.stopped))
    })
  }

  /** A PDF of slips in memory only: it holds links that grant a rating. */
  async slips(order: SlipOrder): Promise<Uint8Array> {
    const drawn = () => runPrint({ order, file: null }, () => undefined, this.#files.stopped)
    const pdf = await this.#queue.run(drawn)
    if (!pdf) throw new TypeError('The printing thread answered no document')
    return pdf
  }

  find(owner: string, id: string): PrintJob | null {
    return this.#files.find(owner, id)
  }

  /** Stops what is being printed and removes every file. */
  close(): void {
    this.#files.close()
  }
}
